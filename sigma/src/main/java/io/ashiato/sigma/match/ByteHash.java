package io.ashiato.sigma.match;

import io.ashiato.bytes.LittleEndian;

/// Numbers for bytes, by which tables find them; its upper bits are the best ones. Whoever makes evidence can make
/// bytes of one number: bytes are to be compared too, and what lies in one place is to be bounded.
final class ByteHash {
    /// An odd number without a pattern, the golden ratio's.
    static final long MIX = 0x9E3779B97F4A7C15L;

    private ByteHash() {}

    static long of(byte[] bytes, int at, int size) {
        long hash = size;
        int end = at + size;
        int next = at;
        while (next + 8 <= end) {
            hash = Long.rotateLeft((hash ^ LittleEndian.i64(bytes, next)) * MIX, 29);
            next += 8;
        }
        while (next < end) {
            hash = (hash ^ bytes[next++]) * MIX;
        }
        return hash;
    }
}
