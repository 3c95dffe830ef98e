package io.ashiato.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.readers.evtx.EvtxWriter;
import io.ashiato.readers.evtx.LoggedEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A case with more addresses than it can hold says so, in the case and in both reports.
class IndicatorsCutTest {
    private static final Instant START = Instant.parse("2019-10-03T01:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void tellsThatIndicatorsWereLeftOut() throws IOException {
        var log = new EvtxWriter();
        for (int i = 0; i < 1_100; i++) { // a name and a URL each
            log.add(LoggedEvent.of("Microsoft-Windows-Sysmon", 1, "Microsoft-Windows-Sysmon/Operational")
                    .on("PC1")
                    .at(START.plusSeconds(i))
                    .with("Image", "C:\\Windows\\System32\\mshta.exe")
                    .with("CommandLine", "mshta https://h" + i + ".example.com/"));
        }
        Path file = Files.write(folder.resolve("sysmon.evtx"), log.bytes());
        Path output = folder.resolve("case");
        CommandRun run = CommandRun.of("analyze", file.toString(), "-o", output.toString());
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(output.resolve("case.json"))
                .content()
                .contains("indicators_cut", "\"more\" : \"200\"", "\"I-2000\"")
                .doesNotContain("\"I-2001\"");
        assertThat(output.resolve("report/report.en.md")).content().contains("more indicators than a case holds");
        assertThat(output.resolve("report/report.ja.md")).content().contains("案件に収められる数を超える侵害指標");
    }
}
