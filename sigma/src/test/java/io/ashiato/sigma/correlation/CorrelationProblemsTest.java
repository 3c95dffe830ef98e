package io.ashiato.sigma.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.model.RuleProblem;
import io.ashiato.sigma.CompiledRule;
import io.ashiato.sigma.RuleFile;
import io.ashiato.sigma.RuleSet;
import io.ashiato.sigma.Yaml;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What authors of correlations are told, with codes and places; see `problems.yml`.
class CorrelationProblemsTest {
    private static final RuleFile LETTERS = new RuleFile("letters.yml", """
            title: A
            name: a
            id: 11111111-1111-4111-8111-111111111111
            logsource: {product: windows}
            detection: {s: {F: a}, condition: s}
            ---
            title: B
            name: b
            logsource: {product: windows}
            detection: {s: {F: b}, condition: s}
            """);

    static Stream<Arguments> everyCase() {
        return Yaml.cases("correlation/problems.yml").stream()
                .map(entry -> Arguments.of(
                        Yaml.text(entry, "name"),
                        Yaml.text(entry, "rules"),
                        Yaml.list(entry, "problems").stream()
                                .map(String::valueOf)
                                .toList()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyCase")
    void reportsCodePlaceAndReason(String name, String rules, List<String> problems) {
        RuleSet set = RuleSet.compile(List.of(LETTERS, new RuleFile("r.yml", rules)));

        assertThat(set.correlations().rules()).isEmpty();
        assertThat(set.problems().stream().map(Object::toString)).containsExactlyElementsOf(problems);
    }

    @Test
    void whatCannotRunIsRefusedWithItsOwnProblems() {
        RuleSet set = RuleSet.compile(List.of(
                LETTERS,
                new RuleFile(
                        "r.yml",
                        counting("unlinked", "nosuch") + "---\n" + counting("good", "a") + "---\n"
                                + counting("faulty", "a").replace("event_count", "event_cuont"))));

        assertThat(set.correlations().rules())
                .extracting(rule -> rule.about().title())
                .containsExactly("good");
        assertThat(set.refused())
                .extracting(refused -> refused.rule().about().title() + " "
                        + refused.problems().stream().map(RuleProblem::code).toList())
                .containsExactly("unlinked [E081]", "faulty [E080]");
        assertThat(set.refused()).allMatch(refused -> refused.rule().source().equals("correlation"));
    }

    private static String counting(String title, String rule) {
        return "title: " + title + "\nname: " + title + "\ncorrelation: {type: event_count, rules: [" + rule
                + "], group-by: [], timespan: 5m, condition: {gte: 1}}\n";
    }

    @Test
    void rulesAreFoundByNameByIdAndInLaterFiles() {
        RuleSet set = RuleSet.compile(List.of(
                new RuleFile("1.yml", counting("outer", "inner")),
                new RuleFile("2.yml", counting("inner", "11111111-1111-4111-8111-111111111111")),
                LETTERS));

        assertThat(set.problems()).isEmpty();
        assertThat(set.correlations().rules()).extracting(CompiledRule::file).containsExactly("2.yml", "1.yml");
    }

    @Test
    void aNameInTheSameFileIsNearerThanOneInAnother() {
        String own = "title: own\nname: a\nlogsource: {product: windows}\ndetection: {s: {F: z}, condition: s}\n---\n";
        RuleSet set = RuleSet.compile(List.of(LETTERS, new RuleFile("r.yml", own + counting("T", "a"))));

        assertThat(set.problems()).isEmpty();
        assertThat(set.correlations().waitFor("11111111-1111-4111-8111-111111111111"))
                .isFalse();
    }

    @Test
    void rulesThatOnlyFeedMakeNoDetections() {
        String generating = counting("T", "b").replace("timespan", "generate: true, timespan");
        RuleSet set = RuleSet.compile(List.of(
                LETTERS,
                new RuleFile("r.yml", counting("S", "11111111-1111-4111-8111-111111111111") + "---\n" + generating)));

        List<String> silent = set.rules().stream()
                .filter(rule -> set.correlations().silence(rule.about().id()))
                .map(rule -> rule.about().title())
                .toList();
        assertThat(silent).containsExactly("A");
    }

    @Test
    void chainOfAThousandEndsInProblemsAndTheRestRuns() {
        String chain = IntStream.range(0, 1000)
                .mapToObj(i -> counting("c" + i, i == 999 ? "a" : "c" + (i + 1)))
                .collect(Collectors.joining("---\n"));
        RuleSet set = RuleSet.compile(List.of(LETTERS, new RuleFile("r.yml", chain)));

        assertThat(set.correlations().rules()).hasSize(32);
        assertThat(set.problems().stream().map(RuleProblem::code).distinct()).containsExactlyInAnyOrder("E002", "E082");
    }

    @Test
    void cycleOfAThousandIsTold() {
        String cycle = IntStream.range(0, 1000)
                .mapToObj(i -> counting("c" + i, "c" + (i + 1) % 1000))
                .collect(Collectors.joining("---\n"));
        RuleSet set = RuleSet.compile(List.of(LETTERS, new RuleFile("r.yml", cycle)));

        assertThat(set.correlations().rules()).isEmpty();
        assertThat(set.problems())
                .hasSize(1000)
                .allMatch(problem -> problem.code().equals("E084"));
    }

    /// Whatever stands in a file, it is compiled or told, and what was compiled runs.
    @Test
    void mutatedDocumentsNeverFail() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        List<String> texts = Yaml.cases("correlation/cases.yml").stream()
                .map(entry -> Yaml.text(entry, "rules"))
                .toList();
        for (int i = 0; i < 2_000; i++) {
            String text = mutated(texts.get(random.nextInt(texts.size())), random);
            try {
                RuleSet set = Cases.rules(text);
                Cases.run(
                        set,
                        set.correlations().correlator(),
                        Cases.events(List.of("0 ab User=x N=1", "1 c User=x N=y")));
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("seed " + seed + ", document " + i + ":\n" + text, e);
            }
        }
    }

    private static String mutated(String text, Random random) {
        var mutated = new StringBuilder(text);
        String signs = "{}[]:,-'\"|&*0a 9\n";
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            int at = random.nextInt(mutated.length());
            int end = Math.min(mutated.length(), at + 1 + random.nextInt(8));
            switch (random.nextInt(4)) {
                case 0 -> mutated.setCharAt(at, signs.charAt(random.nextInt(signs.length())));
                case 1 -> mutated.delete(at, Math.min(end, mutated.length() - 1));
                case 2 -> mutated.insert(at, mutated.substring(at, end));
                default -> mutated.insert(at, signs.charAt(random.nextInt(signs.length())));
            }
        }
        return mutated.toString();
    }

    @Test
    void moreRulesThanAWindowHasPlacesFor() {
        String rules = IntStream.range(0, 65).mapToObj(i -> "r" + i).collect(Collectors.joining(","));
        RuleSet set = RuleSet.compile(List.of(new RuleFile("r.yml", counting("T", rules))));

        assertThat(set.problems()).extracting(RuleProblem::code).containsExactly("E002");
    }
}
