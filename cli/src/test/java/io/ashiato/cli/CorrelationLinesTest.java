package io.ashiato.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.ashiato.publish.language.Language;
import io.ashiato.sigma.RuleFile;
import io.ashiato.sigma.RuleSet;
import io.ashiato.sigma.RuleSetOptions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/// How the condition of a correlation is put into words; the rest is seen with `ashiato rules explain`.
class CorrelationLinesTest {
    static final List<Arguments.ArgumentSet> CONDITIONS = List.of(
            argumentSet(
                    "a range of a sum",
                    "type: value_sum, condition: {field: Bytes, gt: 0.50, lte: 100}",
                    "value_sum(Bytes) > 0.5, value_sum(Bytes) <= 100 within 5m"),
            argumentSet(
                    "values of a tuple",
                    "type: value_count, condition: {field: [A, B], neq: 0}",
                    "value_count(A, B) != 0 within 5m"),
            argumentSet("all rules", "type: temporal", "temporal >= 2 within 5m"),
            argumentSet(
                    "names of rules",
                    "type: temporal, condition: a and not (b or all of them)",
                    "temporal ('Rule a' and not ('Rule b' or 2 of ('Rule a', 'Rule b'))) within 5m"));

    @ParameterizedTest
    @FieldSource("CONDITIONS")
    void sayTheCondition(String correlation, String expected) {
        RuleSet rules = RuleSet.compile(
                List.of(new RuleFile("r.yml", """
                title: C
                id: c
                correlation: {rules: [a, b], group-by: [], timespan: 300s, %s}
                ---
                title: Rule a
                id: a
                logsource: {product: windows}
                detection: {s: {F: a}, condition: s}
                ---
                title: Rule b
                id: b
                logsource: {product: windows}
                detection: {s: {F: b}, condition: s}
                """.formatted(correlation))),
                RuleSetOptions.DEFAULT.withUnreleased(true));
        assertThat(rules.problems()).isEmpty();

        List<String> lines = new CorrelationLines(
                        Words.in(Language.ENGLISH).explain(), Map.of("a", "Rule a", "b", "Rule b"), false)
                .of(rules.correlations().tracer("c").finish());

        assertThat(lines).containsExactly("  asks for " + expected, "    Rule a: 0 events", "    Rule b: 0 events");
    }
}
