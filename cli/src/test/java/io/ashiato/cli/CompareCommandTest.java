package io.ashiato.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.intel.knowledge.KnowledgeFile;
import io.ashiato.intel.knowledge.KnowledgeFormatException;
import io.ashiato.intel.knowledge.KnownSample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `compare` and `knowledge add-samples`, on the two programs of the examples: the second is the first, changed.
class CompareCommandTest {
    private static final Path PROGRAMS = ProjectFolder.root().resolve("examples/programs");
    private static final String FIRST = PROGRAMS.resolve("kagerou-1.exe").toString();
    private static final String SECOND = PROGRAMS.resolve("kagerou-2.exe").toString();

    @TempDir
    private Path folder;

    @BeforeEach
    void makeSamples() throws IOException {
        Files.createDirectories(folder.resolve("samples/deep"));
        Files.copy(Path.of(FIRST), folder.resolve("samples/a.exe"));
        Files.copy(Path.of(SECOND), folder.resolve("samples/deep/b.exe"));
        Files.copy(Path.of(SECOND), folder.resolve("samples/c.exe"));
    }

    @Test
    void saysInWordsHowAlikeProgramsAre() {
        CommandRun run = CommandRun.of("compare", FIRST, SECOND);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .containsPattern("kagerou-2.exe: (nearly identical|same family): \\d+ of \\d+ own functions match, "
                        + "\\d+ strings?, \\d+ constants? and \\d+ imports? shared; score 0\\.\\d\\d\\.");
        assertThat(CommandRun.of("compare", FIRST, SECOND, "--lang", "ja").out())
                .containsPattern("(ほぼ同一|同じ系統)。固有の関数\\d+個中\\d+個が一致");
    }

    @Test
    void writesAllPairsInTheSameOrderForAnyNumberOfThreads() {
        String samples = folder.resolve("samples").toString();
        CommandRun run = CommandRun.of("compare", samples, "--pairs", "--threads", "3");
        assertThat(run.exitCode()).as(run.err()).isZero();
        List<JsonNode> pairs =
                run.out().lines().map(JsonMapper.shared()::readTree).toList();
        assertThat(pairs)
                .extracting(
                        pair -> pair.path("a").asString() + " " + pair.path("b").asString())
                .containsExactly("a.exe c.exe", "a.exe deep/b.exe", "c.exe deep/b.exe");
        assertThat(pairs.get(2).path("score").asDouble())
                .isGreaterThan(pairs.get(1).path("score").asDouble());
        assertThat(CommandRun.of("compare", samples, "--pairs", "--threads", "1")
                        .out())
                .isEqualTo(run.out());
    }

    @Test
    void aFolderWithoutPairsIsToldAsSuch() throws IOException {
        Path folderOfOne = Files.createDirectories(folder.resolve("one"));
        CommandRun none = CommandRun.of("compare", folderOfOne.toString(), "--pairs");
        assertThat(none.exitCode()).isEqualTo(ExitCode.DONE_WITH_GAPS);
        assertThat(none.err())
                .isEqualTo("ashiato: '" + folderOfOne + "' holds no program: there is no pair to compare.\n");
        Files.copy(Path.of(FIRST), folderOfOne.resolve("a.exe"));
        CommandRun one = CommandRun.of("compare", folderOfOne.toString(), "--pairs");
        assertThat(one.err()).contains("holds one program only");
        assertThat(one.out()).isEmpty();
    }

    @Test
    void whatIsNoProgramCostsOneSentence() throws IOException {
        Files.writeString(folder.resolve("samples/notes.txt"), "nothing");
        byte[] program = Files.readAllBytes(Path.of(FIRST));
        Files.write(folder.resolve("samples/cut.exe"), java.util.Arrays.copyOf(program, 300));
        CommandRun run = CommandRun.of("compare", folder.resolve("samples").toString(), "--pairs");
        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE_WITH_GAPS);
        assertThat(run.err().lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).startsWith("ashiato: '").endsWith("."));
        assertThat(run.err()).contains("'notes.txt' is no Windows or Linux program: its content is text.");
        assertThat(run.out().lines().filter(line -> line.contains("notes.txt"))).isEmpty();
    }

    @Test
    void keepsFingerprintsAndFindsThemAgain() throws IOException, KnowledgeFormatException {
        Path knowledge = folder.resolve("ours.json");
        CommandRun added = add(folder.resolve("samples").toString(), knowledge);
        assertThat(added.exitCode()).as(added.err()).isZero();
        assertThat(added.err()).contains("2 samples added, 1 known already");
        KnowledgeFile file = KnowledgeFile.read(Files.readAllBytes(knowledge));
        assertThat(file.samples())
                .hasSize(2)
                .allSatisfy(sample -> assertThat(sample.family()).isEqualTo("Kagerou"))
                .extracting(sample -> sample.source().title())
                .containsOnly("Our case 17");
        for (KnownSample sample : file.samples()) {
            String bytes = unpacked(sample.featureBytes());
            assertThat(bytes).doesNotContain("This program cannot be run").doesNotContain("kernel32", "KERNEL32");
        }

        CommandRun run = CommandRun.of("compare", SECOND, "--knowledge", knowledge.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out().lines().findFirst().orElse(""))
                .contains(SECOND + " and Kagerou (Our case 17): nearly identical");
    }

    @Test
    void addsToAFileThatIsThereAndChangesNothingElseInIt() throws IOException, KnowledgeFormatException {
        Path knowledge = folder.resolve("ours.json");
        Files.writeString(knowledge, """
                {"ashiato_knowledge": 1, "name": "ours", "invented": true,
                 "sources": {"s1": {"publisher": "P", "title": "T", "date": "2019-05"}},
                 "actors": [{"id": "X1", "name": "Red Fox", "catalogue": "s1"}]}
                """);
        assertThat(CommandRun.of(
                                "knowledge",
                                "add-samples",
                                folder.resolve("samples").toString(),
                                "--family",
                                "Kagerou",
                                "--source",
                                "s1",
                                "-o",
                                knowledge.toString())
                        .exitCode())
                .isZero();
        KnowledgeFile file = KnowledgeFile.read(Files.readAllBytes(knowledge));
        assertThat(file.name()).isEqualTo("ours");
        assertThat(file.actors()).hasSize(1);
        assertThat(file.sources()).containsOnlyKeys("s1");
        assertThat(file.samples())
                .hasSize(2)
                .allSatisfy(sample -> assertThat(sample.source().invented()).isTrue());

        byte[] once = Files.readAllBytes(knowledge);
        CommandRun again = CommandRun.of(
                "knowledge",
                "add-samples",
                folder.resolve("samples").toString(),
                "--family",
                "Kagerou",
                "--source",
                "s1",
                "-o",
                knowledge.toString());
        assertThat(again.err()).contains("0 samples added, 3 known already");
        assertThat(Files.readAllBytes(knowledge)).isEqualTo(once);
    }

    @Test
    void wrongUseEndsInOneSentence() throws IOException {
        Path notOurs = Files.writeString(folder.resolve("not-ours.json"), "{\"x\": 1}");
        Path empty = Files.createDirectories(folder.resolve("empty"));
        String samples = folder.resolve("samples").toString();
        refused("a comparison needs two programs", "compare", FIRST);
        refused("--pairs needs one folder", "compare", FIRST, SECOND, "--pairs");
        refused(
                "no such file or folder",
                "compare",
                FIRST,
                folder.resolve("nope").toString());
        refused("no such file or folder", "compare", FIRST, "--pairs");
        refused(
                "holds no known sample",
                "compare",
                FIRST,
                "--knowledge",
                knowledgeWithout().toString());
        Path damaged = Files.writeString(folder.resolve("damaged.json"), """
                {"ashiato_knowledge": 1, "name": "damaged", "invented": false,
                 "sources": {"s1": {"publisher": "P", "title": "T", "date": "2019-05"}},
                 "samples": [{"family": "Kagerou", "source": "s1", "sha256": "%s", "features": "QUFBQQ=="}]}
                """.formatted("ab".repeat(32)));
        refused("fingerprints of the known sample Kagerou", "compare", FIRST, "--knowledge", damaged.toString());
        refused("is no knowledge file", "compare", FIRST, "--knowledge", notOurs.toString());
        assertThat(add(samples, notOurs).err()).contains("is no knowledge file");
        assertThat(Files.readString(notOurs)).isEqualTo("{\"x\": 1}");
        assertThat(add(empty.toString(), folder.resolve("new.json")).err()).contains("no program in");
        assertThat(folder.resolve("new.json")).doesNotExist();
        refused(
                "--family needs a text",
                "knowledge",
                "add-samples",
                samples,
                "--family",
                " ",
                "--source",
                "x",
                "-o",
                folder.resolve("new.json").toString());
    }

    private Path knowledgeWithout() throws IOException {
        return Files.writeString(
                folder.resolve("none.json"), "{\"ashiato_knowledge\": 1, \"name\": \"none\", \"invented\": false}");
    }

    private static CommandRun add(String samples, Path knowledge) {
        return CommandRun.of(
                "knowledge",
                "add-samples",
                samples,
                "--family",
                "Kagerou",
                "--source",
                "Our case 17",
                "-o",
                knowledge.toString());
    }

    private static String unpacked(byte[] gzip) throws IOException {
        try (var in = new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(gzip))) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static void refused(String sentence, String... line) {
        CommandRun run = CommandRun.of(line);
        assertThat(run.err()).startsWith("ashiato: ").contains(sentence);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    }
}
