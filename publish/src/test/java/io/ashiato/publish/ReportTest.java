package io.ashiato.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.model.IncidentCase;
import io.ashiato.publish.compose.ReportComposer;
import io.ashiato.publish.document.Block;
import io.ashiato.publish.document.Document;
import io.ashiato.publish.document.Drawing;
import io.ashiato.publish.document.Drawing.Shape;
import io.ashiato.publish.language.Language;
import io.ashiato.publish.report.ReportModel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReportTest {
    static Stream<IncidentCase> cases() {
        return Stream.of(
                SampleCases.intrusion(), SampleCases.empty(), SampleCases.big(), SampleCases.hostile("x".repeat(999)));
    }

    private static Document document(IncidentCase incident, Language language) {
        return ReportComposer.compose(ReportModel.of(incident), language);
    }

    @Test
    void theTitleIsAClaimThatFollowsFromTheFindings() {
        assertThat(document(SampleCases.intrusion(), Language.ENGLISH)
                        .masthead()
                        .title()
                        .plain())
                .isEqualTo("Intruder active on FIN-WS07 and APP-02 from 2 to 9 October 2019; Security log cleared");
        assertThat(document(SampleCases.intrusion(), Language.JAPANESE)
                        .masthead()
                        .title()
                        .plain())
                .isEqualTo("攻撃者が2019年10月2日から9日までFIN-WS07、APP-02で活動した。Securityログは消去されている");
        assertThat(document(SampleCases.empty(), Language.ENGLISH)
                        .masthead()
                        .title()
                        .plain())
                .isEqualTo("No event could be read from 0 evidence items");
        assertThat(document(SampleCases.hostile("HOST"), Language.ENGLISH)
                        .masthead()
                        .title()
                        .plain())
                .as("grave, but not judged to be an intruder")
                .isEqualTo("Signs of an intrusion on HOST on 1 January 2020; HOST log cleared");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void noSectionIsDroppedOrEmpty(IncidentCase incident) {
        for (Language language : Language.values()) {
            Document document = document(incident, language);
            assertThat(document.sections().stream().map(Document.Section::number))
                    .containsExactly(
                            "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "A", "B",
                            "C", "D", "E");
            assertThat(document.sections())
                    .allSatisfy(section -> assertThat(section.blocks()).isNotEmpty());
            assertThat(document.opening().judgements()).hasSizeBetween(2, 5);
            assertThat(document.opening().actions()).hasSizeLessThanOrEqualTo(3);
            assertThat(document.opening().actions())
                    .allSatisfy(it -> assertThat(it.marks().isEmpty()).isFalse());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void noLabelOfAFigureCoversAnother(IncidentCase incident) {
        for (Language language : Language.values()) {
            for (Drawing drawing : drawings(document(incident, language))) {
                List<Shape.Text> texts = drawing.shapes().stream()
                        .filter(Shape.Text.class::isInstance)
                        .map(Shape.Text.class::cast)
                        .toList();
                for (int i = 0; i < texts.size(); i++) {
                    assertThat(texts.get(i).left()).isGreaterThanOrEqualTo(0);
                    assertThat(texts.get(i).left() + texts.get(i).width())
                            .as(texts.get(i).text())
                            .isLessThanOrEqualTo(drawing.width() + 1);
                    for (int k = i + 1; k < texts.size(); k++) {
                        assertThat(overlap(texts.get(i), texts.get(k)))
                                .as(texts.get(i) + " and " + texts.get(k))
                                .isFalse();
                    }
                }
            }
        }
    }

    private static boolean overlap(Shape.Text one, Shape.Text other) {
        boolean sideways = one.left() < other.left() + other.width() && other.left() < one.left() + one.width();
        // Ascent and descent of a line of text, in parts of its size.
        boolean upright = one.y() - 0.75 * one.size() < other.y() + 0.2 * other.size()
                && other.y() - 0.75 * other.size() < one.y() + 0.2 * one.size();
        return sideways && upright;
    }

    private static List<Drawing> drawings(Document document) {
        var drawings = new ArrayList<Drawing>();
        var blocks = new ArrayList<>(document.opening().after());
        document.sections().forEach(section -> blocks.addAll(section.blocks()));
        for (Block block : blocks) {
            if (block instanceof Block.Figure figure) {
                drawings.add(figure.drawing());
            }
        }
        return drawings;
    }

    @Test
    void aBigCaseStaysReadable() {
        ReportModel model = ReportModel.of(SampleCases.big());
        assertThat(model.turningPoints()).hasSizeLessThanOrEqualTo(40);
        for (Publication report : Publication.reports(SampleCases.big())) {
            assertThat(PublicationTest.bytes(report).length)
                    .as(report.fileName())
                    .isLessThan(3_000_000);
        }
        assertThat(PublicationTest.report(SampleCases.big(), "report.en.html"))
                .contains("80 of 370 shown; all are in")
                .contains("300 of 500 shown; all are in")
                .contains("120 of 300 shown; all are in");
    }

    @Test
    void aPageAsksForNothingAndRunsNothing() {
        for (String file : List.of("report.en.html", "report.ja.html")) {
            assertThat(PublicationTest.report(SampleCases.intrusion(), file))
                    .doesNotContain(
                            "<script",
                            "<iframe",
                            "<link rel=\"stylesheet",
                            "src=",
                            " style=",
                            "@import",
                            "http-equiv=\"refresh")
                    .contains("default-src 'none'; style-src 'sha256-");
        }
    }
}
