package io.ashiato.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.model.Fields;
import io.ashiato.model.RuleProblem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Rules that are made to eat time or memory: they are refused with a code or run, and the rule beside them runs.
///
/// The limit of time is generous, since tests run on loaded machines; without the limits in the code these
/// cases would take hours, or all memory.
class HostileRulesTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String HEAD = "title: T\nid: hostile\nlogsource: {product: windows}\ndetection:\n";
    private static final String GOOD =
            "title: Good\nid: good\nlogsource: {product: windows}\ndetection: {s: {F: good}, condition: s}\n";

    private static String many(int count, String between, IntFunction<String> each) {
        return IntStream.range(0, count).mapToObj(each).collect(Collectors.joining(between));
    }

    private static String names(int count, String value) {
        return many(count, "", i -> "  n" + i + ": {F: " + value + i + "}\n");
    }

    /// Whole files; the code of the problem, or an empty text for rules that run.
    static Stream<Arguments> files() {
        String bomb = "a: &a0 [x, x, x, x, x]\n"
                + many(11, "", i -> "b" + i + ": &a" + (i + 1) + " [" + ("*a" + i + ", ").repeat(4) + "x]\n");
        String search = HEAD + "  s: {F: ";
        String condition = "}\n  condition: s\n";
        return Stream.of(
                Arguments.of("aliases of aliases", bomb, "E001"),
                Arguments.of(
                        "a long text behind many aliases",
                        HEAD + "  t: &t '" + "x".repeat(30_000) + "'\n  s: {F: [" + "*t,".repeat(90_000) + "*t]"
                                + condition,
                        "E002"),
                Arguments.of("a million values", search + "[" + "x,".repeat(999_000) + "x]" + condition, "E002"),
                Arguments.of(
                        "ninety thousand values", search + "[" + many(90_000, ",", i -> "v" + i) + "]" + condition, ""),
                Arguments.of("deeply nested lists", search + "[".repeat(200_000) + condition, "E002"),
                Arguments.of("deeply nested maps", HEAD + "  s: " + "{a: ".repeat(100_000), "E002"),
                Arguments.of(
                        "ten thousand branches",
                        HEAD + names(10_000, "v") + "  condition: " + many(10_000, " or ", i -> "n" + i),
                        ""),
                Arguments.of(
                        "ten thousand branches that all have to hold",
                        HEAD + names(10_000, "v") + "  condition: " + many(10_000, " and ", i -> "n" + i),
                        ""),
                Arguments.of(
                        "ten thousand negations in a row",
                        HEAD + names(1, "v") + "  condition: " + "not ".repeat(10_000) + "n0",
                        "E002"),
                Arguments.of(
                        "ten thousand parentheses",
                        HEAD + names(1, "v") + "  condition: " + "(".repeat(10_000) + "n0" + ")".repeat(10_000),
                        "E002"),
                Arguments.of(
                        "ten thousand unknown names",
                        HEAD + names(100, "v") + "  condition: " + many(10_000, " or ", i -> "m" + i),
                        "E002 E041"),
                Arguments.of(
                        "a pattern over all names, again and again",
                        HEAD + names(10_000, "v") + "  condition: " + many(10_000, " or ", i -> "1 of n*"),
                        "E002"),
                Arguments.of("half of many names", HEAD + names(200, "v") + "  condition: 100 of n*", "E002"),
                Arguments.of(
                        "a count beyond all numbers", HEAD + names(1, "v") + "  condition: 99999999999 of n*", "E043"),
                Arguments.of(
                        "a pattern of stars on long names",
                        HEAD + "  ? " + "a".repeat(20_000) + "\n  : {F: x}\n" + "  condition: 1 of "
                                + "*a".repeat(20_000) + "b",
                        "E041"),
                Arguments.of(
                        "a name of a million letters",
                        HEAD + "  ? " + "a".repeat(1_000_000) + "\n  : {F: x}\n  condition: 1 of a*",
                        ""),
                Arguments.of(
                        "a field of a million letters",
                        HEAD + "  s:\n    ? " + "a".repeat(1_000_000) + "\n    : x\n  condition: s",
                        ""),
                Arguments.of(
                        "a thousand modifiers",
                        HEAD + "  s:\n    ? F" + "|contains".repeat(1_000) + "\n    : x\n  condition: s",
                        "E031"),
                Arguments.of("a number of a billion digits", search + "1e999999999" + condition, ""),
                Arguments.of("a comparison with such a number", HEAD + "  s: {F|gt: 1e999999999" + condition, "E032"),
                Arguments.of(
                        "a comparison with a long number",
                        HEAD + "  s: {F|gt: " + "9".repeat(30_000) + condition,
                        "E032"),
                Arguments.of(
                        "a long hexadecimal number", HEAD + "  s: {F|gt: 0x" + "f".repeat(30_000) + condition, "E032"),
                Arguments.of(
                        "a thousand dashes", HEAD + "  s: {'F|windash': '" + " -a".repeat(1_000) + "'" + condition, ""),
                Arguments.of(
                        "a thousand dashes inside Base64",
                        HEAD + "  s: {'F|windash|base64offset': '" + " -a".repeat(1_000) + "'" + condition,
                        "E002"),
                Arguments.of(
                        "placeholders that multiply",
                        HEAD + "  s: {'F|expand': '" + "%Many%".repeat(40) + "'" + condition,
                        "E002"),
                Arguments.of(
                        "a text of wildcards",
                        HEAD + "  s: {F: ['" + many(60, "','", i -> "*?".repeat(16_000) + i) + "']" + condition,
                        "E002"),
                Arguments.of(
                        "large regular expressions, many of them",
                        HEAD + "  s: {F|re: [" + many(2_000, ",", i -> "'x{1000}y{1000}z{1000}" + i + "'") + "]"
                                + condition,
                        "E002"),
                Arguments.of(
                        "repetitions hidden behind a quote",
                        HEAD + "  s: {F|re: '\\Q[\\E(a{1000}){1000}'" + condition,
                        "E034"),
                Arguments.of("ten thousand documents", many(10_000, "---\n", i -> "a: b\n"), "E002 E004"),
                Arguments.of(
                        "a large rule again and again",
                        "action: global\ntitle: T\nlogsource: {product: windows}\ndetection:\n  s: {F: ["
                                + many(90_000, ",", i -> "v" + i) + "]}\n  condition: s\n---\n"
                                + many(1_000, "---\n", i -> "id: i" + i + "\n"),
                        "E002"),
                Arguments.of(
                        "a fault in each of many values",
                        HEAD + "  s: {F|gt: [" + many(50_000, ",", i -> "v" + i) + "]" + condition,
                        "E002 E032"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void isRefusedOrRunsAndNeverInTheWay(String name, String text, String codes) {
        var files = List.of(new RuleFile("hostile.yml", text), new RuleFile("good.yml", GOOD));
        var options = RuleSetOptions.DEFAULT.withPlaceholders(
                Map.of("Many", IntStream.range(0, 1_000).mapToObj(i -> "v" + i).toList()));

        RuleSet rules = Assertions.assertTimeoutPreemptively(LIMIT, () -> RuleSet.compile(files, options));

        assertThat(rules.problems().stream().map(RuleProblem::code).distinct().sorted())
                .containsExactlyElementsOf(codes.isEmpty() ? List.of() : List.of(codes.split(" ")));
        assertThat(rules.problems()).allMatch(problem -> problem.reason().length() < 600);
        assertThat(rules.problems()).hasSizeLessThan(1_100);
        assertThat(rules.matcher().match(Events.of("Any", "1", Fields.of("F", "good"))))
                .extracting(rule -> rule.about().id())
                .contains("good");
    }

    /// Patterns and values on which engines that try all ways never end.
    static Stream<Arguments> slowPatterns() {
        String as = "a".repeat(30_000);
        return Stream.of(
                Arguments.of("(a+)+$", as + "b"),
                Arguments.of("^(a|a)*$", as + "b"),
                Arguments.of("(.*a){20}b", as),
                Arguments.of("^(([a-z])+.)+[A-Z]([a-z])+$", as),
                Arguments.of("(a+)+(?=c)", as + "b"),
                Arguments.of("(?:a|aa)+\\1?(?!a)c", as),
                Arguments.of("^(a+)+\\1b$", as),
                Arguments.of("(?=a)" + "(?:x?)?".repeat(7) + "(?!)", as),
                Arguments.of("(x?)" + "(?:\\1|y)".repeat(200) + "(?!)", as));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("slowPatterns")
    void slowPatternEnds(String pattern, String value) {
        RuleMatcher matcher = RuleSet.compile(List.of(regexRule(pattern))).matcher();

        List<CompiledRule> found = Assertions.assertTimeoutPreemptively(
                LIMIT, () -> matcher.match(Events.of("Any", "1", Fields.of("F", value))));

        assertThat(found).isEmpty();
    }

    private static RuleFile regexRule(String pattern) {
        return new RuleFile("r.yml", HEAD + "  s:\n    F|re: '" + pattern + "'\n  condition: s\n");
    }

    /// What reads no character cannot be counted while it runs, so it is refused before.
    static Stream<String> patternsThatChooseWithoutReading() {
        return Stream.of(
                "(?=a)" + "(?:|)".repeat(40) + "(?!)",
                "(?=a)" + "(?:x?)?".repeat(40) + "(?!)",
                "(x?)" + "(?:\\1|\\1)".repeat(40) + "(?!)",
                "(x?)(?:\\1|\\1){40}(?!)",
                "(?<=" + "(?:|a)".repeat(30) + "(?:|)".repeat(30) + ")b",
                "(?=a)(?:(?:){1000}){1000}(?!)",
                "(?=a)" + "(?:^|\\b|(?=a))".repeat(20),
                "(?=a)\\Q[\\E" + "(?:|)".repeat(40),
                "(?=a)[]a(]" + "(?<n>|)(?i:|)".repeat(20) + "x",
                "(?=a)(?x) (?: | )" + "( | )".repeat(40));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("patternsThatChooseWithoutReading")
    void patternThatChoosesWithoutReadingIsRefused(String pattern) {
        assertThat(RuleSet.compile(List.of(regexRule(pattern))).problems())
                .extracting(RuleProblem::code)
                .containsExactly("E034");
    }

    static Stream<String> patternsThatPeopleWrite() {
        return Stream.of(
                "(^|\\s)cmd(?!\\.exe)(\\s|$)",
                "(?<!a|b|c|d|e|f|g|h|i|j)x(?:y|z|)?",
                "(?i)(?=.*foo)(?=.*bar)(?=.*baz)^.{3,200}$",
                "(['\"]?)(\\w+)\\1\\s*=\\s*(['\"]?)[^'\"]{0,40}\\3".replace("'", "''"),
                "(?:a?b?c?d?e?f?g?h?)+(?=z)",
                "(?>a+|b*)(?<name>x{2,5})\\k<name>");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("patternsThatPeopleWrite")
    void patternThatPeopleWriteRuns(String pattern) {
        assertThat(RuleSet.compile(List.of(regexRule(pattern))).problems()).isEmpty();
    }

    /// The value is as hostile as the pattern: the steps are value times pattern at most.
    @Test
    void manyWildcardsOnALongValueEnd() {
        String text = HEAD + "  s: {F: '" + "*a".repeat(2_000) + "b'}\n  condition: s\n";
        RuleMatcher matcher =
                RuleSet.compile(List.of(new RuleFile("r.yml", text))).matcher();

        List<CompiledRule> found = Assertions.assertTimeoutPreemptively(
                LIMIT, () -> matcher.match(Events.of("Any", "1", Fields.of("F", "a".repeat(60_000)))));

        assertThat(found).isEmpty();
    }

    @Test
    void aFilterOnThousandsOfRulesIsBounded() {
        String filter = "title: N\nlogsource: {product: windows}\nfilter:\n  rules: any\n  s: {G: ["
                + many(90_000, ",", i -> "v" + i) + "]}\n  condition: not s\n";
        var files = new ArrayList<RuleFile>();
        files.add(new RuleFile("filter.yml", filter));
        for (int i = 0; i < 3_000; i++) {
            files.add(new RuleFile("r" + i, GOOD.replace("id: good", "id: r" + i)));
        }

        RuleSet rules = Assertions.assertTimeoutPreemptively(
                LIMIT, () -> RuleSet.compile(files, RuleSetOptions.DEFAULT.withUnreleased(true)));

        assertThat(rules.rules()).hasSize(3_000);
        assertThat(rules.problems()).extracting(RuleProblem::code).containsExactly("E002");
    }

    @Test
    void fiveBrokenRulesAmongThousandsCostOnlyThemselves() {
        var files = new ArrayList<RuleFile>();
        for (int i = 0; i < 3_600; i++) {
            String good = GOOD.replace("id: good", "id: r" + i).replace("F: good", "F: v" + i);
            String text = switch (i) {
                case 17 -> good.replace("condition: s", "condition: t");
                case 500 -> good.replace("F:", "F|fuzzy:");
                case 1_800 -> good.replace("title: Good", "titel: Good");
                case 2_900 -> good.replace("windows", "widnows");
                case 3_599 -> good.substring(0, good.length() - 3);
                default -> good;
            };
            files.add(new RuleFile("r" + i + ".yml", text));
        }

        RuleSet rules = RuleSet.compile(files);

        assertThat(rules.rules()).hasSize(3_595);
        assertThat(rules.problems())
                .extracting(p -> p.file() + " " + p.code())
                .containsExactly("r17.yml E041", "r500.yml E030", "r1800.yml E004", "r2900.yml E020", "r3599.yml E001");
    }
}
