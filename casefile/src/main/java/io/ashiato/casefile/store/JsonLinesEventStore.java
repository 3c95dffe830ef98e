package io.ashiato.casefile.store;

import io.ashiato.model.Event;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/// Events as compressed JSON lines in the order of the evidence: for machines where DuckDB does not run.
public final class JsonLinesEventStore implements EventStore {
    private final OutputStream out;
    private final DetectionJson json = new DetectionJson();

    /// @param file the `.jsonl.gz` to write
    public static JsonLinesEventStore open(Path file) throws IOException {
        return new JsonLinesEventStore(
                new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file)), 1 << 16));
    }

    private JsonLinesEventStore(OutputStream out) {
        this.out = out;
    }

    @Override
    public void add(Event event) throws IOException {
        out.write(json.line(event));
    }

    @Override
    public void finish() throws IOException {
        out.close();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
