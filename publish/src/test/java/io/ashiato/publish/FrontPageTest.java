package io.ashiato.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.model.Artefact;
import io.ashiato.model.EvidenceKind;
import io.ashiato.model.Facts;
import io.ashiato.model.IncidentCase;
import io.ashiato.model.TamperingFact;
import io.ashiato.publish.compose.ReportComposer;
import io.ashiato.publish.document.Document;
import io.ashiato.publish.language.Language;
import io.ashiato.publish.report.ReportModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Sentences of the first pages that must agree with what the report counts.
class FrontPageTest {
    private static String judgements(IncidentCase incident, Language language) {
        Document document = ReportComposer.compose(ReportModel.of(incident), language);
        assertThat(document.opening().judgements()).hasSizeLessThanOrEqualTo(5);
        return document.opening().judgements().stream()
                .map(it -> it.claim().plain())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void passwordTheftIsToldEvenWhereAllPlacesAreTaken() {
        IncidentCase incident = SampleCases.intrusion(); // intruder, hidden, who, campaign, blind spots
        assertThat(judgements(incident, Language.ENGLISH))
                .contains("Signs of password theft were seen on FIN-WS07 and APP-02");
        assertThat(judgements(incident, Language.JAPANESE)).contains("認証情報");
    }

    @Test
    void hostsTimesAndAccountsAreSaidToBeThoseOfTheGraveFindings() {
        assertThat(PublicationTest.report(SampleCases.intrusion(), "report.en.md"))
                .contains("The grave findings concern ", " of them grave. The grave ones are by ");
        assertThat(PublicationTest.report(SampleCases.intrusion(), "report.ja.md"))
                .contains("重大な所見の対象は", "重大な所見に関わったアカウントは");
    }

    @Test
    void aDeletedFileThatWasHandedInIsNotCalledLost() {
        IncidentCase base = SampleCases.intrusion();
        var tampering = new ArrayList<>(base.tampering());
        TamperingFact first = base.tampering().getFirst();
        for (String path : List.of("C:\\ProgramData\\Kept.exe", "C:\\ProgramData\\gone.exe")) {
            tampering.add(new TamperingFact(
                    "T-9" + tampering.size(),
                    TamperingFact.Kind.FILE_DELETED,
                    first.time(),
                    first.host(),
                    first.account(),
                    path,
                    "Microsoft-Windows-Sysmon/Operational",
                    "23",
                    first.source(),
                    new TreeMap<>()));
        }
        var artefacts = new ArrayList<>(base.artefacts());
        artefacts.add(new Artefact(
                "A-900",
                "e/files/ProgramData/kept.exe",
                CaseMaker.hash("kept"),
                EvidenceKind.PE,
                Optional.empty(),
                Optional.empty(),
                Facts.NONE));
        IncidentCase incident =
                new CaseParts(base).tampering(tampering).artefacts(artefacts).build();
        String english = PublicationTest.report(incident, "report.en.md");
        assertThat(row(english, "Kept.exe"))
                .contains("A file of this name was handed in: \\[A-900\\].")
                .doesNotContain("cannot be examined");
        assertThat(row(english, "gone.exe")).contains("cannot be examined");
    }

    private static String row(String report, String name) {
        return report.lines()
                .filter(line -> line.startsWith("|") && line.contains(name) && line.contains("Sysmon"))
                .findFirst()
                .orElseThrow();
    }
}
