package io.ashiato.bench;

import io.ashiato.bytes.ByteSource;
import io.ashiato.readers.evtx.ChunkBytes;
import io.ashiato.readers.evtx.EvtxFile;
import io.ashiato.readers.evtx.EvtxRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// The log that is read, whole in memory, so that no disk is measured.
///
/// The system property `ashiato.bench.log` names it, at most 1 GiB; without it the largest log of
/// `examples/first-look`, 1 MiB, which `bench/jmh.sh` fills in. Few chunks repeat few templates: for a figure to
/// be quoted take a log of 64 MiB or more.
@State(Scope.Benchmark)
public class LogInput {
    private static final String PROPERTY = "ashiato.bench.log";

    private byte[] bytes = {};

    @Setup(Level.Trial)
    public void read() throws IOException {
        String name = System.getProperty(PROPERTY);
        if (name == null) {
            throw new IllegalStateException("-D" + PROPERTY + "=LOG is missing");
        }
        bytes = Files.readAllBytes(Path.of(name));
        if (EvtxFile.open(ByteSource.of(bytes)).header().isEmpty()) {
            throw new IllegalStateException(name + " is not an event log");
        }
    }

    byte[] bytes() {
        return bytes;
    }

    /// Hands each record, as the plain reader gives it, to the consumer; as `dump` reads, but in one thread.
    void forEachRecord(Consumer<EvtxRecord> consumer) throws IOException {
        EvtxFile log = EvtxFile.open(ByteSource.of(bytes));
        var buffer = new byte[EvtxFile.CHUNK_SIZE];
        int chunks = log.chunkCount();
        int first = log.oldestChunk();
        for (int i = 0; i < chunks; i++) {
            log.read((first + i) % chunks, buffer).records().forEach(consumer);
        }
    }

    /// Hands each chunk to the consumer, in memory that is used again.
    public void forEachChunk(Consumer<ChunkBytes> consumer) throws IOException {
        EvtxFile log = EvtxFile.open(ByteSource.of(bytes));
        var chunk = new ChunkBytes();
        for (int i = 0; i < log.chunkCount(); i++) {
            log.fill(i, chunk);
            consumer.accept(chunk);
        }
    }
}
