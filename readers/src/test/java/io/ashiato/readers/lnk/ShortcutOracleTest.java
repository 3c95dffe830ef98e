package io.ashiato.readers.lnk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.ashiato.bytes.ByteSource;
import io.ashiato.model.FactValue;
import io.ashiato.model.Facts;
import io.ashiato.readers.evtx.Json;
import io.ashiato.readers.evtx.Shared;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The shared shortcuts against what LnkParse3 1.6.0 and liblnk 20260525 agree on, and against the truth
/// of those that were written for the corpus, which outranks both.
class ShortcutOracleTest {
    private static final List<String> AGREED = List.of(
            "created",
            "accessed",
            "modified",
            "file_size",
            "arguments",
            "description",
            "relative_path",
            "working_dir",
            "icon",
            "local_path",
            "volume_serial",
            "volume_label",
            "machine_id",
            "droid_volume",
            "droid_file",
            "birth_droid_volume",
            "birth_droid_file",
            "environment_target",
            "author_sid");

    /// Our name for a fact by its name in the truth of a written file.
    private static final Map<String, String> WRITTEN = Map.of(
            "machine_id", "machine_id",
            "mac", "mac",
            "args", "arguments",
            "icon", "icon",
            "working_dir", "working_dir",
            "sid", "author_sid");

    @BeforeAll
    static void needsTheCorpora() {
        assumeThat(Shared.folder("corpora").isPresent() || "true".equals(System.getenv("CI")))
                .as("no shared folder beside the project")
                .isTrue();
        assertThat(Shared.folder("corpora")).as("shared corpora").isPresent();
    }

    @Test
    void everyAgreedFactIsRead() throws IOException {
        var compared = new TreeMap<String, Integer>();
        var differences = new ArrayList<String>();
        Path corpus = Shared.folder("corpora").orElseThrow().resolve("shortcuts.zip");
        try (var zip = new ZipFile(corpus.toFile())) {
            for (String line :
                    new String(member(zip, "oracle/facts.jsonl"), UTF_8).lines().toList()) {
                Map<String, Object> row = Json.object(line);
                if (row.containsKey("LnkParse3_error") || row.containsKey("tool_error")) {
                    continue;
                }
                Facts facts = ShortcutReader.read(ByteSource.of(member(zip, "files/" + row.get("file"))))
                        .facts();
                expected(row).forEach((name, value) -> {
                    compared.merge(name, 1, Integer::sum);
                    if (!isEqual(value, facts.values().get(name))) {
                        differences.add(row.get("file") + ": " + name + ": " + value + ", read "
                                + facts.values().get(name));
                    }
                });
            }
        }

        assertThat(differences).isEmpty();
        assertThat(compared.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(8_018);
        assertThat(compared)
                .containsEntry("machine_id", 462)
                .containsEntry("mac", 462)
                .containsEntry("arguments", 147)
                .containsEntry("author_sid", 89);
    }

    private static Map<String, Object> expected(Map<String, Object> row) {
        var expected = new TreeMap<String, Object>();
        AGREED.forEach(name -> put(expected, name, row.get(name)));
        if (row.get("droid_file_v1") instanceof Map<?, ?> made) {
            put(expected, "mac", made.get("mac"));
        }
        if (row.get("written_by_us") instanceof Map<?, ?> truth) {
            WRITTEN.forEach((theirs, ours) -> put(expected, ours, truth.get(theirs)));
        }
        return expected;
    }

    private static void put(Map<String, Object> expected, String name, @Nullable Object value) {
        if (value != null) {
            expected.put(name, value);
        }
    }

    /// Times of the oracle have no zone, and mostly whole seconds only.
    private static boolean isEqual(Object expected, @Nullable FactValue read) {
        return switch (read) {
            case FactValue.Text text -> expected.equals(text.value());
            case FactValue.Whole number -> expected.toString().equals(Long.toString(number.value()));
            case FactValue.Time time -> time.value().toString().startsWith(expected.toString());
            case null, default -> false;
        };
    }

    private static byte[] member(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        try (var in = zip.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }
}
