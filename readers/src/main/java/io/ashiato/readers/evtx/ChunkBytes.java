package io.ashiato.readers.evtx;

/// A chunk as it lies in the log, to be read again and again into the same memory.
public final class ChunkBytes {
    private final byte[] bytes = new byte[EvtxFile.CHUNK_SIZE + JsonBytes.SLACK];
    private int length;
    private int index;
    private long offset;

    /// Takes what [EvtxFile#fill] read.
    void set(int newLength, int newIndex, long newOffset) {
        length = newLength;
        index = newIndex;
        offset = newOffset;
    }

    /// The chunk's bytes, and a few more that mean nothing.
    byte[] bytes() {
        return bytes;
    }

    /// Bytes that are there; fewer than a chunk where the file is cut.
    int length() {
        return length;
    }

    /// Of the chunk in the file, from 0.
    int index() {
        return index;
    }

    /// Of the chunk in the file, in bytes.
    long offset() {
        return offset;
    }
}
