package io.ashiato.sigma.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.ashiato.model.Event;
import io.ashiato.sigma.RuleMatcher;
import io.ashiato.sigma.RuleSet;
import io.ashiato.sigma.Yaml;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What a correlation is said to have made of events.
class CorrelationTracerTest {
    /// Correlation (the last one is explained), events, what came in, how far each group came: `holds`, group, measure,
    /// number of events, seconds of the first and last, number of rules.
    static final List<Arguments.ArgumentSet> CASES = List.of(
            argumentSet(
                    "one short of three",
                    "type: event_count, rules: [a], group-by: [User], timespan: 10s, condition: {gte: 3}",
                    List.of("0 a User=x", "1 a User=x", "50 a User=x", "2 b User=x", "3 a"),
                    "3-1",
                    List.of("false x 2 2 0-1 1")),
            argumentSet(
                    "two matches of one group and none of another",
                    "type: event_count, rules: [a, b], group-by: [User], timespan: 10s, condition: {gte: 2}",
                    List.of("0 a User=x", "1 ab User=X", "2 a User=y", "50 a User=x", "51 b User=x"),
                    "4-0 2-0",
                    List.of("true X 2 2 0-1 2", "true x 2 2 50-51 2", "false y 1 1 2-2 1")),
            argumentSet(
                    "the longest chain, not the number of rules",
                    "type: temporal_ordered, rules: [a, b, c], group-by: [User], timespan: 10s",
                    List.of("0 c User=x", "1 b User=x", "2 a User=x", "3 bc User=x"),
                    "1-0 2-0 2-0",
                    List.of("false x 2 4 0-3 3")),
            argumentSet(
                    "of several windows the nearest",
                    "type: value_sum, rules: [a], group-by: [User], timespan: 5s, condition: {field: N, gt: 100}",
                    List.of("0 a User=x N=1", "20 a User=x N=70", "22 a User=x N=20", "40 a User=x N=2", "41 a User=x"),
                    "4-1",
                    List.of("false x 90 2 20-22 1")),
            argumentSet(
                    "nothing came",
                    "type: temporal, rules: [a, b], group-by: [User], timespan: 5s",
                    List.of("0 c User=x"),
                    "0-0 0-0",
                    List.of()));

    private static CorrelationExplanation explain(RuleSet rules, List<String> events) {
        assertThat(rules.problems()).isEmpty();
        RuleMatcher matcher = rules.matcher();
        CorrelationTracer tracer = rules.correlations()
                .tracer(rules.correlations().rules().getLast().about().id());
        for (Event event : Cases.sorted(Cases.events(events))) {
            tracer.accept(event, Cases.ids(matcher.match(event)));
        }
        return tracer.finish();
    }

    @ParameterizedTest
    @FieldSource("CASES")
    void tellsWhatCameInAndHowFarItCame(String correlation, List<String> events, String inputs, List<String> groups) {
        RuleSet rules = Cases.rules("title: T\ncorrelation: {" + correlation + "}\n");

        CorrelationExplanation explained = explain(rules, events);

        assertThat(explained.inputs().stream()
                        .map(input -> input.events() + "-" + input.lacking())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(inputs);
        assertThat(explained.groups()).extracting(CorrelationTracerTest::text).containsExactlyElementsOf(groups);
    }

    private static String text(CorrelationExplanation.Reached reached) {
        return reached.holds() + " " + reached.group().getFirst().value() + " "
                + reached.measure().toPlainString() + " " + reached.events() + " "
                + Duration.between(Cases.START, reached.first()).toSeconds() + "-"
                + Duration.between(Cases.START, reached.last()).toSeconds() + " "
                + reached.rules().size();
    }

    static Stream<Arguments> specified() {
        return Yaml.cases("correlation/cases.yml").stream()
                .map(entry -> Arguments.of(
                        Yaml.text(entry, "name"),
                        Yaml.text(entry, "rules"),
                        Yaml.list(entry, "events").stream().map(String::valueOf).toList()));
    }

    /// The explanation says of every correlation what a hunt would find.
    @ParameterizedTest(name = "{0}")
    @MethodSource("specified")
    void holdsWhereAHuntMatches(String name, String correlations, List<String> events) {
        RuleSet rules = Cases.rules(correlations);
        List<CorrelationMatch> found =
                Cases.run(rules, rules.correlations().correlatorOfAll(), Cases.sorted(Cases.events(events)));

        for (var rule : rules.correlations().rules()) {
            RuleMatcher matcher = rules.matcher();
            CorrelationTracer tracer = rules.correlations().tracer(rule.about().id());
            Cases.sorted(Cases.events(events)).forEach(event -> tracer.accept(event, Cases.ids(matcher.match(event))));
            CorrelationExplanation explained = tracer.finish();

            long matches = found.stream()
                    .filter(match -> match.rule().id().equals(rule.about().id()))
                    .count();
            assertThat(explained.groups().stream()
                            .filter(CorrelationExplanation.Reached::holds)
                            .count())
                    .isEqualTo(matches);
            assertThat(explained.holds()).isEqualTo(matches > 0);
        }
    }
}
