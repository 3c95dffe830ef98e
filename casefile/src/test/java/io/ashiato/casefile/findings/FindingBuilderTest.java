package io.ashiato.casefile.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.ashiato.casefile.Made;
import io.ashiato.intel.AttackKnowledge;
import io.ashiato.model.Detection;
import io.ashiato.model.Finding;
import io.ashiato.model.Level;
import io.ashiato.model.RuleInfo;
import io.ashiato.model.Tactic;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

class FindingBuilderTest {
    private static final RuleInfo HIGH = Made.rule("high", Level.HIGH, "execution");
    private static final RuleInfo LOW = Made.rule("low", Level.LOW, "discovery");
    private static final String[] SATO = {"User", "CORP\\j.sato", "Image", "C:\\a.exe"};
    private static final String[] TANAKA = {"User", "CORP\\a.tanaka", "Image", "C:\\b.exe"};
    private static final String[] NOBODY = {"Image", "C:\\a.exe"};

    /// Each case: detections in order of time, and the findings as `host account detections`.
    static final List<Arguments.ArgumentSet> CASES = List.of(
            argumentSet("nothing", List.of(), List.of()),
            argumentSet(
                    "30 minutes are no pause",
                    List.of(made("10:00:00", "A", SATO), made("10:30:00", "A", SATO)),
                    List.of("A CORP\\j.sato 2")),
            argumentSet(
                    "more than 30 minutes are",
                    List.of(made("10:00:00", "A", SATO), made("10:30:01", "A", SATO)),
                    List.of("A CORP\\j.sato 1", "A CORP\\j.sato 1")),
            argumentSet(
                    "hosts and accounts apart, both without case",
                    List.of(
                            made("10:00:00", "A", SATO),
                            made("10:00:01", "a", "User", "corp\\J.SATO"),
                            made("10:00:02", "A", TANAKA),
                            made("10:00:03", "B", SATO)),
                    List.of("A CORP\\j.sato 2", "A CORP\\a.tanaka 1", "B CORP\\j.sato 1")),
            argumentSet(
                    "an event without account joins the activity of its program",
                    List.of(made("10:00:00", "A", SATO), made("10:00:01", "A", TANAKA), made("10:00:02", "A", NOBODY)),
                    List.of("A CORP\\j.sato 2", "A CORP\\a.tanaka 1")),
            argumentSet(
                    "or else the latest activity of its host",
                    List.of(made("10:00:00", "A", SATO), made("10:00:01", "A", TANAKA), made("10:00:02", "A")),
                    List.of("A CORP\\j.sato 1", "A CORP\\a.tanaka 2")),
            argumentSet(
                    "or else it starts one of its own",
                    List.of(made("10:00:00", "A"), made("12:00:00", "A", SATO)),
                    List.of("A - 1", "A CORP\\j.sato 1")));

    @ParameterizedTest
    @FieldSource("CASES")
    void groupsByHostAccountAndTime(List<Detection> detections, List<String> expected) {
        assertThat(build(detections))
                .extracting(f -> f.host() + " " + f.account().orElse("-") + " " + f.detections())
                .containsExactlyElementsOf(expected);
    }

    @Test
    void numbersFindingsAndObservationsInOrderOfTime() {
        List<Finding> findings =
                build(List.of(made("10:00:00", "B", SATO), made("10:00:01", "A", SATO), made("10:00:02", "B", SATO)));
        assertThat(findings).extracting(Finding::id).containsExactly("F-001", "F-002");
        assertThat(findings.getFirst().observations()).extracting(o -> o.id()).containsExactly("E-0001", "E-0002");
        assertThat(findings.getLast().observations()).extracting(o -> o.id()).containsExactly("E-0003");
    }

    @Test
    void takesTheHighestLevelAndTheTacticsInOrderOfTheIntrusion() {
        Finding finding = build(List.of(
                        Made.detection(LOW, "2020-01-01T10:00:00Z", "A", SATO),
                        Made.detection(HIGH, "2020-01-01T10:00:01Z", "A", SATO)))
                .getFirst();
        assertThat(finding.level()).isEqualTo(Level.HIGH);
        assertThat(finding.tactics()).containsExactly(Tactic.EXECUTION, Tactic.DISCOVERY);
        assertThat(finding.rules()).extracting(count -> count.rule().id()).containsExactly("high", "low");
        assertThat(finding.account()).isEqualTo(Optional.of("CORP\\j.sato"));
    }

    @Test
    void keepsTheGravestWhenThereAreTooMany() {
        var builder = new FindingBuilder(AttackKnowledge.builtIn(), 2);
        for (int i = 0; i < 9; i++) {
            builder.accept(Made.detection(LOW, "2020-01-01T10:00:0" + i + "Z", "host-" + i));
        }
        builder.accept(Made.detection(HIGH, "2020-01-01T10:00:10Z", "grave"));
        assertThat(builder.finish()).hasSize(2).extracting(Finding::host).contains("grave");
        assertThat(builder.dropped()).isEqualTo(8);
    }

    @Test
    void quotesNoMoreThanTheLimitAndCountsAll() {
        var many = new java.util.ArrayList<Detection>();
        for (int rule = 0; rule < 40; rule++) {
            many.add(Made.detection(Made.rule("r" + rule, Level.MEDIUM), "2020-01-01T10:00:00Z", "A", SATO));
        }
        Finding finding = build(many).getFirst();
        assertThat(finding.observations()).hasSize(Finding.MAX_OBSERVATIONS);
        assertThat(finding.detections()).isEqualTo(40);
        assertThat(finding.rules()).hasSize(40);
    }

    @Test
    void aFloodOfAccountsIsBoundedAndLosesNoDetection() {
        var builder = new FindingBuilder(AttackKnowledge.builtIn());
        for (int i = 0; i < 1500; i++) {
            builder.accept(Made.detection(HIGH, "2020-01-01T10:00:00Z", "A", "User", "u" + i));
        }
        assertThat(builder.finish().stream().mapToLong(Finding::detections).sum())
                .isEqualTo(1500);
    }

    private static List<Finding> build(List<Detection> detections) {
        var builder = new FindingBuilder(AttackKnowledge.builtIn());
        detections.forEach(builder::accept);
        return builder.finish();
    }

    private static Detection made(String time, String host, String... data) {
        return Made.detection(HIGH, "2020-01-01T" + time + "Z", host, data);
    }
}
