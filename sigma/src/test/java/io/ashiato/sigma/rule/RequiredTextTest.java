package io.ashiato.sigma.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequiredTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "abc => abc",
                "ABC.*defg => defg",
                "abcd?xy => abc",
                "ab+cdef => cdef",
                "abc{2}def => def",
                "(foo|bar)bazz => bazz",
                "(?i)PowerShell => powershell",
                "[abc]xyz\\.exe => xyz.exe",
                "a\\\\bcd => a\\bcd",
                "\\x41bcd => bcd",
                "\\p{Greek}bcd => bcd",
                "[]abc]defg => defg",
                "[^]abc]defg => defg",
                "[[:alpha:]xyz]defg => defg",
                "abc(?:def)?ghij => ghij",
            })
    void theLongestTextThatMustBeThereIsTaken(String pattern, String text) {
        assertThat(RequiredText.of(pattern)).contains(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {"abc|def", "a.c", "(abc)", "(abc)?", "[abc]{3}", "\\Qabc\\E", "abc*", "ab?cd?e", "\\123abc\\d{2}|x"
            })
    void whereNoTextIsCertainThereIsNone(String pattern) {
        assertThat(RequiredText.of(pattern).filter(text -> text.length() > 2)).isEmpty();
    }
}
