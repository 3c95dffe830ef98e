package io.ashiato.cli;

import io.ashiato.readers.evtx.EvtxChunk;
import io.ashiato.readers.evtx.EvtxFile;
import java.io.IOException;
import java.io.OutputStream;
import java.util.PrimitiveIterator;

/// A form that takes whole chunks of records, one after the other.
abstract class ChunkForm implements DumpForm {
    private final byte[] buffer = new byte[EvtxFile.CHUNK_SIZE];

    @Override
    public final long chunks(EvtxFile log, PrimitiveIterator.OfInt indexes, OutputStream out) throws IOException {
        long lost = 0;
        while (indexes.hasNext()) {
            EvtxChunk chunk = log.read(indexes.nextInt(), buffer);
            chunk(chunk, out);
            lost += LogDump.lost(chunk.chunkDamage(), chunk.recordFlaws());
        }
        return lost;
    }

    /// Writes what a chunk gives.
    abstract void chunk(EvtxChunk chunk, OutputStream out) throws IOException;
}
