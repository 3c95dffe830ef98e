package io.ashiato.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/// Evidence that is no evidence: the run goes on, says what it could not read, and ends with the code for it.
class BadEvidenceTest {
    private static final String SIGNATURE = "ElfFile\u0000";

    static final List<Arguments.ArgumentSet> FILES = List.of(
            argumentSet("text under the name of a log", "this is no log"),
            argumentSet("an empty file", ""),
            argumentSet("a log of eight bytes", SIGNATURE),
            argumentSet("a log of zeros", SIGNATURE + "\u0000".repeat(200_000)));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @FieldSource("FILES")
    void isListedAndDoesNotStopTheRun(String content) throws IOException {
        Path evidence = Files.createDirectory(folder.resolve("evidence"));
        Files.writeString(evidence.resolve("x.evtx"), content, StandardCharsets.ISO_8859_1);
        Files.writeString(evidence.resolve("y.txt"), "beside it");

        CommandRun hunt = CommandRun.of("hunt", evidence.toString());
        assertThat(hunt.exitCode()).as(hunt.err()).isEqualTo(ExitCode.DONE_WITH_GAPS);
        assertThat(hunt.err()).contains("no event could be read from 2 items");

        Path output = folder.resolve("case");
        CommandRun analyze = CommandRun.of("analyze", evidence.toString(), "-o", output.toString());
        assertThat(analyze.exitCode()).as(analyze.err()).isEqualTo(ExitCode.DONE_WITH_GAPS);
        assertThat(output.resolve("case.json")).content().contains("/x.evtx", "/y.txt");
        assertThat(output.resolve("report/report.ja.html")).content().contains("x.evtx");
    }

    @Test
    void isNoLogForDump() throws IOException {
        Path file = Files.writeString(folder.resolve("x.evtx"), "this is no log");
        CommandRun run = CommandRun.of("dump", file.toString());
        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE_WITH_GAPS);
        assertThat(run.err())
                .isEqualTo("ashiato: '" + file + "' is no Windows event log (.evtx): its content is text.\n");
    }

    @Test
    void brokenRulesAreListedAndNeverChangeTheExitCode() throws IOException {
        Path rules = Files.createDirectory(folder.resolve("rules"));
        Files.writeString(rules.resolve("broken.yml"), "title: [unclosed\n  : :");
        Files.writeString(rules.resolve("unknown.yml"), """
                title: T
                id: 7f3b2c1e-0000-4000-8000-000000000001
                logsource: {category: process_creation, product: windows}
                detection:
                  a:
                    CommandLine|containz: x
                  condition: a
                """);
        Path evidence = ProjectFolder.root().resolve("examples/first-look/evidence/FIN-WS07/System.evtx");

        CommandRun hunt = CommandRun.of("hunt", evidence.toString(), "--rules", rules.toString());
        assertThat(hunt.exitCode()).isZero();
        assertThat(hunt.err()).contains("2 not run");

        CommandRun lint = CommandRun.of("rules", "lint", rules.toString());
        assertThat(lint.exitCode()).isEqualTo(ExitCode.DONE_WITH_GAPS);
        assertThat(lint.out().lines()).hasSize(2);
        assertThat(lint.out())
                .contains(rules + "/broken.yml:2:")
                .contains(rules + "/unknown.yml:6:")
                .contains("containz")
                .contains("contains");
    }

    @Test
    void rulesWithoutAFaultLintClean() {
        CommandRun lint = CommandRun.of(
                "rules", "lint", ProjectFolder.root().resolve("rules").toString());
        assertThat(lint.out()).isEmpty();
        assertThat(lint.exitCode()).isZero();
    }
}
