package io.ashiato.readers.evtx;

import io.ashiato.bytes.ByteSource;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// A piece of a source of any size in memory, moved along with the reading. Bytes outside of the
/// source are zero.
final class SourceWindow {
    private static final VarHandle I32 = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    /// Much more than what is looked at around one place, so that little is read twice.
    private static final int SIZE = 1 << 20;

    private final ByteSource source;
    private final byte[] bytes = new byte[SIZE];
    private long start;
    private int length;

    SourceWindow(ByteSource source) {
        this.source = source;
    }

    long size() {
        return source.size();
    }

    /// The little-endian number at a place; 0 where not all of it is in the source.
    int i32(long at) throws IOException {
        return cover(at, Integer.BYTES) ? (int) I32.get(bytes, (int) (at - start)) : 0;
    }

    /// Fills an array from a place on, which may lie before the source's first byte.
    ///
    /// @return bytes up to the end of the source, at most the array's length
    int fill(long from, byte[] into) throws IOException {
        Arrays.fill(into, (byte) 0);
        int missing = (int) Math.max(0, -from);
        int filled = missing;
        while (filled < into.length) {
            int count = source.read(from + filled, into, filled, into.length - filled);
            if (count <= 0) {
                break;
            }
            filled += count;
        }
        return filled;
    }

    /// The first place from `from` to before `to` that either holds `mark` or has `markBehind` so many
    /// bytes behind it; `to` if there is none.
    long find(long from, long to, int mark, int markBehind, int distance) throws IOException {
        int lookAhead = distance + Integer.BYTES;
        long at = from;
        while (at < to) {
            cover(at, Math.min(SIZE / 2, source.size() - at));
            long loaded = start + length;
            long end = Math.min(to, loaded - (loaded < source.size() ? lookAhead : Integer.BYTES) + 1);
            for (int i = (int) (at - start); i < end - start; i++) {
                if ((int) I32.get(bytes, i) == mark
                        || (i + lookAhead <= length && (int) I32.get(bytes, i + distance) == markBehind)) {
                    return start + i;
                }
            }
            if (end <= at || loaded >= source.size()) {
                return to;
            }
            at = end;
        }
        return to;
    }

    /// Has `count` bytes from `at` on in memory, if the source has them.
    private boolean cover(long at, long count) throws IOException {
        if (at < 0 || at + count > source.size()) {
            return false;
        }
        if (at < start || at + count > start + length) {
            // A little of what lies before stays: names and templates are looked up backwards.
            start = Math.max(0, at - EvtxFile.CHUNK_SIZE);
            length = 0;
            while (length < SIZE) {
                int read = source.read(start + length, bytes, length, SIZE - length);
                if (read <= 0) {
                    break;
                }
                length += read;
            }
        }
        return at + count <= start + length;
    }
}
