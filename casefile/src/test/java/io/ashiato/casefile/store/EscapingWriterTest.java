package io.ashiato.casefile.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EscapingWriterTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "足跡|足跡",
                "a😀b|a😀b",
                "\ud83d|\\ud83d",
                "x\ud83dy|x\\ud83dy",
                "\ud83d\ud83d\ude00|\\ud83d😀",
                "\ude00z|\\ude00z",
            })
    void escapesOnlyWhatHasNoPartner(String text, String expected) throws IOException {
        var out = new StringWriter();
        try (var writer = new EscapingWriter(out)) {
            for (int i = 0; i < text.length(); i++) {
                writer.write(text, i, 1); // a pair may come in two pieces
            }
        }
        assertThat(out).hasToString(expected);
    }
}
