package io.ashiato.casefile.store;

import io.ashiato.model.Event;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/// Events as compressed JSON lines in the order of the evidence: for machines where DuckDB does not run.
public final class JsonLinesEventStore implements EventStore {
    private final BufferedWriter out;

    /// @param file the `.jsonl.gz` to write
    public static JsonLinesEventStore open(Path file) throws IOException {
        return new JsonLinesEventStore(new BufferedWriter(
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8)));
    }

    private JsonLinesEventStore(BufferedWriter out) {
        this.out = out;
    }

    @Override
    public void add(Event event) throws IOException {
        out.write(DetectionJson.line(event));
        out.write('\n');
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
