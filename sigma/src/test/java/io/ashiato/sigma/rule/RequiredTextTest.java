package io.ashiato.sigma.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
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

    @Test
    void whateverIsFoundHoldsTheText() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        String[] parts = {
            "a",
            "b",
            "c",
            "abc",
            "\\.",
            "\\\\",
            "a?",
            "b*",
            "c+",
            "(ab|c)",
            "(?:abc)?",
            "[ab]",
            "[^a]",
            ".",
            "b{2}",
            "a{0,1}",
            "(?i)",
            "\\w",
            "cab",
            "^",
            "$",
            "\\x61",
            "[]a]",
            "bca"
        };
        for (int i = 0; i < 20_000; i++) {
            var pattern = new StringBuilder();
            for (int j = random.nextInt(7); j >= 0; j--) {
                pattern.append(parts[random.nextInt(parts.length)]);
            }
            Pattern regex;
            try {
                regex = Pattern.compile(pattern.toString());
            } catch (com.google.re2j.PatternSyntaxException e) {
                continue;
            }
            String text = RequiredText.of(pattern.toString()).orElse("");
            var value = new StringBuilder();
            for (int j = random.nextInt(12); j >= 0; j--) {
                value.append("abcABC.\\".charAt(random.nextInt(8)));
            }
            if (regex.matcher(value.toString()).find()) {
                assertThat(value.toString().toLowerCase(Locale.ROOT))
                        .as("%s in %s, seed %d", pattern, value, seed)
                        .contains(text);
            }
        }
    }
}
