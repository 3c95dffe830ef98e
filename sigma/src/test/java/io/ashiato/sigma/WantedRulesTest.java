package io.ashiato.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.sigma.syntax.RuleStatus;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Rule sets of which only a part is wanted.
class WantedRulesTest {
    private static final String RULE = """
            title: T
            logsource: {product: windows, category: process_creation}
            detection:
              selection_image:
                Image|endswith: '\\a.exe'
                CommandLine|contains: ['-x', '-y']
              condition: 1 of selection_*
            """;

    private static final String CORRELATED = """
            title: Burst
            id: 22222222-2222-4222-8222-222222222222
            status: stable
            author: Ann Other
            tags: [attack.t1110]
            references: [https://example.org/burst]
            correlation: {type: event_count, rules: [one], group-by: [User], timespan: 5m, condition: {gte: 3}}
            ---
            title: One
            name: one
            logsource: {product: windows, service: security}
            detection: {s: {EventID: 4625}, condition: s}
            ---
            title: Other
            logsource: {product: windows, service: security}
            detection: {s: {EventID: 4624}, condition: s}
            """;

    private static final String AGGREGATED = """
            title: Old burst
            id: 33333333-3333-4333-8333-333333333333
            status: test
            logsource: {product: windows, service: security}
            detection: {s: {EventID: 4625}, timeframe: 5m, condition: s | count() by User > 3}
            """;

    @Test
    void rulesThatAreNotWantedAreLeftOutAndStillChecked() {
        var files = List.of(
                new RuleFile("good.yml", RULE),
                new RuleFile("bad.yml", RULE.replace("endswith", "endswiht").replace("title: T", "title: Bad")));

        RuleSet rules = RuleSet.compile(files, RuleSetOptions.DEFAULT, rule -> false);

        assertThat(rules.rules()).isEmpty();
        assertThat(rules.leftOut()).extracting(CompiledRule::file).containsExactly("good.yml");
        assertThat(rules.refused()).singleElement().satisfies(refused -> {
            assertThat(refused.rule().about().title()).isEqualTo("Bad");
            assertThat(refused.rule().source()).isEqualTo("windows/process_creation");
            assertThat(refused.problems())
                    .singleElement()
                    .satisfies(p -> assertThat(p.code()).isEqualTo("E030"));
        });
    }

    @Test
    void whatFeedsACorrelationRunsAndIsNotLeftOut() {
        RuleSet rules = RuleSet.compile(
                List.of(new RuleFile("r.yml", CORRELATED)),
                RuleSetOptions.DEFAULT,
                rule -> rule.about().title().equals("Burst"));

        assertThat(rules.rules()).extracting(rule -> rule.about().title()).containsExactly("One");
        assertThat(rules.leftOut()).extracting(rule -> rule.about().title()).containsExactly("Other");
        assertThat(rules.loaded() + rules.leftOut().size()).isEqualTo(3);
    }

    @Test
    void aCorrelationKeepsWhatItSaysOfItself() {
        RuleSet rules = RuleSet.compile(List.of(new RuleFile("r.yml", CORRELATED)));

        assertThat(rules.correlations().rules()).singleElement().satisfies(rule -> {
            assertThat(rule.status()).contains(RuleStatus.STABLE);
            assertThat(rule.tags()).containsExactly("attack.t1110");
            assertThat(rule.attributes().references()).containsExactly("https://example.org/burst");
            assertThat(rule.about().author()).contains("Ann Other");
        });
    }

    @Test
    void aRuleWithAnOldAggregationIsOneRule() {
        RuleSet rules = RuleSet.compile(List.of(new RuleFile("r.yml", AGGREGATED)));

        assertThat(rules.running()).singleElement().satisfies(rule -> {
            assertThat(rule.about().id()).isEqualTo("33333333-3333-4333-8333-333333333333");
            assertThat(rule.status()).isEqualTo(Optional.of(RuleStatus.TEST));
        });
        assertThat(rules.loaded()).isOne();
    }
}
