package io.ashiato.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.model.Event;
import io.ashiato.model.Fields;
import io.ashiato.sigma.explain.Explanation;
import io.ashiato.sigma.explain.Explanation.Outcome;
import io.ashiato.sigma.explain.Explanation.Tried;
import io.ashiato.sigma.explain.RuleExplanation;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What an explanation shows; that it says the same as the matcher is checked with the language and at random.
class ExplainTest {
    private static final String SYSMON = "Microsoft-Windows-Sysmon/Operational";
    private static final String RULE = """
            title: T
            logsource: {product: windows, category: process_creation}
            detection:
              selection_image:
                Image|endswith: '\\a.exe'
                CommandLine|contains: ['-x', '-y']
              filter_user:
                User: 'CORP\\admin'
              condition: 1 of selection_* and not filter_user
            """;

    private static RuleExplanation explain(String rule, Event event) {
        return RuleSet.explainers(List.of(new RuleFile("r.yml", rule)))
                .getFirst()
                .explain(event);
    }

    @Test
    void showsEachPartWithItsValueUnderTheNamesOfTheRule() {
        Event event =
                Events.of(SYSMON, "1", Fields.of("Image", "C:\\A.exe", "CommandLine", "a -Y", "User", "CORP\\Admin"));

        RuleExplanation explained = explain(RULE, event);

        assertThat(explained.matches()).isFalse();
        var sysmon = explained.ways().getFirst();
        assertThat(sysmon.fromSource()).isTrue();
        var all = (Explanation.All) sysmon.detection();
        var selection = (Explanation.Named) all.parts().getFirst();
        assertThat(selection.holds()).isTrue();
        assertThat(selection.name()).isEqualTo("selection_image");
        var tests = ((Explanation.All) selection.inner()).parts();
        assertThat(((Explanation.Test) tests.getFirst()).tried())
                .containsExactly(new Tried("Image", "C:\\A.exe", Outcome.FITS));
        assertThat(((Explanation.Any) tests.getLast()).parts())
                .extracting(Explanation::holds)
                .containsExactly(false, true);
        var not = (Explanation.Not) all.parts().getLast();
        assertThat(not.holds()).isFalse();
        assertThat(not.inner()).isInstanceOfSatisfying(Explanation.Named.class, named -> {
            assertThat(named.name()).isEqualTo("filter_user");
            assertThat(named.holds()).isTrue();
        });
    }

    @Test
    void takesTheEventsOwnNamesForThoseOfTheRule() {
        Event event = Events.of("Security", "4688", Fields.of("SubjectDomainName", "CORP", "SubjectUserName", "admin"));
        String rule = RULE.replace("1 of selection_* and not filter_user", "filter_user");

        RuleExplanation explained = explain(rule, event);

        assertThat(explained.matches()).isTrue();
        assertThat(explained.ways()).extracting(RuleExplanation.Way::taken).containsExactly(false, true);
        var user = (Explanation.Named) explained.ways().getLast().detection();
        assertThat(((Explanation.Test) user.inner()).tried())
                .containsExactly(new Tried("SubjectDomainName\\SubjectUserName", "CORP\\admin", Outcome.FITS));
    }

    @Test
    void tellsALogSourceThatDoesNotFitFromAConditionThatDoesNot() {
        Event event = Events.of(SYSMON, "12", Fields.of("TargetObject", "x", "EventType", "DeleteKey"));
        String rule = """
                title: T
                logsource: {product: windows, category: registry_add}
                detection: {s: {TargetObject: x}, condition: s}
                """;

        RuleExplanation.Way way = explain(rule, event).ways().getFirst();

        assertThat(way.taken()).isTrue();
        assertThat(way.fromSource()).isFalse();
        assertThat(way.where()).extracting(Explanation::holds).containsExactly(false);
        assertThat(way.detection().holds()).isTrue();
        assertThat(way.matches()).isFalse();
    }

    @Test
    void ofKeywordsNamesTheFieldsThatHoldThem() {
        Event event = Events.of("Security", "1", Fields.of("A", "hay", "B", "a Needle"));
        String rule = """
                title: T
                logsource: {product: windows, service: security}
                detection: {keywords: [needle, straw], condition: keywords}
                """;

        var keywords =
                (Explanation.Named) explain(rule, event).ways().getFirst().detection();

        var parts = ((Explanation.Any) keywords.inner()).parts();
        assertThat(((Explanation.Test) parts.getFirst()).tried())
                .containsExactly(new Tried("B", "a Needle", Outcome.FITS));
        assertThat(((Explanation.Test) parts.getLast()).tried()).isEmpty();
    }

    @Test
    void showsBothFieldsOfAComparison() {
        Event event = Events.of("Security", "1", Fields.of("A", "x", "B", "X"));
        String rule = """
                title: T
                logsource: {product: windows, service: security}
                detection: {s: {'A|fieldref': B}, condition: s}
                """;

        var search = (Explanation.Named) explain(rule, event).ways().getFirst().detection();

        assertThat(((Explanation.Test) search.inner()).tried())
                .containsExactly(new Tried("A", "x", Outcome.FITS), new Tried("B", "X", Outcome.FITS));
    }

    @Test
    void aRegularExpressionThatWasStoppedSaysSo() {
        String rule = """
                title: T
                logsource: {product: windows, service: security}
                detection: {s: {'A|re': '(?=(a+)+$)b'}, condition: s}
                """;
        Event event = Events.of("Security", "1", Fields.of("A", "a".repeat(5_000) + "b"));

        var search = (Explanation.Named) explain(rule, event).ways().getFirst().detection();

        assertThat(((Explanation.Test) search.inner()).tried())
                .extracting(Tried::outcome)
                .containsExactly(Outcome.GIVEN_UP);
    }
}
