package io.ashiato.readers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.ashiato.bytes.ByteSource;
import io.ashiato.model.FactValue;
import io.ashiato.readers.evtx.Json;
import io.ashiato.readers.evtx.Shared;
import io.ashiato.readers.ole.OleReader;
import io.ashiato.readers.ooxml.OoxmlReader;
import io.ashiato.readers.pdf.PdfReader;
import io.ashiato.readers.rtf.RtfReader;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The shared documents against oletools 0.60.2, olefile 0.47 and pypdf 7.1.0, and against the truth of those that
/// were written for the corpus. How many values of each fact are the same is pinned; where a value differs, the
/// reason stands in [#OTHERWISE].
class DocumentOracleTest {
    /// Values in which the oracle is not followed, by `kind fact`.
    private static final Map<String, Integer> OTHERWISE = Map.ofEntries(
            // Code page 65001 as a signed number of 16 bits.
            Map.entry("ole codepage", 8),
            // A zero time is no time in 1601.
            Map.entry("ole created", 1),
            Map.entry("ole modified", 3),
            // UTF-8 read as Latin-1.
            Map.entry("ole author", 1),
            Map.entry("ole title", 1),
            // A mail, which another reader reads.
            Map.entry("ole macros", 1),
            // The file's own name counts there beside the name in the list.
            Map.entry("pdf attachments", 1),
            // UTF-8 without a mark: read as the format's own encoding there.
            Map.entry("pdf author", 1),
            // Escapes left as they are.
            Map.entry("rtf author", 1),
            Map.entry("rtf last_saved_by", 1),
            Map.entry("rtf title", 2));

    private static final int VALUES = 1_933;

    private static final Map<String, String> OLE = Map.ofEntries(
            Map.entry("author", "author"),
            Map.entry("last_saved_by", "last_saved_by"),
            Map.entry("create_time", "created"),
            Map.entry("last_saved_time", "modified"),
            Map.entry("title", "title"),
            Map.entry("creating_application", "application"),
            Map.entry("template", "template"),
            Map.entry("company", "company"),
            Map.entry("num_words", "words"),
            Map.entry("codepage", "codepage"));

    private static final Map<String, String> OOXML = Map.ofEntries(
            Map.entry("creator", "author"),
            Map.entry("lastModifiedBy", "last_saved_by"),
            Map.entry("created", "created"),
            Map.entry("modified", "modified"),
            Map.entry("title", "title"),
            Map.entry("Application", "application"),
            Map.entry("Template", "template"),
            Map.entry("Company", "company"),
            Map.entry("Words", "words"),
            Map.entry("rsidRoot", "rsid_root"));

    private static final Map<String, String> RTF =
            Map.of("author", "author", "operator", "last_saved_by", "title", "title", "company", "company");

    private static final Map<String, String> PDF =
            Map.of("/Author", "author", "/Title", "title", "/Creator", "application", "/Producer", "producer");

    private static final List<String> WRITTEN =
            List.of("author", "last_saved_by", "company", "rsid_root", "external", "password");

    @BeforeAll
    static void needsTheCorpora() {
        assumeThat(Shared.folder("corpora").isPresent() || "true".equals(System.getenv("CI")))
                .as("no shared folder beside the project")
                .isTrue();
        assertThat(Shared.folder("corpora")).as("shared corpora").isPresent();
    }

    @Test
    void factsAreThoseOfTheOracle() throws IOException {
        var different = new TreeMap<String, Integer>();
        var places = new ArrayList<String>();
        int compared = 0;
        var corpus = Shared.folder("corpora").orElseThrow().resolve("documents.zip");
        try (var zip = new ZipFile(corpus.toFile())) {
            for (String line : new String(member(zip, "oracle/documents.jsonl"), UTF_8).split("\n")) {
                Map<String, Object> row = line.isBlank() ? Map.of() : Json.object(line);
                Optional<ArtefactReading> reading = read(zip, row);
                for (var expected : reading.isEmpty()
                        ? Map.<String, Object>of().entrySet()
                        : expected(row).entrySet()) {
                    compared++;
                    FactValue ours = reading.orElseThrow().facts().values().get(expected.getKey());
                    if (!isEqual(expected.getValue(), ours)) {
                        different.merge(row.get("kind") + " " + expected.getKey(), 1, Integer::sum);
                        places.add(row.get("file") + ": " + expected + ", read " + ours);
                    }
                }
            }
        }
        assertThat(different).as(String.join("\n", places)).isEqualTo(OTHERWISE);
        assertThat(compared).isEqualTo(VALUES);
    }

    private static Optional<ArtefactReading> read(ZipFile zip, Map<String, Object> row) throws IOException {
        String kind = Objects.toString(row.get("kind"), "");
        if (!List.of("ole", "ooxml", "pdf", "rtf").contains(kind)) {
            return Optional.empty();
        }
        var source = ByteSource.of(member(zip, "files/" + row.get("file")));
        return Optional.of(
                switch (kind) {
                    case "ole" -> OleReader.read(source);
                    case "ooxml" -> OoxmlReader.read(source);
                    case "pdf" -> PdfReader.read(source);
                    default -> RtfReader.read(source);
                });
    }

    /// What the comparer of the reference material expects of one file.
    private static Map<String, Object> expected(Map<String, Object> row) {
        var facts = new LinkedHashMap<String, Object>();
        switch (Objects.toString(row.get("kind"))) {
            case "ole" -> pick(object(row, "metadata"), OLE, facts);
            case "ooxml" -> {
                pick(object(row, "metadata"), OOXML, facts);
                facts.put("external", externalTargets(row));
            }
            case "rtf" -> pick(object(row, "info"), RTF, facts);
            default -> pdf(object(row, "pypdf"), facts);
        }
        if (row.containsKey("olevba") && !object(row, "olevba").containsKey("error")) {
            macros(object(row, "olevba"), facts);
        }
        Map<?, ?> written = object(row, "written_by_us");
        for (String name : WRITTEN) {
            if (written.get(name) != null) {
                facts.put(name, written.get(name));
            }
        }
        return facts;
    }

    private static void pdf(Map<?, ?> seen, Map<String, Object> facts) {
        pick(object(seen, "meta"), PDF, facts);
        if (seen.containsKey("uris")) {
            facts.put("pages", seen.get("pages"));
            facts.put("uris", new ArrayList<>(new TreeSet<>((List<?>) seen.get("uris"))));
            facts.put("encrypted", seen.get("encrypted"));
            facts.put("attachments", new ArrayList<>(object(seen, "attachments").keySet()));
        }
    }

    private static void macros(Map<?, ?> seen, Map<String, Object> facts) {
        List<?> modules = seen.get("modules") instanceof List<?> list ? list : List.of();
        facts.put("macros", "true".equals(Objects.toString(seen.get("macros"))));
        if (!modules.isEmpty()) {
            facts.put(
                    "macro_modules",
                    modules.stream().map(m -> ((Map<?, ?>) m).get("module")).toList());
        }
    }

    private static List<String> externalTargets(Map<String, Object> row) {
        var targets = new TreeSet<String>();
        if (row.get("oleobj_external") instanceof List<?> entries) {
            entries.forEach(entry -> targets.add(Objects.toString(((List<?>) entry).get(1))));
        }
        return List.copyOf(targets);
    }

    private static Map<?, ?> object(Map<?, ?> from, String name) {
        return from.get(name) instanceof Map<?, ?> object ? object : Map.of();
    }

    private static void pick(Map<?, ?> from, Map<String, String> names, Map<String, Object> facts) {
        names.forEach((theirs, ours) -> {
            Object value = from.get(theirs);
            if (value != null && !value.toString().equals("null")) {
                facts.put(ours, value);
            }
        });
    }

    /// Lists in any order; times to the microsecond, as the oracle has them.
    private static boolean isEqual(Object expected, @Nullable FactValue ours) {
        return switch (ours) {
            case FactValue.Text text -> expected.toString().equals(text.value());
            case FactValue.Whole number -> expected.toString().equals(Long.toString(number.value()));
            case FactValue.Flag flag -> expected.toString().equals(Boolean.toString(flag.value()));
            case FactValue.Time time ->
                time.value().truncatedTo(ChronoUnit.MICROS).equals(instant(expected.toString()));
            case FactValue.Texts texts ->
                expected instanceof List<?> list
                        && list.stream()
                                .map(Object::toString)
                                .sorted()
                                .toList()
                                .equals(texts.values().stream().sorted().toList());
            case null, default -> false;
        };
    }

    private static Instant instant(String time) {
        return Instant.parse(time.endsWith("Z") ? time : time + "Z");
    }

    private static byte[] member(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        try (var in = zip.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }
}
