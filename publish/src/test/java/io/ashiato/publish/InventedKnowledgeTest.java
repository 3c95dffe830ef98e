package io.ashiato.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Invented knowledge is said on every page that can rest on it.
class InventedKnowledgeTest {
    private static final String ENGLISH = "This report uses invented knowledge, made up for an example.";
    private static final String JAPANESE = "本報告書は、例のために作られた架空の知識を用いている。";

    private static long count(String text, String part) {
        return text.split(java.util.regex.Pattern.quote(part), -1).length - 1L;
    }

    @Test
    void isSaidInEverySectionAndInThePrintedHeader() {
        for (String language : List.of("en", "ja")) {
            String words = language.equals("en") ? ENGLISH : JAPANESE;
            String html = PublicationTest.report(SampleCases.intrusion(), "report." + language + ".html");
            long sections = count(html, "<section class=\"part\"");
            assertThat(sections).isEqualTo(20);
            assertThat(count(html, "<p class=\"part-notice\">" + words)).isEqualTo(sections);
            assertThat(count(html, "<p class=\"notice\">" + words)).isEqualTo(1);
            assertThat(html).contains("@top-center{content:\"" + words);
            String markdown = PublicationTest.report(SampleCases.intrusion(), "report." + language + ".md");
            assertThat(count(markdown, "\n## ")).isEqualTo(sections + 1);
            assertThat(count(markdown, "\n\n> **" + words)).isEqualTo(sections + 1);
        }
    }

    @Test
    void marksTheSourcesThatAreInvented() {
        assertThat(PublicationTest.report(SampleCases.intrusion(), "report.en.md"))
                .contains(
                        "\\[S-01\\] | Example CERT, The KITE loader in a made-up intrusion | 2019-06-11 | **invented** |")
                .contains("\\[S-02\\] | StrangerealIntel, Dangerous Password | 2020-04-02 |  |");
    }

    @Test
    void isNotSaidWhereThereIsNone() {
        for (Publication report : Publication.reports(SampleCases.logs())) {
            assertThat(PublicationTest.text(report)).doesNotContain("invented", "架空");
        }
    }
}
