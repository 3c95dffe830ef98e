package io.ashiato.readers.script;

/// Keeps folding from growing without end: a replacement of a replacement multiplies.
final class Growth {
    /// Characters that one expression may make. Scripts that hide this much hide it encoded, not replaced.
    static final int MAX_TEXT = 4 << 20;

    private Growth() {}

    /// Whether so many pieces of such a length may be made.
    static boolean allows(long pieces, long length) {
        return pieces * Math.max(1, length) <= MAX_TEXT;
    }
}
