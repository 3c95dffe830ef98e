package io.ashiato.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Which rules and events a hunt takes, in what forms it writes, and what it tells at its end.
class HuntOptionsTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Path EVIDENCE = ProjectFolder.root().resolve("examples/first-look/evidence");

    /// Options, and the names of the rules that match under them. See [#makeRules].
    static final List<Arguments.ArgumentSet> CHOICES = List.of(
            argumentSet("all", "", "low medium high"),
            argumentSet("by level", "--level medium", "medium high"),
            argumentSet("by status", "--status stable", "low"),
            argumentSet("by statuses", "--status stable,none", "low high"),
            argumentSet("by statuses, repeated", "--status stable --status none", "low high"),
            argumentSet("by least status", "--status experimental+", "low medium"),
            argumentSet("by id", "--include 00000000-0000-4000-8000-000000000002", "medium"),
            argumentSet("by id in another case", "--include 00000000-0000-4000-8000-00000000000a", "high"),
            argumentSet("by title", "--include logon?one", "low"),
            argumentSet("by beginning of title", "--include logon*", "low medium high"),
            argumentSet("by title, whole", "--include title:logon*two", "medium"),
            argumentSet("by Japanese title", "--include ログオン", "medium"),
            argumentSet("by tag", "--include attack.t1078.002", "medium"),
            argumentSet("by tag and those below", "--include attack.t1078", "low medium"),
            argumentSet("by technique", "--include T1078", "low medium"),
            argumentSet("by any tag", "--include tag:custom.*", "high"),
            argumentSet("by file", "--include low.yml", "low"),
            argumentSet("by folder", "--include deep/*", "medium high"),
            argumentSet("one or the other", "--include low.yml --include high.yml", "low high"),
            argumentSet("without one", "--exclude low.yml", "medium high"),
            argumentSet("some without one", "--include logon* --exclude deep/high.*", "low medium"),
            argumentSet("all at once", "--level medium --status none,experimental --exclude custom.x", "medium"));

    /// Wrong options, and what is said of them.
    static final List<Arguments.ArgumentSet> WRONG = List.of(
            argumentSet("a status that is none", "--status tset", "--status tset is not known. Choose from: stable,"),
            argumentSet("an inclusion that fits nothing", "--include mimi*", "--include 'mimi*' fits no rule"),
            argumentSet("nothing left", "--level critical", "no rule is left: --level,"),
            argumentSet("nothing left by exclusion", "--exclude *", "no rule is left: --level,"),
            argumentSet("a time that is none", "--from monday", "--from monday is no time."),
            argumentSet("times the wrong way", "--from 2019-10-04 --to 2019-10-03", "is not after"),
            argumentSet("a format that is none", "--format xml", "Choose from: table, jsonl, csv, timesketch."));

    @TempDir
    private Path rules;

    @BeforeEach
    void makeRules() throws IOException {
        Files.createDirectories(rules.resolve("deep"));
        Files.writeString(
                rules.resolve("low.yml"),
                rule("Logon one", "1", "status: stable\nlevel: low\ntags: [attack.t1078]\nauthor: Ann Other, Bob\n"));
        Files.writeString(
                rules.resolve("deep/medium.yml"),
                rule(
                        "Logon number two",
                        "2",
                        "title_ja: ログオン\nstatus: experimental\nlevel: medium\ntags: [attack.T1078.002]\n"));
        Files.writeString(rules.resolve("deep/high.yml"), rule("Logon three", "A", "level: high\ntags: [custom.x]\n"));
    }

    private static String rule(String title, String lastDigit, String head) {
        return "title: " + title + "\nid: 00000000-0000-4000-8000-00000000000" + lastDigit + "\n" + head
                + "logsource: {product: windows, service: security}\n"
                + "detection: {s: {EventID: 4624}, condition: s}\n";
    }

    private CommandRun hunt(String options) {
        return hunt(Map.of("LANG", "C"), options);
    }

    private CommandRun hunt(Map<String, String> environment, String options) {
        var line = new ArrayList<>(
                List.of("hunt", EVIDENCE.toString(), "--no-default-rules", "--rules", rules.toString()));
        line.addAll(Arrays.stream(options.split(" "))
                .filter(word -> !word.isEmpty())
                .toList());
        return CommandRun.in(environment, line.toArray(String[]::new));
    }

    @ParameterizedTest
    @FieldSource("CHOICES")
    void rulesAreChosenAsAsked(String options, String expected) {
        CommandRun run = hunt(options + " --format jsonl");

        List<String> titles = run.out()
                .lines()
                .map(line -> JSON.readTree(line).at("/rule/title").asString())
                .distinct()
                .toList();
        Map<String, String> names = Map.of("Logon one", "low", "Logon number two", "medium", "Logon three", "high");
        assertThat(titles.stream().map(names::get)).containsExactlyInAnyOrder(expected.split(" "));
        assertThat(run.exitCode()).isZero();
    }

    @ParameterizedTest
    @FieldSource("WRONG")
    void wrongOptionsEndInOneSentence(String options, String expected) {
        CommandRun run = hunt(options);

        assertThat(run.err()).startsWith("ashiato: ").contains(expected);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    }

    @Test
    void anExclusionThatFitsNothingIsToldAndNoError() {
        CommandRun run = hunt("--exclude nothing*");

        assertThat(run.err()).contains("--exclude 'nothing*' fits no rule");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void eventsAreTakenFromTheirTimeOn() {
        List<String> all = times("");
        List<String> day = times("--from 2019-10-03 --to 2019-10-03");
        List<String> before = times("--to 2019-10-02");
        List<String> after = times("--from 2019-10-04T09:00:00+09:00");

        assertThat(day).isNotEmpty().allMatch(time -> time.startsWith("2019-10-03T"));
        assertThat(before).isNotEmpty().allMatch(time -> time.compareTo("2019-10-03") < 0);
        assertThat(after).isNotEmpty().allMatch(time -> time.compareTo("2019-10-04") >= 0);
        assertThat(Stream.of(before, day, after).flatMap(List::stream)).isEqualTo(all);
        assertThat(hunt("--from 2030-01-01")).satisfies(run -> {
            assertThat(run.err()).contains("3,856 events left out");
            assertThat(run.exitCode()).isZero();
        });
    }

    private List<String> times(String options) {
        return hunt("--include low.yml --format jsonl " + options)
                .out()
                .lines()
                .map(line -> JSON.readTree(line).get("time").asString())
                .toList();
    }

    @Test
    void everyFormNamesTheAuthor() {
        assertThat(hunt("--include low.yml --format table").out().lines())
                .isNotEmpty()
                .allMatch(line -> line.contains(" Ann Other +1 "));
        assertThat(hunt("--include low.yml --format csv").out().lines().skip(1))
                .isNotEmpty()
                .allMatch(line -> line.contains("\"Ann Other, Bob\""));
        assertThat(hunt("--include low.yml --format jsonl").out().lines())
                .isNotEmpty()
                .allMatch(line -> line.contains("\"author\":\"Ann Other, Bob\""));
        assertThat(hunt("--include low.yml --format timesketch").out().lines())
                .isNotEmpty()
                .allMatch(line -> line.contains("\"rule_author\":\"Ann Other, Bob\""));
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(ints = {60, 80, 100, 139, 140, 250})
    void theTableFitsTheTerminalAndStillNamesTheAuthor(int columns) {
        var terminal = Map.of("LANG", "C", "ASHIATO_TTY", "1", "COLUMNS", Integer.toString(columns), "NO_COLOR", "1");

        assertThat(hunt(terminal, "--include low.yml").out().lines())
                .isNotEmpty()
                .allMatch(line -> line.length() <= columns)
                .allMatch(line -> line.contains(" Ann O"));
    }

    @Test
    void timesketchFindsAllThatItDemands() {
        List<JsonNode> lines =
                hunt("--format timesketch").out().lines().map(JSON::readTree).toList();

        assertThat(lines).isNotEmpty().allSatisfy(line -> {
            assertThat(line.get("message").asString()).isNotBlank();
            assertThat(line.get("timestamp_desc").asString()).isEqualTo("Event logged");
            OffsetDateTime time = OffsetDateTime.parse(line.get("datetime").asString());
            assertThat(line.get("timestamp").asLong())
                    .isEqualTo(time.toEpochSecond() * 1_000_000 + time.getNano() / 1_000);
            assertThat(line.get("tag").isArray()).isTrue();
            assertThat(line.get("data_TargetUserName").isString()).isTrue();
        });
        assertThat(lines.stream()
                        .filter(line -> line.get("rule_title").asString().equals("Logon number two")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.get("tag").values())
                        .extracting(JsonNode::asString)
                        .contains("sigma", "medium", "attack.t1078.002"));
    }

    @Test
    void theEndTellsWhatTookPart() throws IOException {
        Files.writeString(rules.resolve("broken.yml"), "title: x\n");
        Files.writeString(
                rules.resolve("silent.yml"),
                rule("Silent", "3", "").replace("service: security", "category: driver_load"));

        String told = hunt("--exclude low.yml").err();

        assertThat(told)
                .containsPattern("[0-9,]+ detections by 2 rules in [0-9.]+ s \\(3\\.8 MiB, .*/s\\)\\.")
                .contains("14 items, 3,856 events, 2 hosts, 6 channels.")
                .contains("Events by channel: Security 1,")
                .contains("1 other channel ")
                .contains("3 rules loaded, 1 left out as asked, 2 not run (ashiato rules lint DIR says why).")
                .contains("1 rule had nothing to look at, for want of events: windows/driver_load 1.")
                .contains("--verbose");
        assertThat(hunt("--exclude low.yml --verbose").err())
                .contains("Events by channel:\n")
                .contains("Microsoft-Windows-Windows Defender/Operational")
                .contains("             1  windows/driver_load");
        assertThat(hunt("--exclude low.yml --quiet").err()).isEmpty();
    }

    @Test
    void theEndSpeaksJapanese() {
        assertThat(hunt("--lang ja --from 2019-10-03").err())
                .contains("チャネル別のイベント：Security")
                .contains("読み込んだルール3件、実行できないルール0件。")
                .contains("指定された期間の外");
        assertThat(hunt("--lang ja --include zz").err()).contains("当てはまるルールがありません");
        assertThat(hunt("--lang ja --level critical").err()).contains("すべて除かれました");
    }
}
