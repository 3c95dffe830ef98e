package io.ashiato.casefile.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes numbers and texts to a temporary file of this run, for a [RunReader].
///
/// The JDK's data streams do the same; they ask for a lock and a copy at each number, and half of a hunt's time went
/// there.
final class RunWriter implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER];
    private int length;

    RunWriter(Path path) throws IOException {
        this.out = Files.newOutputStream(path);
    }

    void writeByte(int value) throws IOException {
        makeRoom(1);
        buffer[length++] = (byte) value;
    }

    void writeBoolean(boolean value) throws IOException {
        writeByte(value ? 1 : 0);
    }

    void writeInt(int value) throws IOException {
        makeRoom(Integer.BYTES);
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            buffer[length++] = (byte) (value >> shift);
        }
    }

    void writeLong(long value) throws IOException {
        writeInt((int) value);
        writeInt((int) (value >> Integer.SIZE));
    }

    /// UTF-16 as it is, since evidence may hold surrogates without a partner; most text fits one byte a unit.
    void writeText(String text) throws IOException {
        if (isNarrow(text)) {
            writeInt(text.length());
            writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
        } else {
            writeInt(~text.length());
            for (int i = 0; i < text.length(); i++) {
                writeByte(text.charAt(i) >> Byte.SIZE);
                writeByte(text.charAt(i));
            }
        }
    }

    private static boolean isNarrow(String text) {
        int all = 0;
        for (int i = 0; i < text.length(); i++) {
            all |= text.charAt(i);
        }
        return all < 0x100;
    }

    /// The bytes alone: how many they are is for the caller to write.
    void writeBytes(byte[] bytes) throws IOException {
        if (bytes.length > BUFFER - length) {
            flush();
        }
        if (bytes.length > BUFFER) {
            out.write(bytes);
        } else {
            System.arraycopy(bytes, 0, buffer, length, bytes.length);
            length += bytes.length;
        }
    }

    private void makeRoom(int bytes) throws IOException {
        if (bytes > BUFFER - length) {
            flush();
        }
    }

    private void flush() throws IOException {
        out.write(buffer, 0, length);
        length = 0;
    }

    @Override
    public void close() throws IOException {
        try (out) {
            flush();
        }
    }
}
