package io.ashiato.intake.archive;

import io.ashiato.bytes.ByteSource;
import java.io.IOException;
import java.io.InputStream;

/// A source from front to back, as the decoders want it. Closing it does nothing.
final class SourceInputStream extends InputStream {
    private static final int BUFFER_BYTES = 1 << 16; // decoders ask for single bytes in places

    private final ByteSource source;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private long next; // place in the source behind the buffer
    private int at;
    private int filled;

    SourceInputStream(ByteSource source) {
        this.source = source;
    }

    @Override
    public int read() throws IOException {
        return fill() ? buffer[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, filled - at);
        System.arraycopy(buffer, at, into, offset, count);
        at += count;
        return count;
    }

    @Override
    public int available() {
        return (int) Math.min(Integer.MAX_VALUE, filled - at + Math.max(0, source.size() - next));
    }

    private boolean fill() throws IOException {
        if (at < filled) {
            return true;
        }
        filled = source.read(next, buffer, 0, BUFFER_BYTES);
        next += filled;
        at = 0;
        return filled > 0;
    }
}
