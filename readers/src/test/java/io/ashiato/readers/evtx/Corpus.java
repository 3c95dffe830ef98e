package io.ashiato.readers.evtx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// A shared corpus: logs, or what the oracle says of them.
final class Corpus implements AutoCloseable {
    private final ZipFile zip;

    private Corpus(ZipFile zip) {
        this.zip = zip;
    }

    /// Skips the test where the corpora are absent; fails it where they must be there.
    static void needed() {
        assumeThat(Shared.folder("corpora").isPresent() || "true".equals(System.getenv("CI")))
                .as("no shared folder beside the project")
                .isTrue();
        assertThat(Shared.folder("corpora")).as("shared corpora").isPresent();
    }

    static Corpus open(String name) throws IOException {
        Path folder = Shared.folder("corpora").orElseThrow();
        return new Corpus(new ZipFile(folder.resolve(name).toFile()));
    }

    /// The logs in it, in their order.
    List<ZipEntry> logs() {
        return zip.stream()
                .filter(member -> member.getName().endsWith(".evtx"))
                .map(ZipEntry.class::cast)
                .toList();
    }

    byte[] read(String name) throws IOException {
        ZipEntry entry = Optional.ofNullable(zip.getEntry(name)).orElseThrow();
        try (var in = zip.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    /// The oracle's JSON of a log, a record a line.
    List<String> lines(String log) throws IOException {
        return new String(read(log + ".jsonl"), UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
