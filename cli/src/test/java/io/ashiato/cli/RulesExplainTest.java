package io.ashiato.cli;

import static io.ashiato.cli.RuleFilesOnDisk.RULE;
import static io.ashiato.cli.RuleFilesOnDisk.SYSMON;
import static io.ashiato.cli.RuleFilesOnDisk.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `ashiato rules explain`: which part of a rule an event fits.
class RulesExplainTest {
    private static final Path LOG = ProjectFolder.root()
            .resolve("examples/first-look/evidence/FIN-WS07/Microsoft-Windows-Sysmon%4Operational.evtx");

    @TempDir
    private Path folder;

    private RuleFilesOnDisk files;

    @BeforeEach
    void makeFiles() throws IOException {
        files = RuleFilesOnDisk.in(folder);
    }

    @Test
    void anExplanationShowsWhatMatchedAndWhatDidNot() throws IOException {
        CommandRun run = files.run("rules explain @/one.yml @/event.json");

        assertThat(run.out()).isEqualTo("""
                Tool with a switch  (00000000-0000-4000-8000-000000000001, high, Ann Other, Bob)
                matches Microsoft-Windows-Sysmon/Operational 1  2026-10-06T02:14:07.4124820Z  HOST
                  ✓ log source windows/process_creation is Microsoft-Windows-Sysmon/Operational 1
                  ✓ all of
                    ✓ selection: all of
                      ✓ Image ends with '\\tool.exe'
                          Image = 'C:\\tool.exe'
                      ✓ any of
                          CommandLine = 'tool -x'
                        ✓ CommandLine contains '-x'
                        ✗ CommandLine contains '/x'
                    ✓ not
                      ✗ filter_own:
                        ✗ User is not there
                            User = 'CORP\\a'

                """);
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void anExplanationTellsALogSourceThatDoesNotFit() {
        String other = event("C:\\\\tool.exe", "-x", "a").replace("\"EventID\":1", "\"EventID\":7");

        CommandRun run = files.run(Map.of("LANG", "C"), other, "rules explain @/one.yml -");

        assertThat(run.out())
                .contains("does not match " + SYSMON + " 7")
                .contains(
                        "✗ log source windows/process_creation is not " + SYSMON + " 7; by itself, the condition says:")
                .contains("  ✓ all of");
        assertThat(files.run(Map.of("LANG", "C"), other, "rules explain @/cloud.yml -")
                        .out())
                .contains("✗ log source nosuch is not " + SYSMON + " 7; by itself, the condition says:");
    }

    private static String logon(int id, String second, String user) {
        return """
                {"Event":{"System":{"EventID":%d,"Channel":"Security",\
                "TimeCreated":{"#attributes":{"SystemTime":"2026-10-06T02:14:%sZ"}}},"EventData":{%s}}}
                """.formatted(id, second, user);
    }

    private void makeCorrelation() throws IOException {
        files.write("guessing.yml", """
                title: Guessed password
                id: 00000000-0000-4000-8000-00000000000c
                level: high
                author: Ann Other
                correlation: {type: event_count, rules: [failure], group-by: [User], timespan: 90s, condition: {gte: 2}}
                """);
        Files.createDirectories(folder.resolve("base"));
        files.write("base/failure.yml", """
                title: Failure
                name: failure
                logsource: {product: windows, service: security}
                detection: {s: {EventID: 4625}, condition: s}
                """);
        files.write(
                "logons.jsonl",
                logon(4625, "05", "\"User\":\"a\"")
                        + logon(4625, "01", "\"User\":\"b\"")
                        + logon(4625, "09", "\"User\":\"A\"")
                        + logon(4625, "09", "\"Name\":\"a\"")
                        + logon(4624, "09", "\"User\":\"b\"")
                        + logon(4625, "09", "\"User\":\"b\"").replace("TimeCreated", "Time"));
    }

    @Test
    void anExplanationOfACorrelationShowsHowFarEachGroupCame() throws IOException {
        makeCorrelation();

        CommandRun run = files.run("rules explain @/guessing.yml @/logons.jsonl --rules @/base");

        assertThat(run.out()).isEqualTo("""
                Guessed password  (00000000-0000-4000-8000-00000000000c, high, Ann Other)
                matches 6 events
                  asks for event_count >= 2 within 1m30s, of events with the same User
                    Failure: 3 events, and 1 event without a field that is asked for
                    1 event without a time: no part of any correlation
                  ✗ User = 'b': 1, by 1 event (2026-10-06T02:14:01.0000000Z - 2026-10-06T02:14:01.0000000Z) of Failure
                  ✓ User = 'A': 2, by 2 events (2026-10-06T02:14:05.0000000Z - 2026-10-06T02:14:09.0000000Z) of Failure

                """);
        assertThat(run.err()).isEmpty();
        assertThat(files.run("rules explain Guessed* @/logons.jsonl --rules @/guessing.yml --rules @/base")
                        .out())
                .isEqualTo(run.out());
    }

    @Test
    void anExplanationOfACorrelationSpeaksJapanese() throws IOException {
        makeCorrelation();

        assertThat(files.run("rules explain @/guessing.yml @/logons.jsonl --rules @/base --lang ja")
                        .out())
                .contains(
                        "一致する：イベント6件",
                        "条件：1m30s 以内に event_count >= 2（User が同じイベント）",
                        "Failure：イベント3件、ほかに必要なフィールドがないイベント1件",
                        "✗ User = 'b'：1、イベント1件（2026-10-06T02:14:01.0000000Z - ");
    }

    @Test
    void aCorrelationWhoseRulesAreNotGivenIsNotExplained() throws IOException {
        makeCorrelation();

        CommandRun run = files.run("rules explain @/guessing.yml @/logons.jsonl --no-default-rules");

        assertThat(run.err()).contains("no rule in '", "can run: ashiato rules lint");
        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    }

    @Test
    void thousandsOfGroupsAreCounted() throws IOException {
        makeCorrelation();
        files.write(
                "logons.jsonl",
                IntStream.range(0, 2_100)
                        .mapToObj(i -> logon(4625, "05", "\"User\":\"u" + i + "\""))
                        .collect(Collectors.joining()));

        CommandRun run = files.run("rules explain @/guessing.yml @/logons.jsonl --rules @/base");

        assertThat(run.out()).contains("does not match 2,000 events", "  ... 1,980 more groups (--all shows them)");
        assertThat(run.err()).isEqualTo("only the first 2,000 events are explained.\n");
        assertThat(files.run("rules explain @/guessing.yml @/logons.jsonl --rules @/base --all")
                        .out()
                        .lines())
                .hasSizeGreaterThan(2_000);
    }

    @Test
    void anExplanationSpeaksJapanese() {
        assertThat(files.run("rules explain @/one.yml @/event.json --lang ja").out())
                .contains("一致する：" + SYSMON, "Image が '\\tool.exe' で終わる", "✓ でない");
        assertThat(files.run("rules explain @/one.yml @/cut.json --lang ja").err())
                .contains("形式のイベントではありません");
    }

    @Test
    void severalEventsAreExplainedOneAfterAnother() {
        String two = event("a", "b", "c").replace(",", ",\n") + "\n" + event("d", "e", "f");

        assertThat(files.run(Map.of("LANG", "C"), "\uFEFF" + two, "rules explain @/one.yml -")
                        .out())
                .containsSubsequence("Image = 'a'", "Image = 'd'");
        CommandRun many = files.run(Map.of("LANG", "C"), (two + "\n").repeat(60), "rules explain @/one.yml -");
        assertThat(many.out().lines().filter(line -> line.startsWith("does not match")))
                .hasSize(100);
        assertThat(many.err()).isEqualTo("only the first 100 events are explained.\n");
    }

    @Test
    void aRecordOfALogIsExplainedByTheRuleThatFoundIt() {
        CommandRun run = CommandRun.of(
                "rules", "explain", "40eae6cb-f924-41c3-b30e-ad47c9a7fe2b", LOG.toString(), "--record", "48430");

        assertThat(run.out())
                .startsWith("mshta.exe loads the VBScript engine  (40eae6cb-")
                .contains("matches " + SYSMON + " 7", "ImageLoaded = 'C:\\Windows\\System32\\vbscript.dll'");
    }

    @Test
    void longListsShowWhatDecides() throws IOException {
        String values = String.join(
                ", ", IntStream.range(0, 40).mapToObj(i -> "'v" + i + "'").toList());
        files.write("long.yml", RULE.replace("['-x', '/x']", "[" + values + "]"));

        String matched = files.run("rules explain @/long.yml @/event.json").out();
        String all = files.run("rules explain @/long.yml @/event.json --all").out();

        assertThat(matched).contains("... 32 more that do not (--all shows them)");
        assertThat(matched.lines().filter(line -> line.contains("CommandLine contains")))
                .hasSize(8);
        assertThat(all.lines().filter(line -> line.contains("CommandLine contains")))
                .hasSize(40);
        files.write("long.yml", RULE.replace("['-x', '/x']", "[" + values + ", '-x']"));
        assertThat(files.run("rules explain @/long.yml @/event.json").out())
                .contains("✓ CommandLine contains '-x'\n", "... 40 more that do not (--all shows them)")
                .doesNotContain("'v1'");
    }
}
