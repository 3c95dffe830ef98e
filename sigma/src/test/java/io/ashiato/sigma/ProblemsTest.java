package io.ashiato.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What authors are told, with codes and places; see `problems.yml`.
class ProblemsTest {
    static Stream<Arguments> everyCase() {
        return Yaml.cases("problems.yml").stream()
                .map(entry -> Arguments.of(
                        Yaml.text(entry, "name"),
                        Yaml.text(entry, "rule"),
                        Yaml.list(entry, "problems").stream()
                                .map(String::valueOf)
                                .toList()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyCase")
    void reportsCodePlaceAndReason(String name, String rule, List<String> problems) {
        RuleSet rules = RuleSet.compile(List.of(new RuleFile("r.yml", rule)));

        assertThat(rules.problems().stream().map(Object::toString)).containsExactlyElementsOf(problems);
    }

    private static String rule(String id, String value) {
        return "title: T\nid: " + id + "\nlogsource: {product: windows, service: security}\n" + "detection:\n  a: {F: "
                + value + "}\n  condition: a\n";
    }

    @Test
    void sameRuleFromTwoFoldersRunsOnceHoweverItIsLaidOut() {
        RuleSet rules = RuleSet.compile(List.of(
                new RuleFile("one/r.yml", rule("1", "x")), new RuleFile("two/r.yml", "# copied\n" + rule("1", "'x'"))));

        assertThat(rules.rules()).hasSize(1);
        assertThat(rules.problems().stream().map(Object::toString))
                .containsExactly("two/r.yml:2:1: E050 the same rule is in one/r.yml; only that one runs");
    }

    @Test
    void otherRuleWithTheSameIdDoesNotRun() {
        RuleSet rules = RuleSet.compile(
                List.of(new RuleFile("one.yml", rule("A1", "x")), new RuleFile("two.yml", rule("a1", "y"))));

        assertThat(rules.rules()).extracting(CompiledRule::file).containsExactly("one.yml");
        assertThat(rules.problems().stream().map(Object::toString))
                .containsExactly("two.yml:1:1: E051 another rule with the same id is in one.yml; only that one runs");
    }

    @Test
    void goodRulesOfAFileRunBesideBadOnes() {
        String text = rule("1", "x") + "---\n" + rule("2", "[]") + "---\n---\n# nothing here\n---\n" + rule("3", "y");
        RuleSet rules = RuleSet.compile(List.of(new RuleFile("r.yml", text)));

        assertThat(rules.rules()).extracting(r -> r.about().id()).containsExactly("1", "3");
        assertThat(rules.problems()).extracting(p -> p.code() + " " + p.line()).containsExactly("E005 12");
    }

    @Test
    void documentsBeforeBrokenYamlStillRun() {
        RuleSet rules = RuleSet.compile(List.of(new RuleFile("r.yml", rule("1", "x") + "---\na: b: c\n")));

        assertThat(rules.rules()).hasSize(1);
        assertThat(rules.problems()).extracting(p -> p.code() + " " + p.line()).containsExactly("E001 8");
    }

    static Stream<Arguments> hostileTexts() {
        String head = "title: T\nlogsource: {product: windows}\ndetection:\n";
        String manyNames = "a and ".repeat(2700) + "a";
        String wideList = "[" + "x,".repeat(999) + "x]";
        return Stream.of(
                Arguments.of("no text at all", "", ""),
                Arguments.of("nothing but a comment", "# none", ""),
                Arguments.of("a control character", "title: \u0007", "E001"),
                Arguments.of("too many characters", "a: " + "x".repeat(2_000_001), "E002"),
                Arguments.of("a list that holds itself", "&a [*a]", "E003"),
                Arguments.of("a map that holds itself", "title: &a {b: *a}", "E002"),
                Arguments.of("values nested deeply", "a: " + "[".repeat(40) + "]".repeat(40), "E002"),
                Arguments.of("too many values", "a: [" + "x,".repeat(100_001) + "]", "E002"),
                Arguments.of(
                        "a long condition", head + "  a: {F: x}\n  condition: a" + " ".repeat(270_000) + "b", "E002"),
                Arguments.of(
                        "a condition that multiplies its searches",
                        head + "  a: {F: " + wideList + "}\n  condition: " + manyNames,
                        "E002"),
                Arguments.of("a long value", head + "  a: {F: " + "x".repeat(40_000) + "}\n  condition: a", "E002"),
                Arguments.of(
                        "groups in groups",
                        head + "  a: {'F|re': '" + "(".repeat(4_096) + "'}\n  condition: a",
                        "E034"),
                Arguments.of("a binary file", "\u0000\u0001\uFFFE", "E001"));
    }

    /// What takes time or memory as well stands in [HostileRulesTest].
    @ParameterizedTest(name = "{0}")
    @MethodSource("hostileTexts")
    void hostileTextsEndInOneProblem(String name, String text, String code) {
        RuleSet rules = RuleSet.compile(List.of(new RuleFile("r.yml", text)));

        assertThat(rules.rules()).isEmpty();
        assertThat(rules.problems().stream().map(p -> p.code()).distinct())
                .containsExactlyElementsOf(code.isEmpty() ? List.of() : List.of(code));
    }
}
