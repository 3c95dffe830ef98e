package io.ashiato.sigma.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is told of a pattern without a search holds for every value in which RE2/J finds it.
class RegexNeedsTest {
    private static final String[] PARTS = {
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
        "bca",
        "`",
        "`+",
        "%?",
        "(?:%|`)",
        "(a{2}){2}",
        ".{2,}",
        "(?i:AB)",
        "(?P<name>b)",
        "|",
        "\\b",
        "\\p{L}",
        "\\x{62}",
        "b{1,2}?",
        "{",
        "a{,2}",
        "\\141",
        "(?<n>a|b:c)",
        "{01}",
        "(?i-s:b)",
        ":"
    };

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {
                ".{1000,} => 1000",
                "^[A-Za-z0-9]{16}$ => 16",
                "\\s[a-f]{64}\\s[a-f]{16} => 82",
                "\\w+`(?:\\w+|-|.)`[\\w+|\\s] => 5",
                "(?:abc|de) => 2",
                "abc|de => 2",
                "(?i)ab => 2",
                "(?i:ab)+c => 3",
                "(?P<name>ab)? => 0",
                "a{2}b{3,}c{0,4} => 5",
                "\\x41\\x{42}\\pL => 3",
                "\\bab\\b => 2",
                "a| => 0",
                "ab{c => 3",
                "(?<s>a|b:cdef) => 1",
                "(?<s>ab) => 2",
                ".{010} => 4",
                "(a{10}){10} => 100",
            })
    void theShortestMatchIsABoundFromBelow(String pattern, int length) {
        assertThat(ShortestMatch.of(pattern)).isEqualTo(length);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {"\\w+`(?:\\w+|-|.)`x => `", "a\\+b => +", "a`?b%c => %"})
    void aSignThatFewValuesHoldIsFound(String pattern, char sign) {
        assertThat(RequiredText.rareSign(pattern)).hasValue(sign);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {"ab => no", "a`|b => no", "(a`) => no", "`* => no", "[`] => no", "`{0,2} => no"})
    void whereNoSuchSignIsCertainThereIsNone(String pattern) {
        assertThat(RequiredText.rareSign(pattern)).isEmpty();
    }

    @Test
    void whateverIsFoundHasWhatIsNeeded() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        int found = 0;
        for (int i = 0; i < 100_000; i++) {
            String pattern = any(random, PARTS, 7);
            String value = any(random, new String[] {"a", "b", "c", "A", "B", "C", ".", "\\", "`", "%", "{"}, 12);
            if (compiled(pattern).filter(p -> p.matcher(value).find()).isPresent()) {
                found++;
                String about = "'%s' in '%s', seed %d".formatted(pattern, value, seed);
                String text = RequiredText.of(pattern).orElse("");
                assertThat(value.toLowerCase(Locale.ROOT)).as(about).contains(text);
                assertThat(value.length()).as(about).isGreaterThanOrEqualTo(ShortestMatch.of(pattern));
                RequiredText.rareSign(pattern)
                        .ifPresent(sign -> assertThat(value).as(about).contains(Character.toString(sign)));
            }
        }
        assertThat(found).isGreaterThan(1000);
    }

    private static String any(Random random, String[] parts, int most) {
        var text = new StringBuilder();
        for (int i = random.nextInt(most); i >= 0; i--) {
            text.append(parts[random.nextInt(parts.length)]);
        }
        return text.toString();
    }

    private static Optional<Pattern> compiled(String pattern) {
        try {
            return Optional.of(Pattern.compile(pattern));
        } catch (com.google.re2j.PatternSyntaxException e) {
            return Optional.empty();
        }
    }
}
