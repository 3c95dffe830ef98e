package io.ashiato.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The published sample, read by a person in both languages and kept. After a wanted change write it anew
/// with `-Dashiato.look=FOLDER`, read it, and copy it over the kept one.
class GoldenReportTest {
    @ParameterizedTest
    @ValueSource(strings = {"report.en.html", "report.ja.html", "report.en.md", "report.ja.md"})
    void isTheReviewedOne(String file) throws IOException {
        try (InputStream kept = GoldenReportTest.class.getResourceAsStream(file)) {
            String expected = new String(Objects.requireNonNull(kept).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(PublicationTest.report(SampleCases.intrusion(), file)).isEqualTo(expected);
        }
    }
}
