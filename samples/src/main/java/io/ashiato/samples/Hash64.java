package io.ashiato.samples;

/// The 64-bit hashes that stand for what a program holds: the same on every machine and for ever, because stores
/// keep them. A change here needs a new version of [SampleStore].
final class Hash64 {
    private static final long OFFSET = 0xCBF29CE484222325L;
    private static final long PRIME = 0x100000001B3L;

    private Hash64() {}

    /// Spreads the bits of a value (finaliser of MurmurHash3).
    static long mix(long value) {
        long x = value;
        x = (x ^ (x >>> 33)) * 0xFF51AFD7ED558CCDL;
        x = (x ^ (x >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return x ^ (x >>> 33);
    }

    /// A hash that depends on what came before.
    static long then(long before, long value) {
        return mix(before * PRIME + value + 0x9E3779B97F4A7C15L);
    }

    /// FNV-1a of the characters, spread.
    static long of(CharSequence text) {
        long hash = OFFSET;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return mix(hash);
    }
}
