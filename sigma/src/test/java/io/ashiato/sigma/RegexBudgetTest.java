package io.ashiato.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.model.Fields;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegexBudgetTest {
    private static final String VALUE = "a".repeat(30_000) + "!";

    private static RuleMatcher matcher(String pattern) {
        RuleSet rules = RuleSet.compile(List.of(new RuleFile(
                "r.yml",
                "title: T\nlogsource: {product: windows}\ndetection: {a: {'F|re': '" + pattern
                        + "'}, condition: a}\n")));
        assertThat(rules.problems()).isEmpty();
        return rules.matcher();
    }

    @ParameterizedTest
    @ValueSource(strings = {"^(a+)+\\1?$", "^(?:(a)|b)*\\1\\1$", "^(?=(a|aa)+$)"})
    void backtrackingEndsWithoutAMatchAndIsCounted(String pattern) {
        RuleMatcher matcher = matcher(pattern);

        var found = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> matcher.match(Events.of("Any", "1", Fields.of("F", VALUE))));

        assertThat(found).isEmpty();
        assertThat(matcher.regexesGivenUp()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"^(a+)+$", "(.*)(.*)(.*)x", "(a|aa)+$"})
    void linearPatternsAreNeverGivenUp(String pattern) {
        RuleMatcher matcher = matcher(pattern);

        assertThat(matcher.match(Events.of("Any", "1", Fields.of("F", VALUE)))).isEmpty();
        assertThat(matcher.regexesGivenUp()).isZero();
    }
}
