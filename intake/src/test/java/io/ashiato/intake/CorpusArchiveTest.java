package io.ashiato.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.ashiato.bytes.Digests;
import io.ashiato.intake.Intakes.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Real collections, with the JDK's zip reader as the judge.
class CorpusArchiveTest {
    @TempDir
    Path scratch;

    @ParameterizedTest
    @ValueSource(strings = {"evtx.zip", "evtx-odd.zip", "documents.zip", "mail.zip", "shortcuts.zip", "windows.zip"})
    void everyMemberComesOutWithTheDigestThatTheJdkFinds(String name) throws IOException {
        Path archive = corpora().resolve(name);
        Map<String, String> expected = new TreeMap<>();
        try (var zip = new ZipFile(archive.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                if (!entry.isDirectory()) {
                    byte[] bytes = zip.getInputStream(entry).readAllBytes();
                    expected.put(archive + "!/" + entry.getName(), Digests.sha256(bytes));
                }
            }
        }

        Outcome outcome = Intakes.walk(scratch, archive);

        Map<String, String> found = new TreeMap<>();
        for (var seen : outcome.seen()) {
            if (seen.item().parent().equals(Optional.of(archive.toString()))) {
                found.put(seen.item().path(), seen.item().sha256());
            }
        }
        assertThat(found).isEqualTo(expected);
    }

    /// The folder `shared/corpora` beside the project; a build that must have it fails without it.
    private static Path corpora() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path shared = at.resolve("shared");
            if (Files.exists(shared.resolve("README.md"))) {
                return shared.resolve("corpora");
            }
        }
        assertThat(System.getenv("CI"))
                .as("CI needs the folder shared beside the project")
                .isNotEqualTo("true");
        assumeTrue(false, "no folder shared beside the project");
        throw new IllegalStateException("skipped");
    }
}
