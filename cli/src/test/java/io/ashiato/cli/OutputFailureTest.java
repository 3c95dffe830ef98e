package io.ashiato.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.readers.evtx.EvtxWriter;
import io.ashiato.readers.evtx.LoggedEvent;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a command does whose standard output cannot be written: no command counts such a run as done.
class OutputFailureTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--help",
                "--version",
                "hunt --help",
                "dump @/log.evtx",
                "dump --facts @/text.html",
                "hunt --format csv @/log.evtx",
                "rules lint @/bad.yml",
                "knowledge show APT29"
            })
    void fullDiskIsTold(String line) throws IOException {
        var err = new ByteArrayOutputStream();
        assertThat(run(line, "No space left on device", err)).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString(StandardCharsets.UTF_8).lines().filter(told -> told.startsWith("ashiato: ")))
                .singleElement()
                .asString()
                .contains("no space left while writing (No space left on device).");
    }

    /// As with `| head`.
    @ParameterizedTest
    @ValueSource(strings = {"", "--help", "dump @/log.evtx", "hunt --format csv @/log.evtx", "knowledge show APT29"})
    void readerThatHasGoneIsToldNothing(String line) throws IOException {
        var err = new ByteArrayOutputStream();
        assertThat(run(line, "Broken pipe", err)).isEqualTo(ExitCode.FAILED);
        assertThat(err.size()).isZero();
    }

    private int run(String line, String failure, OutputStream err) throws IOException {
        Files.write(
                folder.resolve("log.evtx"),
                new EvtxWriter().add(LoggedEvent.of("Test", 1, "System")).bytes());
        Files.writeString(folder.resolve("text.html"), "<html><body><a href='http://a.example/'>a</a></body></html>");
        Files.writeString(folder.resolve("bad.yml"), "title: a\n");
        var failing = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(failure);
            }
        };
        var streams =
                new Streams(new ByteArrayInputStream(new byte[0]), new BufferedOutputStream(failing, 1 << 16), err);
        String[] arguments = line.isEmpty()
                ? new String[0]
                : line.replace("@", folder.toString()).split(" ", -1);
        return CommandRun.in(Map.of("LANG", "C"), streams, arguments);
    }
}
