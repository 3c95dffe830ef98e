package io.ashiato.readers.evtx;

import io.ashiato.bytes.LittleEndian;
import java.util.ArrayList;
import java.util.List;

/// Reads the records of one chunk as trees, each by itself.
///
/// This is the plain way, which every other way of reading has to agree with.
final class ChunkReader {
    private final byte[] buffer;
    private final int index;
    private final long offset;
    private final ChunkFrames frames;
    private final RecordReader reader;

    /// @param length bytes of `buffer` that are there; less than a chunk where the file is cut
    /// @param offset of the chunk in the file
    ChunkReader(byte[] buffer, int length, int index, long offset) {
        this.buffer = buffer;
        this.index = index;
        this.offset = offset;
        this.frames = new ChunkFrames(buffer, length, offset);
        this.reader = new RecordReader(buffer, length, offset, frames);
    }

    EvtxChunk read() {
        return read(RecordSelection.ALL);
    }

    /// @param selection the records that are wanted; one that is not by its id is not looked at
    EvtxChunk read(RecordSelection selection) {
        List<EvtxRecord> records = new ArrayList<>();
        frames.walk((at, size) -> {
            if (selection.takesId(LittleEndian.i64(buffer, at + ChunkFrames.ID_AT))) {
                reader.read(at, size).filter(selection::takes).ifPresent(records::add);
            }
        });
        return new EvtxChunk(index, offset, records, frames.chunkDamage(), frames.recordFlaws());
    }
}
