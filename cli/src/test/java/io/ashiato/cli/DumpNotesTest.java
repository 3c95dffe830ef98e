package io.ashiato.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.ashiato.readers.evtx.EvtxFile;
import io.ashiato.readers.evtx.EvtxWriter;
import io.ashiato.readers.evtx.LoggedEvent;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/// What `dump` tells beside the records, and which option tells more.
class DumpNotesTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int FIRST_RECORD = EvtxFile.HEADER_SIZE + 512;
    private static final int FILE_HEADER_CHECKSUM = 124;

    @TempDir
    private Path folder;

    /// Logs with ten records: whole, with one that is damaged, with one that was edited, with a wrong file header,
    /// with a chunk of zeros; and bytes that are no log.
    @BeforeEach
    void writeFiles() throws IOException {
        write("whole.evtx", log());
        byte[] damaged = log();
        damaged[FIRST_RECORD + 24] = (byte) 0xEE; // its first token
        write("damaged.evtx", damaged);
        byte[] edited = log();
        edited[FIRST_RECORD + 16] ^= 1; // the time it was written
        write("edited.evtx", edited);
        byte[] header = log();
        header[FILE_HEADER_CHECKSUM] ^= 1;
        write("header.evtx", header);
        byte[] blank = log();
        Arrays.fill(blank, EvtxFile.HEADER_SIZE, blank.length, (byte) 0);
        write("blank.evtx", blank);
        var bytes = new byte[5_000];
        Arrays.fill(bytes, 100, 200, (byte) 0xFF);
        write("bytes.bin", bytes);
        Files.createDirectory(folder.resolve("dir"));
        Files.write(folder.resolve("dir/memory.raw"), bytes);
    }

    private static byte[] log() {
        var writer = new EvtxWriter(100);
        for (int i = 0; i < 10; i++) {
            writer.add(LoggedEvent.of("Test", i, "System").at(START.plusSeconds(i)));
        }
        return writer.bytes();
    }

    private void write(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
    }

    /// Options, exit code, and what is told; `@` stands for the folder.
    static final List<Arguments.ArgumentSet> NOTES = List.of(
            argumentSet("a whole log", "@/whole.evtx", 0, ""),
            argumentSet(
                    "damage",
                    "@/damaged.evtx",
                    1,
                    "'@/damaged.evtx' is damaged in 1 place: what could be read was printed."
                            + " --stats shows the log's ids and times, and what does not fit."
                            + " --recover looks for records that are no longer listed.\n"
                            + "ashiato: 1 checksum of '@/damaged.evtx' does not fit, as in a log that was changed,"
                            + " or copied while in use."),
            argumentSet(
                    "damage among statistics",
                    "--stats @/damaged.evtx",
                    1,
                    "'@/damaged.evtx' is damaged in 1 place: what could be read was printed."
                            + " --recover looks for records that are no longer listed."),
            argumentSet(
                    "a wrong checksum alone",
                    "@/edited.evtx",
                    0,
                    "1 checksum of '@/edited.evtx' does not fit, as in a log that was changed, or copied while in use."
                            + " --stats shows the log's ids and times, and what does not fit."),
            argumentSet("a wrong checksum in silence", "--quiet @/edited.evtx", 0, ""),
            argumentSet("a wrong checksum among statistics", "--stats @/edited.evtx", 0, ""),
            argumentSet(
                    "a wrong checksum of the file header, read as XML",
                    "--format xml @/header.evtx",
                    0,
                    "1 checksum of '@/header.evtx' does not fit, as in a log that was changed, or copied while in use."
                            + " --stats shows the log's ids and times, and what does not fit."),
            argumentSet(
                    "no record",
                    "@/blank.evtx",
                    0,
                    "'@/blank.evtx' lists no record. --recover looks for records that are no longer listed."),
            argumentSet("no record in a folder, in silence", "--quiet @/blank.evtx @/whole.evtx --records 1-5", 0, ""),
            argumentSet(
                    "nothing selected by id",
                    "--records 1-5 @/whole.evtx @/blank.evtx",
                    0,
                    "no record has these ids and times."
                            + " --stats shows the log's ids and times, and what does not fit."),
            argumentSet(
                    "nothing selected by time",
                    "--from 2027-01-01 --format xml @/whole.evtx",
                    0,
                    "no record has these ids and times."
                            + " --stats shows the log's ids and times, and what does not fit."),
            argumentSet("damage outside of what is wanted", "--quiet --records 105 @/damaged.evtx", 0, ""),
            argumentSet(
                    "damage outside of what is wanted, as XML", "--quiet --records 105 -f xml @/damaged.evtx", 0, ""),
            argumentSet(
                    "no log, of unknown kind",
                    "@/bytes.bin",
                    1,
                    "'@/bytes.bin' is no Windows event log (.evtx): its content is unknown."
                            + " --carve looks for records in files of any kind."),
            argumentSet(
                    "a folder with something unknown",
                    "--recover @/dir",
                    1,
                    "0 records recovered: 0 whole, 0 consistent, 0 partial.\n"
                            + "ashiato: no Windows event log (.evtx) in '@/dir'."
                            + " --carve looks for records in files of any kind."));

    @ParameterizedTest
    @FieldSource("NOTES")
    void tellsWhatIsNotPrinted(String options, int exitCode, String expected) {
        CommandRun run = dump(options);

        assertThat(run.err())
                .isEqualTo(expected.isEmpty() ? "" : "ashiato: " + expected.replace("@", folder.toString()) + "\n");
        assertThat(run.exitCode()).isEqualTo(exitCode);
    }

    @Test
    void namesTheNextStepInJapanese() {
        assertThat(CommandRun.in(Map.of("LANG", "ja_JP.UTF-8"), arguments("@/edited.evtx"))
                        .err())
                .contains("チェックサム1個が一致しません。")
                .endsWith("--stats でログのIDと日時の範囲や不一致の箇所を表示できます。\n");
    }

    /// As `ashiato dump <(cat some.evtx)` asks for.
    @Test
    void namedPipeIsReadToItsEnd() throws IOException, InterruptedException {
        assumeThat(File.separatorChar).as("pipes in folders").isEqualTo('/');
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        var writer = new ProcessBuilder("sh", "-c", "cat whole.evtx >pipe")
                .directory(folder.toFile())
                .start();

        CommandRun run = dump("@/pipe @/whole.evtx");
        assertThat(writer.waitFor()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines()).hasSize(20);
        assertThat(run.exitCode()).isZero();
    }

    private CommandRun dump(String options) {
        return CommandRun.of(arguments(options));
    }

    private String[] arguments(String options) {
        return Stream.concat(
                        Stream.of("dump"),
                        Arrays.stream(options.replace("@", folder.toString()).split(" ", -1)))
                .toArray(String[]::new);
    }
}
