package io.ashiato.cli;

import io.ashiato.readers.evtx.EvtxChunk;
import io.ashiato.readers.evtx.EvtxFile;
import io.ashiato.readers.evtx.RecordSelection;
import java.io.IOException;
import java.io.OutputStream;
import java.util.PrimitiveIterator;

/// A form that takes the records of whole chunks, one chunk after the other.
abstract class ChunkForm implements DumpForm {
    private final RecordSelection selection;
    private final byte[] buffer = new byte[EvtxFile.CHUNK_SIZE];

    /// @param selection the records that chunks are to have
    ChunkForm(RecordSelection selection) {
        this.selection = selection;
    }

    @Override
    public final LogTally chunks(EvtxFile log, PrimitiveIterator.OfInt indexes, OutputStream out) throws IOException {
        LogTally tally = LogTally.NOTHING;
        while (indexes.hasNext()) {
            EvtxChunk chunk = log.read(indexes.nextInt(), buffer, selection);
            chunk(chunk, out);
            tally = tally.plus(LogTally.of(chunk.records().size(), chunk.chunkDamage(), chunk.recordFlaws()));
        }
        return tally;
    }

    /// Writes what a chunk gives.
    abstract void chunk(EvtxChunk chunk, OutputStream out) throws IOException;
}
