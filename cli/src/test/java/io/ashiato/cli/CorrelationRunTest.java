package io.ashiato.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.casefile.store.CaseFormatException;
import io.ashiato.casefile.store.CaseJson;
import io.ashiato.model.Correlated;
import io.ashiato.model.IncidentCase;
import io.ashiato.readers.evtx.EvtxWriter;
import io.ashiato.readers.evtx.LoggedEvent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A password guessed in two logs, whose records are in order only when both are read: correlations in what `hunt`
/// prints and what `analyze` writes.
class CorrelationRunTest {
    private static final Instant START = Instant.parse("2019-10-03T01:00:00Z");

    private static final String RULES = """
            title: Guessed password
            id: 22222222-2222-4222-8222-222222222222
            author: The Author
            level: high
            tags: [attack.t1110.001]
            correlation:
              type: temporal_ordered
              rules: [many_failures, success]
              group-by: [TargetUserName]
              timespan: 10m
            ---
            title: Many failures
            name: many_failures
            correlation:
              type: event_count
              rules: [failure]
              group-by: [TargetUserName, ComputerName]
              timespan: 2m
              condition: {gte: 4}
            ---
            title: Failure
            id: 33333333-3333-4333-8333-333333333333
            name: failure
            logsource: {product: windows, service: security}
            detection: {s: {EventID: 4625}, condition: s}
            ---
            title: Success
            name: success
            logsource: {product: windows, service: security}
            detection: {s: {EventID: 4624}, condition: s}
            """;

    @TempDir
    private Path folder;

    private Path logs = Path.of("");
    private Path rules = Path.of("");

    @BeforeEach
    void writeLogs() throws IOException {
        logs = Files.createDirectory(folder.resolve("logs"));
        // The later half lies in the file that is read first; a chunk for each record keeps threads busy.
        var late = new EvtxWriter(10);
        var early = new EvtxWriter(1);
        for (int i = 0; i < 2; i++) {
            early.add(logon(4625, 30 * i)).endChunk();
            late.add(logon(4625, 60 + 30 * i)).endChunk();
        }
        late.add(logon(4624, 300));
        Files.write(logs.resolve("a-late.evtx"), late.bytes());
        Files.write(logs.resolve("b-early.evtx"), early.bytes());
        rules = Files.writeString(folder.resolve("rules.yml"), RULES);
    }

    private static LoggedEvent logon(int eventId, int second) {
        return LoggedEvent.of("Microsoft-Windows-Security-Auditing", eventId, "Security")
                .on("PC1")
                .at(START.plusSeconds(second))
                .with("TargetUserName", "alice");
    }

    private CommandRun hunt(String... more) {
        var arguments =
                new ArrayList<>(List.of("hunt", logs.toString(), "--no-default-rules", "--rules", rules.toString()));
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments.toArray(String[]::new));
    }

    @Test
    void huntPrintsTheCorrelationAlone() {
        CommandRun run = hunt("--format", "jsonl", "-q");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.out().lines()).hasSize(1);
        assertThat(run.out())
                .startsWith("{\"time\":\"2019-10-03T01:05:00.0000000Z\",\"rule\":{\"id\":\"22222222-")
                .contains(
                        "\"author\":\"The Author\"",
                        "\"correlation\":{\"group\":{\"TargetUserName\":\"alice\"},\"events\":2,"
                                + "\"first\":\"2019-10-03T01:01:30.0000000Z\",\"last\":\"2019-10-03T01:05:00.0000000Z\","
                                + "\"records\":[{\"time\":\"2019-10-03T01:01:30.0000000Z\",\"rule_id\":");
    }

    @Test
    void theNumberOfThreadsChangesNothing() {
        for (String format : List.of("jsonl", "csv", "table")) {
            assertThat(hunt("--format", format, "--threads", "3").out())
                    .isNotEmpty()
                    .isEqualTo(hunt("--format", format, "--threads", "1").out());
        }
    }

    @Test
    void theNumberOfThreadsChangesNothingInTheCase() throws IOException {
        for (String threads : List.of("1", "3")) {
            CommandRun run = CommandRun.of(
                    "analyze",
                    logs.toString(),
                    "-o",
                    folder.resolve("case" + threads).toString(),
                    "--rules",
                    rules.toString(),
                    "--threads",
                    threads);
            assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
        }
        for (String file : List.of("case.json", "detections.jsonl", "report/report.en.md")) {
            assertThat(folder.resolve("case1").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("case3").resolve(file));
        }
    }

    @Test
    void tableAndCsvTellGroupCountAndAuthor() {
        assertThat(hunt("--format", "table").out()).contains("Guessed password", "2 x  TargetUserName=alice");
        assertThat(hunt("--format", "csv").out()).contains("The Author", "2 x  TargetUserName=alice");
    }

    @Test
    void aLevelThatHidesTheInnerRulesDoesNotHideTheCorrelation() {
        assertThat(hunt("--level", "high", "--format", "jsonl").out()).contains("Guessed password");
        assertThat(hunt("--level", "critical", "--format", "jsonl").out()).isEmpty();
    }

    @Test
    void aCorrelationIsChosenLikeARule() {
        String chosen =
                hunt("--include", "Guessed password*", "--format", "jsonl").out();
        assertThat(chosen).contains("Guessed password");
        assertThat(chosen.lines()).allMatch(line -> line.contains("Guessed password"));
        assertThat(hunt("--exclude", "Guessed password*", "--format", "jsonl").out())
                .doesNotContain("Guessed password");
    }

    @Test
    void summaryCountsCorrelationsAmongTheRules() {
        assertThat(hunt().err()).contains("4 rules");
    }

    @Test
    void generateShowsWhatFeeds() throws IOException {
        Files.writeString(rules, RULES.replace("  condition: {gte: 4}", "  condition: {gte: 4}\n  generate: true"));

        assertThat(hunt("--format", "jsonl").out().lines()).hasSize(5);
    }

    @Test
    void analyzeTellsWhatStandsBehindTheFinding() throws IOException {
        Path output = folder.resolve("case");
        CommandRun run =
                CommandRun.of("analyze", logs.toString(), "-o", output.toString(), "--rules", rules.toString());

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
        try (InputStream in = Files.newInputStream(output.resolve("case.json"))) {
            IncidentCase incident = CaseJson.read(in);
            Correlated correlated = incident.findings().stream()
                    .flatMap(finding -> finding.observations().stream())
                    .filter(observation -> observation.rule().title().equals("Guessed password"))
                    .findFirst()
                    .flatMap(observation -> observation.correlated())
                    .orElseThrow();
            assertThat(correlated.group()).containsExactly(new Correlated.Value("TargetUserName", "alice"));
            assertThat(correlated.events()).isEqualTo(2);
            assertThat(correlated.records())
                    .extracting(part -> part.source().offset())
                    .doesNotHaveDuplicates();
        } catch (CaseFormatException e) {
            throw new AssertionError(e);
        }
        assertThat(output.resolve("report/report.en.md"))
                .content()
                .contains("last of 2 correlated events since", "TargetUserName=alice");
        assertThat(output.resolve("report/report.ja.md")).content().contains("以降の相関イベント2件の最後");
    }
}
