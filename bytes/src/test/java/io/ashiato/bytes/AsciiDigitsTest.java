package io.ashiato.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AsciiDigitsTest {
    @ParameterizedTest
    @ValueSource(strings = {"0", "9", "007", "1234"})
    void takesOneToSoManyDigits(String text) {
        assertThat(AsciiDigits.are(text, 4)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "1a", "/", ":", "-1", " 1", "1.0", "١", "１"})
    void takesNothingElse(String text) {
        assertThat(AsciiDigits.are(text, 4)).isFalse();
    }
}
