package io.ashiato.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.model.Event;
import io.ashiato.model.RuleProblem;
import io.ashiato.sigma.SpecificationCases.Case;
import io.ashiato.sigma.SpecificationCases.Expected;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    @Test
    void namesOfCasesAreNotUsedTwice() {
        assertThat(SpecificationCases.all()).extracting(Case::name).doesNotHaveDuplicates();
    }

    @Test
    void specificationIsCoveredByAThousandCases() {
        assertThat(everyEvent().count() + everyRefusal().count()).isGreaterThan(1_000);
    }
}
