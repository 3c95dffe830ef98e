package io.ashiato.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.model.Assessment.Refusal;
import io.ashiato.model.DiagnosticCode;
import io.ashiato.model.IncidentCase;
import io.ashiato.publish.language.ArtefactStatement;
import io.ashiato.publish.language.AttributionStatement;
import io.ashiato.publish.language.AttributionTerms;
import io.ashiato.publish.language.DiagnosticText;
import io.ashiato.publish.language.Label;
import io.ashiato.publish.language.Language;
import io.ashiato.publish.language.Sentence;
import io.ashiato.publish.language.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Both languages say the same, in the words that the glossary allows.
class LanguageTest {
    private static final Pattern ID = Pattern.compile("\\b([FETIACRS]-\\d{2,4})\\b");
    private static final Pattern TIME = Pattern.compile("datetime=\"([^\"]+)\"");
    private static final Pattern NUMBER_CELL = Pattern.compile("<td [^>]*class=\"num\"[^>]*>([\\d,–]*)</td>");
    private static final Pattern ANCHOR = Pattern.compile(" id=\"([^\"]+)\"");

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)\\}");

    /// Forms that the glossary replaces, polite forms, half-width katakana, full-width digits and letters.
    private static final Pattern FORBIDDEN_JAPANESE =
            Pattern.compile("サーバ(?!ー)|ユーザ(?!ー)|コンピュータ(?!ー)|フォルダ(?!ー)|ブラウザ(?!ー)|プロバイダ(?!ー)|ログイン|仮想通貨|暗号通貨|改竄|漏洩"
                    + "|です|ます|ました|ません|弊社|と思われ|恐れがある|おそれがある|断定|かもしれ|[ｦ-ﾟ]|[０-９Ａ-Ｚａ-ｚ]|出来る|様々|及び|又は|且つ|従って|令和");

    private static final Pattern FORBIDDEN_ENGLISH = Pattern.compile(
            "(?i)\\b(may have|might|possibly|probably|perhaps|could have|we believe|definitely|hacker)\\b");

    private static final Pattern LIKELIHOOD = Pattern.compile(
            "(?i)almost no chance|unlikely|roughly even|\\blikely\\b|almost certain|可能性が高い|可能性が非常に高い|可能性は低い|可能性は非常に低い|五分五分|ほぼ確実|ほぼない");

    static Stream<IncidentCase> cases() {
        return Stream.of(
                SampleCases.intrusion(),
                SampleCases.logs(),
                ModelCase.refused(Refusal.COMPETING),
                ModelCase.refused(Refusal.NO_INTRUSION),
                SampleCases.empty(),
                SampleCases.big());
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(it -> it.group(1)).toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void bothLanguagesHoldTheSameFacts(IncidentCase incident) {
        String english = PublicationTest.report(incident, "report.en.html");
        String japanese = PublicationTest.report(incident, "report.ja.html");
        assertThat(new TreeSet<>(all(ID, japanese))).isEqualTo(new TreeSet<>(all(ID, english)));
        assertThat(new TreeSet<>(all(TIME, japanese))).isEqualTo(new TreeSet<>(all(TIME, english)));
        assertThat(all(NUMBER_CELL, japanese)).isEqualTo(all(NUMBER_CELL, english));
        assertThat(all(ANCHOR, japanese)).isEqualTo(all(ANCHOR, english));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyLinkInsideThePageHasItsTarget(IncidentCase incident) {
        for (String file : List.of("report.en.html", "report.ja.html")) {
            String html = PublicationTest.report(incident, file);
            List<String> anchors = all(ANCHOR, html);
            assertThat(anchors).doesNotHaveDuplicates();
            assertThat(anchors).containsAll(all(Pattern.compile("href=\"#([^\"]+)\""), html));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void keepsToTheWordsOfTheGlossary(IncidentCase incident) {
        String japanese = text(PublicationTest.report(incident, "report.ja.html"));
        assertThat(FORBIDDEN_JAPANESE.matcher(japanese).results().map(it -> around(japanese, it.start())))
                .isEmpty();
        String english = text(PublicationTest.report(incident, "report.en.html"));
        assertThat(FORBIDDEN_ENGLISH.matcher(english).results().map(it -> around(english, it.start())))
                .isEmpty();
    }

    private static String around(String text, int at) {
        return text.substring(Math.max(0, at - 12), Math.min(text.length(), at + 12));
    }

    private static String text(String html) {
        return html.substring(html.indexOf("</style>")).replaceAll("<[^>]*>", "");
    }

    static Stream<Sentence> sentences() {
        return Stream.of(Statement.values(), ArtefactStatement.values(), AttributionStatement.values())
                .flatMap(Arrays::stream);
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void aSentenceHasTheSamePlacesForFactsInEachLanguage(Sentence sentence) {
        assertThat(new TreeSet<>(all(PLACE, sentence.in(Language.JAPANESE))))
                .isEqualTo(new TreeSet<>(all(PLACE, sentence.in(Language.ENGLISH))));
    }

    @Test
    void fixedWordsAreInPlainJapaneseAndNoSentenceIsLong() {
        var texts = new ArrayList<String>();
        sentences().forEach(sentence -> texts.add(sentence.in(Language.JAPANESE)));
        for (Refusal refusal : Refusal.values()) {
            texts.add(AttributionTerms.reason(refusal).japanese());
        }
        for (Label label : Label.values()) {
            texts.add(label.in(Language.JAPANESE));
        }
        for (DiagnosticCode code : DiagnosticCode.values()) {
            texts.add(DiagnosticText.sentence(code, Language.JAPANESE));
        }
        for (String text : texts) {
            assertThat(FORBIDDEN_JAPANESE.matcher(text).find()).as(text).isFalse();
            for (String sentence : text.split("。")) {
                assertThat(sentence.length()).as(sentence).isLessThanOrEqualTo(100);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(DiagnosticCode.class)
    void everyDiagnosticIsASentenceInBothLanguages(DiagnosticCode code) {
        assertThat(DiagnosticText.sentence(code, Language.ENGLISH))
                .endsWith(".")
                .doesNotContain("  ");
        assertThat(DiagnosticText.sentence(code, Language.JAPANESE))
                .endsWith("。")
                .doesNotContain(" ");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void likelihoodAndConfidenceAreNeverInOneSentence(IncidentCase incident) {
        for (String file : List.of("report.en.md", "report.ja.md")) {
            for (String sentence : PublicationTest.report(incident, file).split("[.。\\n]")) {
                boolean confidence = sentence.contains("onfidence") || sentence.contains("確信度");
                assertThat(confidence && LIKELIHOOD.matcher(sentence).find())
                        .as(sentence)
                        .isFalse();
            }
        }
    }
}
