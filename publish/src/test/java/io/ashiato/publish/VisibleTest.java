package io.ashiato.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.publish.render.Visible;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTest {
    @ParameterizedTest
    @CsvSource({
        "0, [U+0000]",
        "9, [U+0009]",
        "A, [U+000A]",
        "1B, [U+001B]",
        "7F, [U+007F]",
        "85, [U+0085]",
        "A0, [U+00A0]",
        "AD, [U+00AD]",
        "61C, [U+061C]",
        "115F, [U+115F]",
        "2003, [U+2003]",
        "200B, [U+200B]",
        "200F, [U+200F]",
        "2028, [U+2028]",
        "2029, [U+2029]",
        "202E, [U+202E]",
        "2066, [U+2066]",
        "2800, [U+2800]",
        "3164, [U+3164]",
        "D800, [U+D800]",
        "DFFF, [U+DFFF]",
        "E000, [U+E000]",
        "FE0F, [U+FE0F]",
        "FEFF, [U+FEFF]",
        "FFFE, [U+FFFE]",
        "E0041, [U+E0041]",
        "E0100, [U+E0100]"
    })
    void showsWhatCannotBeSeen(String codePoint, String shown) {
        String text = new StringBuilder()
                .appendCodePoint(Integer.parseInt(codePoint, 16))
                .toString();
        assertThat(Visible.of("a" + text + "b")).isEqualTo("a" + shown + "b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "plain ~ text", "求人票.docx", "全角　空白", "é", "髙﨑𠮷", "か\u3099", "😀", "a\u0301\u0302\u0303"})
    void leavesTheRestAsItIs(String text) {
        assertThat(Visible.of(text)).isEqualTo(text);
    }
}
