package io.ashiato.intake.archive;

/// What one archive may cost before its members are unpacked.
///
/// @param members listed at most
/// @param nameBytes of one name in the archive; the rest is cut off
/// @param decoderMemoryKiB for dictionaries and tables of one decoder
public record ArchiveLimits(int members, int nameBytes, int decoderMemoryKiB) {}
