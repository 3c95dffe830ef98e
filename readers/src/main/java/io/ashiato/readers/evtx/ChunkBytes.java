package io.ashiato.readers.evtx;

import io.ashiato.bytes.LittleEndian;

/// A chunk as it lies in the log, to be read again and again into the same memory.
public final class ChunkBytes {
    private final byte[] bytes = new byte[EvtxFile.CHUNK_SIZE + JsonBytes.SLACK];
    private int length;
    private int index;
    private long offset;

    /// Told of each record of a chunk.
    public interface Visitor {
        /// @param at of the record from the start of the chunk
        /// @param size in bytes
        /// @param headerId the number in the record's header
        void record(int at, int size, long headerId);
    }

    /// Walks the chunk without reading what the records say: checks its header and its checksums, and finds where
    /// each record lies. The quickest way to tell whether a log is whole.
    public ChunkFlaws walk(Visitor visitor) {
        var frames = new ChunkFrames(bytes, length, offset);
        var walked = new Object() {
            private int records;
        };
        frames.walk((at, size) -> {
            walked.records++;
            visitor.record(at, size, LittleEndian.i64(bytes, at + ChunkFrames.ID_AT));
        });
        return new ChunkFlaws(walked.records, frames.chunkDamage(), frames.recordFlaws());
    }

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
