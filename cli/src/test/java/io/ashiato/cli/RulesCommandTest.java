package io.ashiato.cli;

import static io.ashiato.cli.RuleFilesOnDisk.RULE;
import static io.ashiato.cli.RuleFilesOnDisk.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/// `ashiato rules`: lists, examples and coverage, of rules made here.
class RulesCommandTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Path LOG = ProjectFolder.root()
            .resolve("examples/first-look/evidence/FIN-WS07/Microsoft-Windows-Sysmon%4Operational.evtx");

    /// `@` stands for the folder of [RuleFilesOnDisk]; what is said, and the exit code is that of wrong use.
    static final List<Arguments.ArgumentSet> WRONG = List.of(
            argumentSet("no command", "rules", "a command is missing: lint, list, test,"),
            argumentSet("no such command", "rules lits", "lits"),
            argumentSet("no such option", "rules list @ --levl high", "there is no option '--levl'; did you mean"),
            argumentSet("no such rules", "rules list @/nope", "no such file or folder of rules: '@/nope'."),
            argumentSet("an empty folder", "rules test @/empty", "no rule in '@/empty'"),
            argumentSet("a list's form", "rules list @/one.yml --format csv", "Choose from: table, jsonl."),
            argumentSet("a test's form", "rules test @/one.yml --format csv", "Choose from: table, jsonl."),
            argumentSet("no examples", "rules test @/bare.yml", "no example lies beside these rules"),
            argumentSet("no such cases", "rules test @ --regression @/nope", "no such file or folder: '@/nope'"),
            argumentSet("no rule of that name", "rules explain nothing @/event.json", "no rule 'nothing': give a file"),
            argumentSet(
                    "no rule that runs", "rules explain @/broken.yml @/event.json", "no rule in '@/broken.yml' can"),
            argumentSet(
                    "no such event", "rules explain @/one.yml @/nope.json", "no such file or folder: '@/nope.json'"),
            argumentSet("an event cut off", "rules explain @/one.yml @/cut.json", "this is no JSON in line 1, column"),
            argumentSet("a JSON that is no event", "rules explain @/one.yml @/other.json", "no object 'System'"),
            argumentSet("a file without an event", "rules explain @/one.yml @/nothing.json", "no event in '@/nothing"),
            argumentSet("a record of no log", "rules explain @/one.yml @/event.json --record 1", "--record takes"),
            argumentSet("a log without a record", "rules explain @/one.yml @/log.evtx", "--record N which record"),
            argumentSet(
                    "a record that is not there", "rules explain @/one.yml @/log.evtx --record 1", "no record 1 in"),
            argumentSet("a layer that exists", "rules coverage @ -o @/event.json", "'@/event.json' exists already"));

    @TempDir
    private Path folder;

    private RuleFilesOnDisk files;

    @BeforeEach
    void makeFiles() throws IOException {
        files = RuleFilesOnDisk.in(folder);
    }

    @ParameterizedTest
    @FieldSource("WRONG")
    void wrongUseEndsInOneSentence(String line, String expected) {
        CommandRun run = files.run(line);

        assertThat(run.err()).startsWith("ashiato: ").contains(expected.replace("@", folder.toString()));
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    }

    @Test
    void aListTellsOfEachRuleWhetherItRuns() {
        CommandRun run = files.run("rules list @");

        assertThat(run.out().lines())
                .satisfiesExactly(
                        bare -> assertThat(bare)
                                .startsWith("high          test         00000000-0000-4000-8000-000000000002")
                                .contains("  Bare tool with a switch ", " Ann Other +1 ", " windows/process_creation ")
                                .endsWith("  runs"),
                        broken -> assertThat(broken).contains("  E030 unknown modifier 'endswiht'"),
                        cloud -> assertThat(cloud).endsWith("  runs"),
                        one -> assertThat(one).endsWith("  runs"));
        assertThat(run.err()).isEqualTo("3 rules can run, 1 cannot run.\n");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void aListFitsATerminal() {
        var terminal = Map.of("LANG", "C", "ASHIATO_TTY", "1", "COLUMNS", "80", "NO_COLOR", "1");

        assertThat(files.run(terminal, "", "rules list @").out().lines())
                .hasSize(4)
                .allMatch(line -> line.length() <= 80)
                .allMatch(line -> line.contains(" Ann Other"));
    }

    @Test
    void aListAsJsonHoldsAllThereIsToKnow() {
        List<JsonNode> rules = files.run("rules list @ --format jsonl")
                .out()
                .lines()
                .map(JSON::readTree)
                .toList();

        assertThat(rules).extracting(rule -> rule.get("runs").asBoolean()).containsExactly(true, false, true, true);
        assertThat(rules.getFirst()).isEqualTo(JSON.readTree("""
                {"id":"00000000-0000-4000-8000-000000000002","title":"Bare tool with a switch","level":"high",
                "status":"test","author":"Ann Other, Bob","tags":["attack.execution","attack.t1059.001",
                "attack.t1562.001"],"log_source":"windows/process_creation","file":"%s","runs":true}
                """.formatted(folder + "/bare.yml")));
        assertThat(rules.get(1).get("problems").values()).singleElement().satisfies(problem -> {
            assertThat(problem.get("code").asString()).isEqualTo("E030");
            assertThat(problem.get("line").asInt()).isEqualTo(10);
            assertThat(problem.get("column").asInt()).isEqualTo(11);
            assertThat(problem.get("reason").asString()).startsWith("unknown modifier 'endswiht'");
        });
        assertThat(rules.get(2).has("problems")).isFalse();
    }

    @Test
    void correlationsAreListedAndChosenLikeRules() throws IOException {
        files.write("burst.yml", """
                title: Burst
                status: stable
                level: medium
                author: Ann Other
                tags: [attack.t1110]
                correlation: {type: event_count, rules: [one], group-by: [User], timespan: 5m, condition: {gte: 3}}
                ---
                title: Failure
                name: one
                level: low
                logsource: {product: windows, service: security}
                detection: {s: {EventID: 4625}, condition: s}
                """);

        CommandRun chosen = files.run("rules list @/burst.yml --level medium");

        assertThat(chosen.out().lines())
                .singleElement()
                .asString()
                .startsWith("medium        stable       ")
                .containsPattern("Burst +Ann Other +correlation +runs$");
        assertThat(chosen.err()).isEqualTo("1 rule can run, 0 cannot run.\n");
        assertThat(files.run("rules list @/burst.yml").out().lines()).hasSize(2);
        assertThat(files.run("rules list @/burst.yml --status stable").out().lines())
                .hasSize(1);
        assertThat(files.run("rules list @/burst.yml --level high").err())
                .contains("--exclude leave out all 2. Ask for less.");
        assertThat(scores(JSON.readTree(files.run("rules coverage @/burst.yml").out())))
                .isEqualTo("T1110:1 ");
    }

    @Test
    void aListIsFilteredLikeAHunt() {
        assertThat(files.run("rules list @ --include one.yml").out().lines()).hasSize(1);
        assertThat(files.run("rules list @ --exclude broken.yml --level high")
                        .out()
                        .lines())
                .hasSize(3);
        assertThat(files.run("rules list @ --include nope*").exitCode()).isEqualTo(ExitCode.WRONG_USE);
    }

    @Test
    void examplesBesideARuleAreTried() {
        CommandRun run = files.run("rules test @/one.yml");

        assertThat(run.out()).isEqualTo("ok    Tool with a switch  " + folder + "/one.yml  (1 positive, 2 negative)\n");
        assertThat(run.err()).isEqualTo("1 passed, 0 failed; 0 files of rules without examples.\n");
        assertThat(run.exitCode()).isZero();
        assertThat(files.run("rules test @ --exclude broken.yml").err())
                .isEqualTo("1 passed, 0 failed; 2 files of rules without examples.\n");
        assertThat(files.run("rules test @/one.yml --quiet").out()).isEmpty();
    }

    @Test
    void whatIsNotAsItShouldBeIsToldByLine() throws IOException {
        files.write("one.positive.jsonl", event("C:\\\\tool.exe", "none", "a") + "\n\n{\n");
        files.write("one.negative.jsonl", event("C:\\\\tool.exe", "-x", "a") + "\n");
        files.write("broken.positive.jsonl", event("C:\\\\tool.exe", "-x", "a") + "\n");
        files.write("cloud.negative.jsonl", "");

        CommandRun run = files.run("rules test @");

        assertThat(run.out().replaceFirst("E030 unknown modifier 'endswiht'[^\\n]*", "REASON"))
                .isEqualTo("""
                        FAIL  Tool with a switch  @/broken.yml  (0 positive, 0 negative)
                              @/broken.yml:10: the rule cannot run: REASON
                        ok    Tool with a switch  @/cloud.yml  (0 positive, 0 negative)
                        FAIL  Tool with a switch  @/one.yml  (2 positive, 1 negative)
                              @/one.positive.jsonl:1: should match and does not
                              @/one.positive.jsonl:3: no event: this is no JSON in line 1, column 2
                              @/one.negative.jsonl:1: should not match and does, by 00000000-0000-4000-8000-000000000001
                        """.replace("@", folder.toString()));
        assertThat(run.err()).isEqualTo("1 passed, 2 failed; 1 file of rules without examples.\n");
        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE_WITH_GAPS);
        JsonNode json =
                JSON.readTree(files.run("rules test @/one.yml --format jsonl").out());
        assertThat(json.get("passed").asBoolean()).isFalse();
        assertThat(json.get("author").asString()).isEqualTo("Ann Other, Bob");
        assertThat(json.get("failures").values())
                .extracting(failure -> failure.get("kind").asString())
                .containsExactly("not_matched", "no_event", "matched");
        assertThat(files.run("rules test @/one.yml --lang ja").out())
                .startsWith("不合格  Tool with a switch")
                .contains("一致すべきですが一致しません", "一致すべきでないのに");
    }

    @Test
    void examplesThatAreNoTextAreToldAsSuch() throws IOException {
        Files.write(folder.resolve("one.positive.jsonl"), new byte[] {(byte) 0xFF, '\n'});

        assertThat(files.run("rules test @/one.yml").out())
                .contains("one.positive.jsonl: cannot be read: not UTF-8 text");
    }

    private static final String GUESSING = """
            title: Guessed password
            correlation: {type: temporal_ordered, rules: [burst, success], group-by: [User], timespan: 10m}
            ---
            title: Burst
            name: burst
            correlation: {type: event_count, rules: [failure], group-by: [User], timespan: 1m, condition: {gte: 2}}
            """;

    private static final String LOGONS = """
            title: Failure
            name: failure
            logsource: {product: windows, service: security}
            detection: {s: {EventID: 4625}, condition: s}
            ---
            title: Success
            name: success
            logsource: {product: windows, service: security}
            detection: {s: {EventID: 4624}, condition: s}
            """;

    private static String logon(int id, String second) {
        return """
                {"Event":{"System":{"EventID":%d,"Channel":"Security",\
                "TimeCreated":{"#attributes":{"SystemTime":"2026-10-06T02:14:%sZ"}}},"EventData":{"User":"a"}}}\
                """.formatted(id, second);
    }

    private void makeCorrelations() throws IOException {
        Files.createDirectories(folder.resolve("logons"));
        files.write("logons/guessing.yml", GUESSING);
        files.write("logons/logons.yml", LOGONS);
    }

    @Test
    void examplesOfCorrelationsAreListsOfEvents() throws IOException {
        makeCorrelations();
        String failures = logon(4625, "01") + "," + logon(4625, "01");
        files.write(
                "logons/guessing.positive.jsonl", "[" + logon(4624, "09") + "," + failures + "]\n[" + failures + "]\n");
        files.write("logons/guessing.negative.jsonl", logon(4625, "01") + "\n[" + logon(4625, "01") + "]\n");
        files.write("logons/logons.positive.jsonl", logon(4625, "01") + "\n[" + failures + "]\n");

        CommandRun run = files.run("rules test @/logons");

        assertThat(run.out()).isEqualTo("""
                ok    Burst  @/logons/guessing.yml  (2 positive, 2 negative)
                ok    Failure  @/logons/logons.yml  (2 positive, 0 negative)
                """.replace("@", folder.toString()));
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void anExampleThatACorrelationShouldSeeOtherwiseFails() throws IOException {
        makeCorrelations();
        files.write(
                "logons/guessing.positive.jsonl",
                "[" + logon(4624, "01") + "," + logon(4625, "02") + "]\n[]\n" + logon(4624, "01") + logon(4625, "02"));
        files.write(
                "logons/guessing.negative.jsonl",
                "[" + logon(4625, "01") + "," + logon(4625, "02") + "]\n" + "["
                        + logon(4625, "01").replace("TimeCreated", "Time") + "]\n");

        assertThat(files.run("rules test @/logons").out().lines())
                .satisfiesExactly(
                        head -> assertThat(head).startsWith("FAIL  Burst  "),
                        positive ->
                                assertThat(positive).endsWith("guessing.positive.jsonl:1: should match and does not"),
                        empty -> assertThat(empty).endsWith("guessing.positive.jsonl:2: no event: the line holds none"),
                        several -> assertThat(several)
                                .endsWith(
                                        "guessing.positive.jsonl:3: no event: the line holds several that are no list:"
                                                + " [..., ...]"),
                        negative -> assertThat(negative)
                                .contains("guessing.negative.jsonl:1: should not match and does, by "),
                        untimed -> assertThat(untimed)
                                .endsWith("guessing.negative.jsonl:2: no event: an event has no time, and correlations"
                                        + " ask for it"));
    }

    @Test
    void examplesOfACorrelationThatCannotRunFail() throws IOException {
        files.write("lone.yml", GUESSING);
        files.write("lone.positive.jsonl", "[" + logon(4625, "01") + "]\n");

        assertThat(files.run("rules test @/lone.yml").out().lines())
                .satisfiesExactly(
                        head -> assertThat(head).startsWith("FAIL  Guessed password  "),
                        reason -> assertThat(reason).contains("lone.yml:2: the rule cannot run: E0"));
    }

    @Test
    void casesOfSigmaHqsFormAreTried() throws IOException {
        files.write("mshta.yml", """
                title: Module of mshta
                id: 00000000-0000-4000-8000-00000000000a
                logsource: {product: windows, category: image_load}
                detection: {s: {'Image|endswith': '\\mshta.exe', 'ImageLoaded|endswith': '\\vbscript.dll'}, condition: s}
                """);
        regressionCase("ok", "00000000-0000-4000-8000-00000000000A", "match_count: 1", "deep/in/a/case.evtx");
        regressionCase("few", "00000000-0000-4000-8000-00000000000a", "match_count: 9", "case.evtx");
        regressionCase("uncounted", "00000000-0000-4000-8000-00000000000a", "provider: x", "case.evtx");
        regressionCase("unknown", "ffffffff-0000-4000-8000-000000000000", "match_count: 1", "case.evtx");
        regressionCase("missing", "00000000-0000-4000-8000-00000000000a", "match_count: 1", "other.evtx");
        Files.createDirectories(folder.resolve("cases/way-out"));
        files.write("cases/way-out/info.yml", "rule_metadata: [{id: a}]\nregression_tests_info: [{path: ..}]\n");
        Files.createDirectories(folder.resolve("cases/no-yaml"));
        files.write("cases/no-yaml/info.yml", "a: [");

        CommandRun run = files.run("rules test @/mshta.yml --regression @/cases");

        String cases = folder + "/cases/";
        assertThat(run.out().lines())
                .containsExactly(
                        "FAIL  Module of mshta  " + cases + "few/info.yml  (9 positive, 0 negative)",
                        "      " + cases + "few/case.evtx: too few events match: 1 < 9",
                        "FAIL  Module of mshta  " + cases + "missing/info.yml  (1 positive, 0 negative)",
                        "      " + cases + "missing/other.evtx: cannot be read: there is no " + cases
                                + "missing/other.evtx",
                        "FAIL    " + cases + "no-yaml/info.yml  (0 positive, 0 negative)",
                        "      " + cases + "no-yaml/info.yml: cannot be read: no case of SigmaHQ's form",
                        "ok    Module of mshta  " + cases + "ok/info.yml  (1 positive, 0 negative)",
                        "ok    Module of mshta  " + cases + "uncounted/info.yml  (1 positive, 0 negative)",
                        "FAIL  Case  " + cases + "unknown/info.yml  (1 positive, 0 negative)",
                        "      " + cases + "unknown/info.yml: no rule has the id ffffffff-0000-4000-8000-000000000000",
                        "FAIL    " + cases + "way-out/info.yml  (0 positive, 0 negative)",
                        "      " + cases + "way-out/info.yml: cannot be read: no case of SigmaHQ's form");
        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE_WITH_GAPS);
    }

    private void regressionCase(String name, String rule, String count, String path) throws IOException {
        Path place = Files.createDirectories(folder.resolve("cases").resolve(name));
        Files.copy(LOG, place.resolve("case.evtx"));
        Files.writeString(place.resolve("info.yml"), """
                id: 00000000-0000-4000-8000-0000000000ff
                rule_metadata:
                    - id: %s
                      title: Case
                regression_tests_info:
                    - name: Positive Detection Test
                      type: evtx
                      %s
                      path: %s
                """.formatted(rule, count, path));
    }

    @Test
    void hostileTextInRulesAndEventsStaysText() throws IOException {
        files.write("one.yml", RULE.replace("title: Tool", "title: \"\\u202Etool\\u001b[31m\" #"));
        String hostile = event("\\u001b[2J", "\\u202e", "a");

        String out = files.run(Map.of("LANG", "C"), hostile, "rules explain @/one.yml -")
                        .out()
                + files.run("rules list @/one.yml").out()
                + files.run("rules test @/one.yml").out();

        assertThat(out).contains("[U+202E]", "[U+001B]").doesNotContain("\u001b", "\u202e");
    }

    @Test
    void coverageIsALayerForTheNavigator() throws IOException {
        CommandRun run = files.run("rules coverage @ --name Mine");
        JsonNode layer = JSON.readTree(run.out());

        assertThat(layer.get("name").asString()).isEqualTo("Mine");
        assertThat(layer.at("/versions/layer").asString()).isEqualTo("4.5");
        assertThat(layer.get("domain").asString()).isEqualTo("enterprise-attack");
        assertThat(scores(layer)).isEqualTo("T1059:- T1059.001:3 T1685:3 "); // T1562.001 became T1685
        assertThat(layer.at("/gradient/maxValue").asInt()).isEqualTo(3);
        assertThat(run.err()).isEqualTo("3 rules for 2 techniques; 0 more name no technique.\n");
        assertThat(files.run("rules coverage @ --name Mine -o @/layer.json").out())
                .isEmpty();
        assertThat(folder.resolve("layer.json")).hasContent(run.out());
        assertThat(files.run("rules coverage @ -o @/nope/layer.json").exitCode())
                .isEqualTo(ExitCode.FAILED);
    }

    private static String scores(JsonNode layer) {
        var text = new StringBuilder();
        for (JsonNode technique : layer.get("techniques")) {
            text.append(technique.get("techniqueID").asString())
                    .append(':')
                    .append(technique.has("score") ? technique.get("score").asString() : "-")
                    .append(' ');
        }
        return text.toString();
    }

    @Test
    void coverageTellsIdsThatAttackDoesNotHave() throws IOException {
        files.write("one.yml", RULE.replace("attack.t1059.001, attack.t1562.001", "attack.t9999"));

        CommandRun run = files.run("rules coverage @/one.yml");

        assertThat(run.err()).contains("left out, being unknown to ATT&CK: T9999.");
        assertThat(JSON.readTree(run.out()).get("techniques")).hasSize(1);
    }

    @Test
    void theDefaultRulesAreMeantWhereNoneAreNamed() {
        assertThat(files.run("rules list").out().lines()).hasSize(ownRules());
        assertThat(files.run("rules test --quiet").exitCode()).isZero();
        assertThat(files.run("rules lint").exitCode()).isZero();
    }

    private static int ownRules() {
        try (Stream<Path> files = Files.walk(ProjectFolder.root().resolve("rules"))) {
            return Math.toIntExact(
                    files.filter(file -> file.toString().endsWith(".yml")).count());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyCommandHelpsWithExamples() {
        for (String command : List.of("lint", "list", "test", "explain", "coverage")) {
            CommandRun run = files.run("rules " + command + " --help");
            assertThat(run.out()).contains("Examples:", "  ashiato rules " + command);
            assertThat(run.exitCode()).isZero();
        }
    }
}
