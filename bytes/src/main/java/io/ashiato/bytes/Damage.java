package io.ashiato.bytes;

/// What is wrong with a piece of evidence, and where. Facts only: the sentences are made where they
/// are shown, by a `switch` that the compiler keeps complete.
public sealed interface Damage {
    /// What was being read: a name of the format's own field.
    String field();

    /// Where, in bytes from the start of the evidence.
    long offset();

    /// The structure ends before the field does.
    record Truncated(String field, long offset, long needed, long left) implements Damage {}

    /// A value that the format does not allow.
    record OutOfRange(String field, long offset, long found, long min, long max) implements Damage {}

    /// More of something than this program is willing to read.
    record OverLimit(String field, long offset, long limit) implements Damage {}

    /// A stored checksum that does not fit the bytes.
    record ChecksumMismatch(String field, long offset, long stored, long computed) implements Damage {}
}
