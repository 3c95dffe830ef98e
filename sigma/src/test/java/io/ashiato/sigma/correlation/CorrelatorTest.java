package io.ashiato.sigma.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.sigma.RuleSet;
import io.ashiato.sigma.Yaml;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What correlations hold for which events; see `cases.yml`.
class CorrelatorTest {
    static Stream<Arguments> everyCase() {
        return Yaml.cases("correlation/cases.yml").stream()
                .map(entry -> Arguments.of(
                        Yaml.text(entry, "name"),
                        Yaml.text(entry, "rules"),
                        texts(Yaml.list(entry, "events")),
                        texts(Yaml.list(entry, "matches"))));
    }

    private static List<String> texts(List<?> list) {
        return list.stream().map(String::valueOf).toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyCase")
    void findsWhatTheCaseSays(String name, String correlations, List<String> events, List<String> matches) {
        RuleSet rules = Cases.rules(correlations);
        assertThat(rules.problems()).isEmpty();

        List<CorrelationMatch> found =
                Cases.run(rules, rules.correlations().correlator(), Cases.sorted(Cases.events(events)));

        assertThat(found.stream()
                        .sorted(Comparator.comparing(m -> m.event().time().orElseThrow()))
                        .map(Cases::text))
                .containsExactlyInAnyOrderElementsOf(matches);
    }
}
