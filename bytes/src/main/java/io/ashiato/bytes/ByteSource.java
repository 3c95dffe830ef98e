package io.ashiato.bytes;

import java.io.IOException;
import java.util.Arrays;

/// The bytes of one evidence item, readable at any place, never writable. Whoever opens it closes it.
public interface ByteSource {
    /// Size in bytes when it was opened.
    long size();

    /// Reads into `into[offset .. offset+length)` from `position` on, and returns how many bytes came:
    /// fewer than `length` only at the end, 0 at or behind it.
    ///
    /// @throws IOException if the machine fails to read
    int read(long position, byte[] into, int offset, int length) throws IOException;

    /// The first bytes, at most `limit` of them.
    ///
    /// @throws IOException if the machine fails to read
    default byte[] first(int limit) throws IOException {
        var bytes = new byte[(int) Math.min(limit, size())];
        int filled = 0;
        while (filled < bytes.length) {
            int count = read(filled, bytes, filled, bytes.length - filled);
            if (count <= 0) {
                return Arrays.copyOf(bytes, filled); // the file shrank meanwhile
            }
            filled += count;
        }
        return bytes;
    }

    /// A source over an array that nobody writes to any more.
    static ByteSource of(byte[] bytes) {
        return new ByteSource() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public int read(long position, byte[] into, int offset, int length) {
                if (position < 0 || position >= bytes.length) {
                    return 0;
                }
                int count = (int) Math.min(length, bytes.length - position);
                System.arraycopy(bytes, (int) position, into, offset, count);
                return count;
            }
        };
    }
}
