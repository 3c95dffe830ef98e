package io.ashiato.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.model.Event;
import io.ashiato.model.Fields;
import io.ashiato.model.RuleCoverage.SilentSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which events a rule's log source means; see `logsources-cases.yml`.
class LogSourceTest {
    private static final String SYSMON = "Microsoft-Windows-Sysmon/Operational";

    static Stream<Arguments> everyCaseWithItsEvents() {
        return Yaml.cases("logsources-cases.yml").stream()
                .flatMap(entry -> Stream.concat(events(entry, "hits", true), events(entry, "misses", false)));
    }

    private static Stream<Arguments> events(Map<String, Object> entry, String key, boolean hit) {
        String search = entry.containsKey("search") ? Yaml.text(entry, "search") : "Level: 4";
        String rule = rule("1", Yaml.text(entry, "source"), search);
        return Yaml.list(entry, key).stream().map(row -> Arguments.of(rule, event((List<?>) row), hit));
    }

    private static Event event(List<?> row) {
        var fields = new Fields.Builder();
        for (int i = 2; i < row.size(); i += 2) {
            fields.add(String.valueOf(row.get(i)), String.valueOf(row.get(i + 1)));
        }
        return Events.of(String.valueOf(row.get(0)), String.valueOf(row.get(1)), fields.build());
    }

    private static String rule(String id, String source, String search) {
        return "title: T\nid: " + id + "\nlogsource: {" + source + "}\ndetection:\n  s:\n" + search.indent(4)
                + "  condition: s\n";
    }

    @ParameterizedTest(name = "{1} -> {2}")
    @MethodSource("everyCaseWithItsEvents")
    void ruleRunsOnTheEventsOfItsSource(String rule, Event event, boolean hit) {
        var files = List.of(new RuleFile("r.yml", rule));
        RuleSet rules = RuleSet.compile(files);

        assertThat(rules.problems()).isEmpty();
        assertThat(rules.matcher().match(event)).hasSize(hit ? 1 : 0);
        assertThat(new PlainMatcher(files).match(event)).hasSize(hit ? 1 : 0);
    }

    @Test
    void rulesOfOtherProductsNeverRunOnWindowsRecords() {
        RuleSet rules = RuleSet.compile(List.of(
                new RuleFile("a", rule("a", "product: linux, category: process_creation", "Level: 4")),
                new RuleFile("b", rule("b", "product: linux, service: security", "Level: 4")),
                new RuleFile("c", rule("c", "category: webserver", "Level: 4")),
                new RuleFile("d", rule("d", "product: aws, service: cloudtrail", "- HOST")),
                new RuleFile("e", rule("e", "product: linux", "- HOST"))));

        assertThat(rules.problems()).isEmpty();
        assertThat(rules.rules())
                .extracting(CompiledRule::source)
                .containsExactly(
                        "linux/process_creation", "linux/security", "any/webserver", "aws/cloudtrail", "linux");
        assertThat(rules.matcher().match(Events.of("Security", "1", Fields.NONE)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"linux/sshd", "aws/cloudtrail", "webserver", "zeek/dns", "Linux-Sysmon/Operational", "json"})
    void windowsRulesForAnyLogNeverRunOnRecordsOfOtherProducts(String channel) {
        RuleSet rules = RuleSet.compile(List.of(new RuleFile("a", rule("a", "product: windows", "Level: 4"))));

        assertThat(rules.matcher().match(Events.of(channel, "1", Fields.of("Level", "4"))))
                .isEmpty();
        assertThat(rules.matcher().match(Events.of("Setup", "1", Fields.of("Level", "4"))))
                .hasSize(1);
    }

    @Test
    void aSourceThatTheTableDoesNotKnowIsTheChannelOfThatName() {
        RuleSet rules = RuleSet.compile(List.of(
                new RuleFile("a", rule("a", "product: cisco, service: aaa", "Level: 4")),
                new RuleFile("b", rule("b", "product: macos, category: process_creation", "Level: 4"))));
        Fields fields = Fields.of("Level", "4");

        assertThat(rules.matcher().match(Events.of("cisco/aaa", "", fields))).hasSize(1);
        assertThat(rules.matcher().match(Events.of("macos/process_creation", "", fields)))
                .hasSize(1);
        assertThat(rules.matcher().match(Events.of("cisco/bgp", "", fields))).isEmpty();
    }

    @Test
    void sourcesWithoutAnyEventAreNamedWithTheRulesThatWait() {
        RuleSet rules = RuleSet.compile(List.of(
                new RuleFile("a", rule("a", "product: windows, category: process_creation", "F: x")),
                new RuleFile("b", rule("b", "product: windows, category: image_load", "F: x")),
                new RuleFile("c", rule("c", "product: windows, category: image_load", "F: y")),
                new RuleFile("d", rule("d", "category: webserver", "F: x"))));
        RuleMatcher one = rules.matcher();
        RuleMatcher other = rules.matcher();
        one.match(Events.of(SYSMON, "1", Fields.NONE));
        other.match(Events.of("System", "7", Fields.NONE));

        assertThat(one.seenSources()).containsExactly("windows/process_creation");
        assertThat(other.seenSources()).isEmpty();
        assertThat(rules.silentSources(one.seenSources()))
                .containsExactly(new SilentSource("any/webserver", 1), new SilentSource("windows/image_load", 2));
    }
}
