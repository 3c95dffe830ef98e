package io.ashiato.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.ashiato.readers.evtx.EvtxFile;
import io.ashiato.readers.evtx.EvtxWriter;
import io.ashiato.readers.evtx.Json;
import io.ashiato.readers.evtx.LoggedEvent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.lingala.zip4j.ZipFile;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/// What `dump` prints of logs, wherever they lie.
class DumpCommandTest {
    private static final Map<String, String> ENGLISH = Map.of("LANG", "C");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    private Path folder;

    private Path log = Path.of("");

    @BeforeEach
    void writeLog() throws IOException {
        log = Files.write(folder.resolve("日本 語.evtx"), log("pc.example", 10));
    }

    /// A log with the record ids 100 and up, one record each six hours.
    private static byte[] log(String computer, int records) {
        var writer = new EvtxWriter(100);
        for (int i = 0; i < records; i++) {
            writer.add(LoggedEvent.of("Test", i, "System")
                    .on(computer)
                    .at(START.plusSeconds(i * 6L * 3_600))
                    .with("Text", "café 足跡"));
        }
        return writer.bytes();
    }

    @Test
    void printsAJsonLineForEachRecord() {
        CommandRun run = dump(log.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(Json.lines(run.out())).hasSize(10);
        assertThat(run.out()).contains("\"Text\":\"café 足跡\"").endsWith("}\n");
    }

    @Test
    void printsSeveralLogsAsOneXmlDocument() throws IOException {
        Path other = Files.write(folder.resolve("other.evtx"), log("b.example", 2));
        CommandRun run = dump("--format", "xml", log.toString(), other.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Events>\n<Event ")
                .endsWith("</Event>\n</Events>\n")
                .containsOnlyOnce("<Events>");
        assertThat(run.out().split("<Event ", -1)).hasSize(13);
    }

    @ParameterizedTest
    @CsvSource({"102-104, 3", "108-, 2", "-101, 2", "105, 1", "0-99, 0", "100-18446744073709551615, 10"})
    void recordsAreChosenByTheirIds(String range, int expected) {
        CommandRun run = dump("--records", range, log.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out().lines()).hasSize(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-02, , 6",
        ", 2026-01-01, 4",
        "2026-01-02, 2026-01-02, 4",
        "2026-01-01T06:00:00Z, 2026-01-01T12:00:00Z, 1",
        "2026-01-01T06:00:00, 2026-01-01T12:00:00.0000001, 2",
        "2026-01-01T15:00:00+09:00, 2026-01-01T12:00:00Z, 1"
    })
    void recordsAreChosenByTime(String from, String to, int expected) {
        Stream<String> options = Stream.of(
                        from == null ? Stream.<String>of() : Stream.of("--from", from),
                        to == null ? Stream.<String>of() : Stream.of("--to", to))
                .flatMap(option -> option);
        CommandRun run = dump(Stream.concat(options, Stream.of(log.toString())).toArray(String[]::new));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out().lines()).hasSize(expected);
    }

    static final List<Arguments.ArgumentSet> WRONG = List.of(
            argumentSet("ids that are none", "--records 1..5", "--records 1..5 is no range of record ids. Write"),
            argumentSet("ids that no record can have", "--records 99999999999999999999-", "is no range of record ids."),
            argumentSet("ids without a number", "--records -", "--records - is no range of record ids."),
            argumentSet("ids in reverse", "--records 9-2", "ends before it begins. Write --records 2-9."),
            argumentSet("a time that is none", "--from yesterday", "--from yesterday is no time. Write --from 2026-"),
            argumentSet("a day that does not exist", "--to 2026-02-30", "--to 2026-02-30 is no time."),
            argumentSet("times in reverse", "--from 2026-02-02 --to 2026-02-01", "is not after --from 2026-02-02"),
            argumentSet("a part of statistics", "--stats --records 1-", "--stats goes without --records, --from, --to"),
            argumentSet("facts of a part", "--facts --from 2026-01-01", "--facts goes without"),
            argumentSet("facts as XML", "--facts --format xml", "--format xml is not known. Choose from: jsonl."),
            argumentSet("statistics as XML", "--stats --format xml", "Choose from: text, jsonl."));

    @ParameterizedTest
    @FieldSource("WRONG")
    void wrongOptionsEndInOneSentence(String options, String expected) {
        CommandRun run = dump(Stream.concat(Arrays.stream(options.split(" ", -1)), Stream.of(log.toString()))
                .toArray(String[]::new));

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(run.err()).startsWith("ashiato: ").contains(expected);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void nothingIsPrintedWhereAnArgumentIsMissing() {
        CommandRun run = dump(log.toString(), folder.resolve("nope").toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("nope' is no file or folder: dump takes event logs");
    }

    @Test
    void logsInFoldersAndArchivesAreFound() throws IOException {
        Files.write(
                folder.resolve("collection.zip"), zip("a/b.evtx", log("b.example", 3), "notes.txt", new byte[] {'x'}));
        assertThat(dump("--quiet", folder.toString()).err()).isEmpty();
        CommandRun run = dump(folder.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out().lines()).hasSize(13);
        assertThat(run.err()).isEqualTo("ashiato: 1 other item in folders or archives left out, being no event log.\n");
    }

    @Test
    void encryptedArchiveNeedsItsPassword() throws IOException {
        var parameters = new ZipParameters();
        parameters.setEncryptFiles(true);
        parameters.setEncryptionMethod(EncryptionMethod.AES);
        Path archive = folder.resolve("c.zip");
        try (var zip = new ZipFile(archive.toFile(), "infected".toCharArray())) {
            zip.addFile(log.toFile(), parameters);
        }

        CommandRun without = dump(archive.toString());
        assertThat(without.exitCode()).isEqualTo(ExitCode.DONE_WITH_GAPS);
        assertThat(without.out()).isEmpty();
        assertThat(without.err())
                .isEqualTo(
                        "ashiato: " + archive
                                + "!/日本 語.evtx: The archive is encrypted and was not unpacked: no password at hand opens it.\n");

        CommandRun with = dump("--password", "infected", archive.toString());
        assertThat(with.exitCode()).as(with.err()).isZero();
        assertThat(with.out().lines()).hasSize(10);
    }

    @Test
    void folderWithoutALogIsTold() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Path notes = Files.createDirectory(folder.resolve("notes"));
        Files.writeString(notes.resolve("a.txt"), "text");

        CommandRun run = dump(empty.toString(), notes.toString());
        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE_WITH_GAPS);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("ashiato: no Windows event log (.evtx) in '" + empty + "', '" + notes + "'.\n");
    }

    @Test
    void damagedMemberIsToldByItsPath() throws IOException {
        byte[] damaged = log("b.example", 3);
        damaged[EvtxFile.HEADER_SIZE + 512 + 24] = (byte) 0xEE; // the first token of the first record
        Path archive = Files.write(folder.resolve("c.zip"), zip("x.evtx", damaged));

        CommandRun run = dump(archive.toString());
        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE_WITH_GAPS);
        assertThat(run.out().lines()).hasSize(2);
        assertThat(run.err())
                .contains("'" + archive + "!/x.evtx' is damaged in 1 place: what could be read was printed.");
    }

    @Test
    void standardInputIsReadAsALog() {
        CommandRun run = CommandRun.in(ENGLISH, log("pc.example", 4), "dump", "-");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out().lines()).hasSize(4);
    }

    @Test
    void standardInputIsReadAsAnArchive() throws IOException {
        byte[] archive = zip("x.evtx", log("pc.example", 4));
        CommandRun run = CommandRun.in(ENGLISH, archive, "dump", "--stats", "-");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("-!/x.evtx\n").contains("Records        4 read, 0 lost\n");
    }

    @Test
    void standardInputWithoutALogIsTold() throws IOException {
        CommandRun empty = CommandRun.in(ENGLISH, new byte[0], "dump", "-");
        assertThat(empty.exitCode()).isEqualTo(ExitCode.DONE_WITH_GAPS);
        assertThat(empty.err())
                .isEqualTo("ashiato: standard input is no Windows event log (.evtx): its content is empty.\n");

        CommandRun archive = CommandRun.in(ENGLISH, zip("a.txt", new byte[] {'x'}), "dump", "-");
        assertThat(archive.exitCode()).isEqualTo(ExitCode.DONE_WITH_GAPS);
        assertThat(archive.err()).isEqualTo("ashiato: no Windows event log (.evtx) in standard input.\n");
    }

    @Test
    void statisticsAreLinesForPeopleAndJsonForPrograms() throws IOException {
        byte[] gone = log("pc.example", 10);
        Arrays.fill(gone, EvtxFile.HEADER_SIZE, EvtxFile.HEADER_SIZE + EvtxFile.CHUNK_SIZE, (byte) 0);
        Path blank = Files.write(folder.resolve("blank.evtx"), gone);

        CommandRun text = dump("--stats", log.toString(), blank.toString());
        assertThat(text.exitCode()).as(text.err()).isZero();
        assertThat(text.out())
                .startsWith(log + "\n")
                .contains("\n\n" + blank + "\n")
                .contains("Record ids     100 to 109; none missing\n")
                .contains("TimeCreated    2026-01-01 00:00:00 UTC to 2026-01-03 06:00:00 UTC\n")
                .contains("Chunks         1: 0 used, 1 empty, 0 damaged\n");

        CommandRun json = dump("--stats", "--format", "jsonl", log.toString(), blank.toString());
        List<Map<String, Object>> lines = Json.lines(json.out());
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst())
                .containsEntry("path", log.toString())
                .containsEntry("records", Json.object("{\"read\":10,\"lost\":0,\"flaws\":0}"));
    }

    @Test
    void statisticsSpeakJapanese() {
        CommandRun run = CommandRun.in(Map.of("LANG", "ja_JP.UTF-8"), "dump", "--stats", log.toString());

        assertThat(run.out()).contains("レコードID", "欠番なし").doesNotContain("null");
    }

    /// As with `| head`: the reader has gone, and nobody is to be told.
    @Test
    void endsQuietlyWhenNobodyReads() {
        var err = new ByteArrayOutputStream();
        int exitCode = CommandRun.in(ENGLISH, streams("Broken pipe", err), "dump", log.toString());

        assertThat(exitCode).isEqualTo(ExitCode.FAILED);
        assertThat(err.size()).isZero();
    }

    @Test
    void tellsThatTheDiskIsFull() {
        var err = new ByteArrayOutputStream();
        int exitCode = CommandRun.in(ENGLISH, streams("No space left on device", err), "dump", log.toString());

        assertThat(exitCode).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("no space left while writing");
    }

    private static Streams streams(String failure, OutputStream err) {
        var failing = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(failure);
            }
        };
        return new Streams(new ByteArrayInputStream(new byte[0]), failing, err);
    }

    private static byte[] zip(Object... namesAndContents) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
                zip.write((byte[]) namesAndContents[i + 1]);
            }
        }
        return bytes.toByteArray();
    }

    private static CommandRun dump(String... arguments) {
        return CommandRun.of(
                Stream.concat(Stream.of("dump"), Arrays.stream(arguments)).toArray(String[]::new));
    }
}
