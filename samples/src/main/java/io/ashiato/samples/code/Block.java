package io.ashiato.samples.code;

/// Instructions that are decoded one behind the other.
///
/// @param start address of the first instruction
/// @param end address behind the last one
public record Block(long start, long end) {}
