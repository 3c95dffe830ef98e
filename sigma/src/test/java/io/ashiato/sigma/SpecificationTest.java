package io.ashiato.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.model.Event;
import io.ashiato.model.RuleProblem;
import io.ashiato.sigma.SpecificationCases.Case;
import io.ashiato.sigma.SpecificationCases.Expected;
import io.ashiato.sigma.syntax.DocumentReader;
import io.ashiato.sigma.syntax.Problems;
import io.ashiato.sigma.syntax.Search;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The Sigma specification as cases: rules, events, and what has to be found. Each is decided by the compiled
/// engine and by the plain one. How cases are written stands at [SpecificationCases].
class SpecificationTest {
    static Stream<Arguments> everyEvent() {
        return SpecificationCases.all().stream()
                .flatMap(c -> c.expected().stream().map(e -> Arguments.of(c.name(), c, e)));
    }

    static Stream<Arguments> everyRefusal() {
        return SpecificationCases.all().stream()
                .filter(c -> !c.refused().isEmpty())
                .map(c -> Arguments.of(c.name(), c));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("everyEvent")
    void bothEnginesFindWhatTheTableSays(String name, Case specified, Expected expected) {
        RuleSet rules = RuleSet.compile(specified.files(), specified.options());
        Event event = expected.event();

        assertThat(rules.problems()).extracting(RuleProblem::code).isEqualTo(specified.refused());
        assertThat(PlainMatcher.ids(rules.matcher().match(event))).isEqualTo(expected.rules());
        assertThat(new PlainMatcher(specified.files(), specified.options()).match(event))
                .isEqualTo(expected.rules());
        assertThat(suppressed(rules, event)).isEqualTo(expected.suppressed());
    }

    private static Map<String, List<String>> suppressed(RuleSet rules, Event event) {
        var suppressed = new LinkedHashMap<String, List<String>>();
        for (FilterWatch.Suppressed each : rules.filterWatch().suppressed(event)) {
            var titles = new ArrayList<String>();
            each.by().forEach(filter -> titles.add(filter.title()));
            suppressed.put(each.rule().about().id(), titles);
        }
        return suppressed;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyRefusal")
    void whatCannotRunIsRefusedWithItsCode(String name, Case specified) {
        RuleSet rules = RuleSet.compile(specified.files(), specified.options());

        assertThat(rules.problems()).extracting(RuleProblem::code).isEqualTo(specified.refused());
    }

    /// All modifiers of the specification's appendix.
    private static final List<String> MODIFIERS = List.of(
            ("all startswith endswith contains exists cased neq windash re i m s base64 base64offset utf16le utf16be"
                            + " utf16 wide lt lte gt gte minute hour day week month year cidr expand fieldref")
                    .split(" "));

    @Test
    void everyModifierHasCasesThatAreFoundAndCasesThatAreNot() {
        for (boolean found : new boolean[] {true, false}) {
            var used = new TreeSet<String>();
            SpecificationCases.all().stream()
                    .filter(c -> c.expected().stream().anyMatch(e -> e.rules().isEmpty() != found))
                    .flatMap(c -> chains(c.files()))
                    .forEach(chain -> used.addAll(List.of(chain.split("\\|"))));

            assertThat(used).as(found ? "found" : "not found").containsAll(MODIFIERS);
        }
    }

    @Test
    void everyChainOfModifiersInSigmaHqHasACase() throws IOException {
        Set<String> specified = SpecificationCases.all().stream()
                .flatMap(c -> chains(c.files()))
                .collect(Collectors.toSet());

        assertThat(chains(Shared.sigmaHq(path -> true)).distinct()).isNotEmpty().isSubsetOf(specified);
    }

    /// The modifiers behind fields, such as `contains|all`; keywords begin with `|`.
    private static Stream<String> chains(List<RuleFile> files) {
        return files.stream()
                .flatMap(file -> DocumentReader.read(file.text(), new Problems(file.name())).rules().stream())
                .flatMap(rule -> rule.identifiers().values().stream())
                .flatMap(SpecificationTest::chains);
    }

    private static Stream<String> chains(Search search) {
        return switch (search) {
            case Search.Map map ->
                map.items().stream()
                        .map(item -> (item.isKeywords() ? "|" : "")
                                + item.modifiers().stream()
                                        .map(Search.Item.Word::text)
                                        .collect(Collectors.joining("|")));
            case Search.Choice choice -> choice.parts().stream().flatMap(SpecificationTest::chains);
            case Search.Keyword keyword -> Stream.of("|");
        };
    }

    @Test
    void namesOfCasesAreNotUsedTwice() {
        assertThat(SpecificationCases.all()).extracting(Case::name).doesNotHaveDuplicates();
    }

    @Test
    void specificationIsCoveredByAThousandCases() {
        assertThat(everyEvent().count() + everyRefusal().count()).isGreaterThan(1_000);
    }
}
