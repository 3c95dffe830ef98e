package io.ashiato.cli;

import io.ashiato.bytes.ByteSource;
import io.ashiato.readers.evtx.EvtxFile;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.IntStream;

/// Takes logs chunk by chunk, each log in the order of its record ids, and hands the chunks to a form.
final class LogDump {
    private final DumpForm form;
    private final OutputStream out;

    LogDump(DumpForm form, OutputStream out) {
        this.form = form;
        this.out = out;
    }

    void begin() throws IOException {
        form.begin(out);
    }

    /// @throws IOException if the machine fails to read or to write
    LogTally log(String path, ByteSource content) throws IOException {
        EvtxFile log = EvtxFile.open(content);
        form.beginLog(path, content.size(), log);
        int chunks = log.chunkCount();
        int first = log.oldestChunk();
        LogTally chunksGave = form.chunks(
                log,
                IntStream.range(0, chunks)
                        .map(i -> (int) (((long) first + i) % chunks))
                        .iterator(),
                out);
        form.endLog(out);
        return LogTally.of(0, log.damage(), List.of()).plus(chunksGave).plusLost(missingChunks(log));
    }

    /// Chunks that the header counts and the file does not hold: it was cut. A header that counts too few is that of
    /// a log in use, and loses nothing.
    private static long missingChunks(EvtxFile log) {
        return log.header()
                .map(header -> Math.max(0, header.chunkCount() - log.chunkCount()))
                .orElse(0);
    }

    void end() throws IOException {
        form.end(out);
        out.flush();
    }
}
