package io.ashiato.cli.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.ashiato.cli.example.adminday.AdminDay;
import io.ashiato.cli.example.copycat.Copycat;
import io.ashiato.cli.example.firstlook.FirstLook;
import io.ashiato.intel.knowledge.KnowledgeFile;
import io.ashiato.intel.knowledge.KnownSample;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/// The examples in `examples` are what their stories say.
///
/// After a change of a story `./mvnw test -pl cli -am -Dtest=ExampleFilesTest
/// -Dsurefire.failIfNoSpecifiedTests=false -Dashiato.write-examples=true` writes the files anew.
class ExampleFilesTest {
    private static final int MAX_SIZE = 3_000_000;

    static final List<Arguments.ArgumentSet> EXAMPLES = List.of(
            example("first-look", FirstLook::files),
            example("admin-day", AdminDay::files),
            example("copycat", Copycat::files));

    private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile("(?<![0-9.])(?:" + OCTET + "\\.){3}" + OCTET + "(?![0-9.])");
    private static final Pattern PRIVATE_OR_DOCUMENTATION =
            Pattern.compile("10\\.20\\..*|127\\.0\\.0\\.1|192\\.0\\.2\\..*|198\\.51\\.100\\..*|203\\.0\\.113\\..*");

    private static Arguments.ArgumentSet example(String name, Supplier<SortedMap<String, byte[]>> story) {
        return argumentSet(name, name, story);
    }

    @ParameterizedTest
    @FieldSource("EXAMPLES")
    void committedFilesAreWhatTheStoryWrites(String name, Supplier<SortedMap<String, byte[]>> story)
            throws IOException {
        SortedMap<String, byte[]> files = story.get();
        Path folder = ExampleFolders.ROOT.resolve(name);
        if (Boolean.getBoolean("ashiato.write-examples")) {
            write(folder, files);
        }
        assertThat(committed(folder)).containsExactlyElementsOf(files.keySet());
        long size = 0;
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            byte[] committed = Files.readAllBytes(folder.resolve(file.getKey()));
            size += committed.length;
            assertThat(comparable(file.getKey(), committed))
                    .as(file.getKey())
                    .isEqualTo(comparable(file.getKey(), file.getValue()));
        }
        assertThat(size).isLessThan(MAX_SIZE);
    }

    @ParameterizedTest
    @FieldSource("EXAMPLES")
    void storyToldTwiceGivesTheSameBytes(String name, Supplier<SortedMap<String, byte[]>> story) {
        SortedMap<String, byte[]> once = story.get();
        SortedMap<String, byte[]> again = story.get();
        assertThat(again.keySet()).isEqualTo(once.keySet());
        again.forEach((path, bytes) -> assertThat(bytes).as(name + "/" + path).isEqualTo(once.get(path)));
    }

    @ParameterizedTest
    @FieldSource("EXAMPLES")
    void nothingInTheLogsIsDamaged(String name, Supplier<SortedMap<String, byte[]>> story) throws IOException {
        for (Map.Entry<String, byte[]> log : ExampleLogs.of(story.get()).entrySet()) {
            assertThat(ExampleLogs.damage(log.getValue()))
                    .as(name + "/" + log.getKey())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @FieldSource("EXAMPLES")
    void addressesArePrivateOrForDocumentation(String name, Supplier<SortedMap<String, byte[]>> story)
            throws IOException {
        for (Map.Entry<String, byte[]> log : ExampleLogs.of(story.get()).entrySet()) {
            for (String line : ExampleLogs.lines(log.getValue())) {
                assertThat(IPV4.matcher(line).results().map(MatchResult::group))
                        .as(name + "/" + log.getKey())
                        .allMatch(address ->
                                PRIVATE_OR_DOCUMENTATION.matcher(address).matches());
            }
        }
    }

    @ParameterizedTest
    @FieldSource("EXAMPLES")
    void knowledgeSaysThatItIsInvented(String name, Supplier<SortedMap<String, byte[]>> story) throws Exception {
        byte[] json = story.get().get("knowledge.json");
        if (json == null) {
            assertThat(name).isEqualTo("admin-day");
            return;
        }
        KnowledgeFile knowledge = KnowledgeFile.read(json);
        assertThat(knowledge.invented()).isTrue();
        assertThat(knowledge.note()).containsOnlyKeys("en", "ja");
        assertThat(knowledge.reports())
                .isNotEmpty()
                .allMatch(report -> report.source().title().endsWith("(invented)"));
    }

    /// The same for the same content: fingerprints are compressed, and compressed bytes depend on the library
    /// of the Java in use.
    private static Object comparable(String path, byte[] bytes) throws IOException {
        if (!path.equals("knowledge.json")) {
            return bytes;
        }
        try {
            KnowledgeFile file = KnowledgeFile.read(bytes);
            SortedMap<String, String> samples = new TreeMap<>();
            for (KnownSample sample : file.samples()) {
                var unpacked = new GZIPInputStream(new ByteArrayInputStream(sample.featureBytes()));
                samples.put(sample.toString(), io.ashiato.bytes.Digests.sha256(unpacked.readAllBytes()));
            }
            return List.of(file.reports(), file.note(), file.campaigns(), file.software(), file.uses(), samples);
        } catch (io.ashiato.intel.knowledge.KnowledgeFormatException e) {
            throw new IllegalStateException(path, e);
        }
    }

    private static void write(Path folder, SortedMap<String, byte[]> files) throws IOException {
        if (Files.isDirectory(folder)) {
            for (String old : committed(folder)) {
                Files.delete(folder.resolve(old));
            }
        }
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(Optional.ofNullable(path.getParent()).orElse(folder));
            Files.write(path, file.getValue());
        }
    }

    /// All files of the example but its README, which people write.
    private static List<String> committed(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }
}
