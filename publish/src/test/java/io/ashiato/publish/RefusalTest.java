package io.ashiato.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.model.Assessment.Refusal;
import io.ashiato.model.Hypothesis;
import io.ashiato.model.IncidentCase;
import io.ashiato.publish.compose.ReportComposer;
import io.ashiato.publish.document.Block;
import io.ashiato.publish.document.Document;
import io.ashiato.publish.document.Document.Section;
import io.ashiato.publish.language.AttributionTerms;
import io.ashiato.publish.language.Language;
import io.ashiato.publish.report.ReportModel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Where the evidence does not allow it, no claim names anybody, and the reason is told.
class RefusalTest {
    private static final String ACTOR = "Lazarus";

    private static Document document(IncidentCase incident, Language language) {
        return ReportComposer.compose(ReportModel.of(incident), language);
    }

    private static Section section(Document document, String number) {
        return document.sections().stream()
                .filter(it -> it.number().equals(number))
                .findFirst()
                .orElseThrow();
    }

    /// Its sentences, without tables.
    private static String sentences(Section section) {
        var text = new StringBuilder();
        for (Block block : section.blocks()) {
            switch (block) {
                case Block.Paragraph it -> text.append(it.line().plain()).append('\n');
                case Block.Bullets it ->
                    it.items().forEach(item -> text.append(item.plain()).append('\n'));
                case Block.Heading it -> text.append(it.title().plain()).append('\n');
                case Block.Remark it -> text.append(it.line().plain()).append('\n');
                case Block.Facts it -> {}
                case Block.Table it -> {}
                case Block.Quote it -> {}
                case Block.Listing it -> {}
                case Block.Figure it -> {}
            }
        }
        return text.toString();
    }

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void noClaimNamesAnybody(Refusal refusal) {
        for (Language language : Language.values()) {
            Document document = document(ModelCase.refused(refusal), language);
            assertThat(document.masthead().title().plain()).doesNotContain(ACTOR);
            assertThat(document.opening().judgements())
                    .noneMatch(it -> (it.claim().plain() + it.basis().plain()).contains(ACTOR))
                    .anyMatch(it -> it.basis()
                            .plain()
                            .equals(AttributionTerms.reason(refusal).in(language)));
            for (String number : List.of("2", "5", "6", "9", "10", "16")) {
                assertThat(sentences(section(document, number))).as(number).doesNotContain(ACTOR);
            }
            assertThat(sentences(section(document, "9")))
                    .contains(AttributionTerms.reason(refusal).in(language));
        }
    }

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void theCandidatesAreShownForExaminationOnly(Refusal refusal) {
        List<Hypothesis> considered = ModelAttribution.refused(refusal).hypotheses();
        Section attribution = section(document(ModelCase.refused(refusal), Language.ENGLISH), "9");
        assertThat(sentences(attribution))
                .contains(
                        considered.isEmpty()
                                ? "There was no explanation to hold against others."
                                : "None is claimed; they are listed so that others can examine them.")
                .contains("What would change this judgement:");
    }

    @Test
    void aContradictionIsToldInTheLanguageOfTheReport() {
        IncidentCase incident = ModelCase.refused(Refusal.CONTRADICTED);
        assertThat(PublicationTest.report(incident, "report.en.md"))
                .contains("the program imports VCRUNTIME140.dll, which is newer than the newest tool named, 6.0")
                .contains("its checksum 0badcafe does not fit");
        assertThat(PublicationTest.report(incident, "report.ja.md"))
                .contains("インポートするVCRUNTIME140.dllが、記載された最新のツール（6.0）より新しい")
                .doesNotContain("runtime: ", "checksum: ");
    }

    @Test
    void whatIsSharedWithoutBeingALinkIsNotDenied() {
        assertThat(sentences(section(document(ModelCase.refused(Refusal.TOO_WEAK), Language.ENGLISH), "10")))
                .startsWith("The case is linked to no campaign. What it shares with others is in section 8");
        assertThat(sentences(section(document(ModelCase.refused(Refusal.NOTHING_POINTS), Language.ENGLISH), "10")))
                .startsWith("The case is linked to no campaign: nothing is shared");
    }

    @Test
    void theClaimOfANamedActorHasItsOwnSentencesForLikelihoodAndConfidence() {
        Document.Judgement judgement =
                document(SampleCases.intrusion(), Language.ENGLISH).opening().judgements().stream()
                        .filter(it -> it.claim().plain().contains(ACTOR))
                        .findFirst()
                        .orElseThrow();
        assertThat(judgement.claim().plain()).isEqualTo("It is likely (55-80%) that Lazarus Group is responsible.");
        assertThat(judgement.basis().plain())
                .isEqualTo("Our confidence in this assessment is moderate. It rests on 4 kinds of evidence:"
                        + " code (strength A), lure (strength B), victim (strength C), behaviour (strength C)."
                        + " Against it stands: language.");
    }
}
