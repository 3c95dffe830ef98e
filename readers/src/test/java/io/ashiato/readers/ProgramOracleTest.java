package io.ashiato.readers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.ashiato.bytes.ByteSource;
import io.ashiato.model.Facts;
import io.ashiato.readers.elf.ElfReader;
import io.ashiato.readers.evtx.Json;
import io.ashiato.readers.evtx.Shared;
import io.ashiato.readers.pe.PeReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The shared programs against what pefile 2024.8.26 and LIEF 1.0.0 say of them, and against the maps of functions that
/// were kept when they were built.
class ProgramOracleTest {
    private static final int FACTS = 608;

    /// Function starts that the files themselves name, without looking at the code: in percent of all, by
    /// format. What is missing are thunks and small functions without unwind data.
    private static final Map<String, Integer> NAMED_STARTS = Map.of("elf64", 99, "pe32", 91, "pe64", 83);

    @BeforeAll
    static void needsTheCorpora() {
        assumeThat(Shared.folder("corpora").isPresent() || "true".equals(System.getenv("CI")))
                .as("no shared folder beside the project")
                .isTrue();
        assertThat(Shared.folder("corpora")).as("shared corpora").isPresent();
    }

    @Test
    void factsAreThoseOfTheOracle() throws IOException {
        var differences = new ArrayList<String>();
        int compared = 0;
        try (var corpus = corpus()) {
            for (var row : text(corpus, "oracle/samples.jsonl")
                    .lines()
                    .map(Json::object)
                    .toList()) {
                var expected = expected(row);
                var actual = actual(bytes(corpus, "files/" + row.get("file")), row.containsKey("elf"));
                for (var fact : expected.entrySet()) {
                    compared++;
                    if (!fact.getValue().equals(actual.get(fact.getKey()))) {
                        differences.add(row.get("file") + ": " + fact + " but was " + actual.get(fact.getKey()));
                    }
                }
            }
        }

        assertThat(differences).isEmpty();
        assertThat(compared).isEqualTo(FACTS);
    }

    @Test
    void functionStartsThatFilesNameAreFunctionStarts() throws IOException {
        var known = new TreeMap<String, Integer>();
        var found = new TreeMap<String, Integer>();
        try (var corpus = corpus()) {
            for (var entry : corpus.stream().toList()) {
                if (!entry.getName().startsWith("oracle/functions/")) {
                    continue;
                }
                var row = Json.object(text(corpus, entry.getName()).strip());
                byte[] bytes = bytes(corpus, "files/" + row.get("file"));
                var image = PeReader.image(ByteSource.of(bytes));
                var program = image.isPresent() ? image : ElfReader.image(ByteSource.of(bytes));
                var starts = starts(row);
                String format =
                        image.isEmpty() ? "elf64" : program.orElseThrow().base() > 0xFFFF_FFFFL ? "pe64" : "pe32";
                known.merge(format, starts.size(), Integer::sum);
                program.orElseThrow().functions().forEach(function -> {
                    if (starts.contains(function.address())) {
                        found.merge(format, 1, Integer::sum);
                    }
                });
            }
        }

        known.replaceAll((format, count) -> 100 * found.getOrDefault(format, 0) / count);
        assertThat(known).isEqualTo(NAMED_STARTS);
    }

    private static Set<Long> starts(Map<?, ?> row) {
        return list(row, "functions").stream()
                .map(function -> Long.decode(first(function)))
                .collect(Collectors.toSet());
    }

    private static List<?> list(Map<?, ?> row, String name) {
        return row.get(name) instanceof List<?> list ? list : List.of();
    }

    private static String first(Object list) {
        return ((List<?>) list).getFirst().toString();
    }

    /// The facts that an oracle's row speaks of, as text.
    private static Map<String, String> expected(Map<String, Object> row) {
        var expected = new TreeMap<String, String>();
        if (row.get("elf") instanceof Map<?, ?> elf) {
            expected.put("needed", list(elf, "needed").toString());
            expected.put("imported_functions", String.valueOf(elf.get("imported_functions")));
        }
        if (row.get("pe") instanceof Map<?, ?> pe) {
            for (String name : List.of("imphash", "timestamp", "exports", "overlay", "dotnet", "imports")) {
                expected.put(name, String.valueOf(pe.get(name)));
            }
            expected.put(
                    "sections",
                    list(pe, "sections").stream()
                            .map(ProgramOracleTest::first)
                            .toList()
                            .toString());
        }
        return expected;
    }

    private static Map<String, String> actual(byte[] bytes, boolean elf) throws IOException {
        var source = ByteSource.of(bytes);
        var actual = new TreeMap<String, String>();
        if (elf) {
            Facts facts = ElfReader.read(source).facts();
            actual.put("needed", facts.texts("needed").toString());
            actual.put(
                    "imported_functions",
                    Long.toString(facts.number("imported_functions").orElseThrow()));
            return actual;
        }
        Facts facts = PeReader.read(source).facts();
        actual.put("imphash", facts.text("imphash").orElseThrow());
        for (String name : List.of("timestamp", "exports", "overlay")) {
            actual.put(name, Long.toString(facts.number(name).orElseThrow()));
        }
        actual.put("dotnet", Boolean.toString(facts.flag("dotnet")));
        actual.put("imports", facts.counts("imports").toString());
        actual.put("sections", facts.texts("sections").toString());
        return actual;
    }

    private static ZipFile corpus() throws IOException {
        return new ZipFile(
                Shared.folder("corpora").orElseThrow().resolve("samples.zip").toFile());
    }

    private static String text(ZipFile corpus, String name) throws IOException {
        return new String(bytes(corpus, name), UTF_8);
    }

    private static byte[] bytes(ZipFile corpus, String name) throws IOException {
        try (var in = corpus.getInputStream(corpus.getEntry(name))) {
            return in.readAllBytes();
        }
    }
}
