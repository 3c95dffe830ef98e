package io.ashiato.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.model.IncidentCase;
import io.ashiato.model.Observation;
import io.ashiato.publish.language.Bilingual;
import io.ashiato.publish.language.TechniqueWords;
import io.ashiato.publish.report.ReportModel;
import io.ashiato.publish.report.Stage;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Signs of a stage are told for the hosts on which they were seen, and for no other.
class StagesTest {
    static Stream<IncidentCase> cases() {
        return Stream.of(SampleCases.intrusion(), SampleCases.logs(), SampleCases.big());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everySignWasSeenOnEachOfItsHosts(IncidentCase incident) {
        List<Observation> all = incident.findings().stream()
                .flatMap(it -> it.observations().stream())
                .toList();
        for (Stage stage : ReportModel.of(incident).stages()) {
            for (Stage.HostSigns seen : stage.seen()) {
                for (String host : seen.hosts()) {
                    List<Bilingual> onHost = all.stream()
                            .filter(it -> it.host().equals(host))
                            .flatMap(it -> it.rule().techniques().stream())
                            .flatMap(id -> TechniqueWords.signs(id).stream())
                            .toList();
                    assertThat(onHost).as(host).containsAll(seen.signs());
                }
            }
        }
    }

    @Test
    void hostsWithOtherSignsHaveASentenceOfTheirOwn() {
        List<Stage.HostSigns> seen = ReportModel.of(SampleCases.intrusion()).stages().stream()
                .filter(it -> it.seen().size() > 1)
                .findFirst()
                .orElseThrow()
                .seen();
        assertThat(seen.getFirst().signs()).isNotEqualTo(seen.getLast().signs()).isNotEmpty();
        String english = PublicationTest.report(SampleCases.intrusion(), "report.en.md");
        for (Stage.HostSigns one : seen) {
            assertThat(english)
                    .containsPattern("Signs of [^.]*"
                            + java.util.regex.Pattern.quote(
                                    one.signs().getFirst().english()) + "[^.]* were seen on "
                            + one.hosts().getFirst());
        }
    }
}
