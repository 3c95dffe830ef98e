package io.ashiato.intake.archive;

import io.ashiato.bytes.ByteSource;
import java.io.IOException;

/// A part of another source, which stays open as long as this is used.
record ByteRange(ByteSource whole, long start, long size) implements ByteSource {
    /// The part of `whole` from `start` on, as far as it exists.
    static ByteRange of(ByteSource whole, long start, long size) {
        long left = Math.max(0, whole.size() - start);
        return new ByteRange(whole, start, Math.min(size, left));
    }

    @Override
    public int read(long position, byte[] into, int offset, int length) throws IOException {
        if (position < 0 || position >= size) {
            return 0;
        }
        return whole.read(start + position, into, offset, (int) Math.min(length, size - position));
    }
}
