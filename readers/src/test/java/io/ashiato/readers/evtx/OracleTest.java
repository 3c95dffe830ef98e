package io.ashiato.readers.evtx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/// All records of the shared corpus against what `evtx_dump` 0.15.1 says of them.
class OracleTest {
    private static final int RECORDS = 44_506;

    @Test
    void everyRecordOfTheCorpusReadsAsInTheOracle() throws IOException {
        Optional<Path> corpora = Shared.folder("corpora");
        assumeThat(corpora.isPresent() || "true".equals(System.getenv("CI")))
                .as("no shared folder beside the project")
                .isTrue();
        assertThat(corpora).as("shared corpora").isPresent();
        var differences = new ArrayList<String>();
        int compared = 0;
        try (var logs = new ZipFile(corpora.get().resolve("evtx.zip").toFile());
                var oracle =
                        new ZipFile(corpora.get().resolve("evtx-oracle.zip").toFile())) {
            for (ZipEntry entry : logs.stream()
                    .filter(member -> member.getName().endsWith(".evtx"))
                    .map(ZipEntry.class::cast)
                    .toList()) {
                byte[] log = read(logs, entry);
                List<String> theirs = lines(oracle, entry.getName() + ".jsonl");
                List<String> ours = Logs.json(log);
                compared += theirs.size();
                differences.addAll(differences(entry.getName(), theirs, ours));
            }
        }

        assertThat(compared).isEqualTo(RECORDS);
        assertThat(differences).isEmpty();
    }

    private static List<String> differences(String name, List<String> theirs, List<String> ours) {
        var differences = new ArrayList<String>();
        if (theirs.size() != ours.size()) {
            differences.add(name + ": " + theirs.size() + " records in the oracle, " + ours.size() + " here");
        }
        for (int i = 0; i < Math.min(theirs.size(), ours.size()); i++) {
            Map<String, Object> expected = Json.object(theirs.get(i));
            Map<String, Object> found = Json.object(ours.get(i));
            if (!expected.equals(found)) {
                differences.add(name + ": oracle " + theirs.get(i) + ", here " + ours.get(i));
            }
        }
        return differences;
    }

    private static List<String> lines(ZipFile zip, String name) throws IOException {
        ZipEntry entry = Optional.ofNullable(zip.getEntry(name)).orElseThrow();
        return new String(read(zip, entry), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static byte[] read(ZipFile zip, ZipEntry entry) throws IOException {
        try (var in = zip.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }
}
