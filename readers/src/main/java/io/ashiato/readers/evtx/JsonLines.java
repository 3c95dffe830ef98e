package io.ashiato.readers.evtx;

import java.io.IOException;
import java.io.OutputStream;

/// JSON lines in UTF-8, in memory that is used again and again. Not for several threads at a time.
public final class JsonLines {
    /// A chunk of 64 KiB becomes about as much JSON.
    private static final int FIRST_SIZE = 2 * EvtxFile.CHUNK_SIZE;

    private byte[] bytes = new byte[FIRST_SIZE];
    private int length;

    /// Forgets the lines.
    public void clear() {
        length = 0;
    }

    /// Bytes of all lines.
    public int length() {
        return length;
    }

    /// Where the lines are; behind [#length] there is room for more.
    byte[] bytes() {
        return bytes;
    }

    void set(byte[] newBytes, int newLength) {
        bytes = newBytes;
        length = newLength;
    }

    /// Writes the lines.
    ///
    /// @throws IOException if the machine fails to
    public void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
    }
}
