package io.ashiato.readers.identify;

/// The first bytes of a file, safe to be asked for any place.
final class Head {
    private final byte[] bytes;
    private final int length;

    Head(byte[] bytes, int length) {
        this.bytes = bytes;
        this.length = Math.clamp(length, 0, Math.min(bytes.length, EvidenceKinds.HEAD_SIZE));
    }

    int length() {
        return length;
    }

    /// The byte at a place, or -1 behind the end.
    int u8(int at) {
        return at >= 0 && at < length ? bytes[at] & 0xFF : -1;
    }

    /// Two bytes, little-endian, or -1 behind the end.
    int u16(int at) {
        return at >= 0 && at < length - 1 ? u8(at) | u8(at + 1) << 8 : -1;
    }

    /// Four bytes, little-endian and unsigned, or -1 behind the end.
    long u32(int at) {
        return at >= 0 && at < length - 3 ? u16(at) | (long) u16(at + 2) << 16 : -1;
    }

    /// Whether these bytes stand at a place.
    boolean has(int at, byte[] wanted) {
        if (at < 0 || wanted.length > length - at) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (bytes[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /// Where these bytes first stand within `[from, to)`, or -1.
    int find(byte[] wanted, int from, int to) {
        for (int at = from; at < Math.min(to, length); at++) {
            if (has(at, wanted)) {
                return at;
            }
        }
        return -1;
    }
}
