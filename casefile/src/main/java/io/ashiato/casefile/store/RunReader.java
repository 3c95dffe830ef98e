package io.ashiato.casefile.store;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Reads what a [RunWriter] wrote.
final class RunReader implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;

    RunReader(Path path) throws IOException {
        this.in = Files.newInputStream(path);
    }

    /// Whether nothing is left.
    boolean isAtEnd() throws IOException {
        return at == end && !fill(1);
    }

    int readByte() throws IOException {
        need(1);
        return buffer[at++];
    }

    boolean readBoolean() throws IOException {
        return readByte() != 0;
    }

    int readInt() throws IOException {
        need(Integer.BYTES);
        int value = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            value |= (buffer[at++] & 0xFF) << shift;
        }
        return value;
    }

    long readLong() throws IOException {
        long low = readInt() & 0xFFFF_FFFFL;
        return ((long) readInt() << Integer.SIZE) | low;
    }

    String readText() throws IOException {
        int marker = readInt();
        if (marker >= 0) {
            need(marker);
            at += marker;
            return new String(buffer, at - marker, marker, StandardCharsets.ISO_8859_1);
        }
        var units = new char[~marker];
        for (int i = 0; i < units.length; i++) {
            units[i] = (char) ((readByte() << Byte.SIZE) | (readByte() & 0xFF));
        }
        return new String(units);
    }

    byte[] readBytes(int count) throws IOException {
        need(count);
        at += count;
        return Arrays.copyOfRange(buffer, at - count, at);
    }

    private void need(int bytes) throws IOException {
        if (bytes > end - at && !fill(bytes)) {
            throw new EOFException("a temporary file of this run ends too early");
        }
    }

    /// @return whether so many bytes are in the buffer now
    private boolean fill(int bytes) throws IOException {
        byte[] to = bytes > buffer.length ? new byte[bytes] : buffer;
        System.arraycopy(buffer, at, to, 0, end - at);
        end -= at;
        at = 0;
        buffer = to;
        end += in.readNBytes(buffer, end, buffer.length - end);
        return end >= bytes;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
