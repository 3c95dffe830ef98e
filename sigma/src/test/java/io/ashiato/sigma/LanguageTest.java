package io.ashiato.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.model.Event;
import io.ashiato.model.Fields;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every construct of the language against events that it hits and misses; see `language.yml`.
class LanguageTest {
    static Stream<Arguments> everyCaseWithItsEvents() {
        return Yaml.cases("language.yml").stream()
                .flatMap(entry -> Stream.concat(events(entry, "hits", true), events(entry, "misses", false)));
    }

    private static Stream<Arguments> events(Map<String, Object> entry, String key, boolean hit) {
        return Yaml.list(entry, key).stream()
                .map(fields -> Arguments.of(Yaml.text(entry, "name"), rule(entry), event((Map<?, ?>) fields), hit));
    }

    private static String rule(Map<String, Object> entry) {
        String detection = entry.containsKey("detection")
                ? Yaml.text(entry, "detection")
                : "s:\n" + Yaml.text(entry, "search").indent(2) + "condition: s\n";
        return "title: Case\nlogsource: {product: windows, service: security}\ndetection:\n" + detection.indent(2);
    }

    private static Event event(Map<?, ?> fields) {
        var builder = new Fields.Builder();
        fields.forEach((name, value) -> {
            if (value instanceof List<?> values) {
                values.forEach(v -> builder.add(String.valueOf(name), String.valueOf(v)));
            } else {
                builder.add(String.valueOf(name), String.valueOf(value));
            }
        });
        return Events.of("Security", "4625", builder.build());
    }

    @ParameterizedTest(name = "{0}: {2} -> {3}")
    @MethodSource("everyCaseWithItsEvents")
    void matcherAndJudgeDecideAsTheTableSays(String name, String rule, Event event, boolean hit) {
        var files = List.of(new RuleFile("case.yml", rule));
        RuleSet rules = RuleSet.compile(files);

        assertThat(rules.problems()).isEmpty();
        assertThat(rules.matcher().match(event)).hasSize(hit ? 1 : 0);
        assertThat(new PlainMatcher(files).match(event)).hasSize(hit ? 1 : 0);
        assertThat(RuleSet.explainers(files).getFirst().explain(event).matches())
                .isEqualTo(hit);
    }
}
