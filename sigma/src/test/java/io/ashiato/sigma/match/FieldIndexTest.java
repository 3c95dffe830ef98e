package io.ashiato.sigma.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.ashiato.bytes.LittleEndian;
import io.ashiato.sigma.match.Literal.Anchor;
import io.ashiato.sigma.rule.Folding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The index finds what a plain search for each literal finds. `-Dsigma.seed=N` repeats a failure.
class FieldIndexTest {
    private static final List<Anchor> ANCHORS = List.of(Anchor.values());

    /// Neighbours of letters, letters that fold to ASCII, pairs with and without case, halves of pairs, the unit 0.
    private static final List<String> SIGNS = List.of(
            "a",
            "B",
            "z",
            "Z",
            "@",
            "[",
            "`",
            "{",
            "\0",
            "\u007F",
            "\\",
            ".",
            "k",
            "\u212A",
            "ſ",
            "é",
            "É",
            "ı",
            "–",
            "ﾠ",
            "😀",
            "\uD801\uDC00",
            "\uD801\uDC28",
            "\uD83D",
            "\uDE00",
            "\uFFFF");
    private static final List<String> FEW = List.of("a", "A", "b", "\\");

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsFoundIsWhatLies(boolean isAscii) {
        long seed = Long.getLong("sigma.seed", System.nanoTime());
        var random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            List<String> signs = random.nextInt(3) == 0 ? FEW : isAscii ? SIGNS.subList(0, 13) : SIGNS;
            List<Literal> literals = literals(signs, random);
            var scanner = new Scanner(literals);
            for (int i = 0; i < 200; i++) {
                String value = value(signs, literals, random);
                int[] expected = plain(literals, value);
                assertThat(scanner.ofText(value))
                        .as(() -> "seed " + seed + ", value '" + value + "', literals " + literals)
                        .isEqualTo(expected);
                assertThat(scanner.ofBytes(value, random.nextInt(9)))
                        .as(() -> "seed " + seed + ", bytes of '" + value + "', literals " + literals)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void manyLiteralsThatAreAlikeAreToldApart() {
        var literals = new ArrayList<Literal>();
        for (Anchor anchor : Anchor.values()) {
            IntStream.range(0, 3000).forEach(i -> literals.add(literal("c:\\windows\\" + i + ".exe", anchor)));
        }
        var scanner = new Scanner(literals);
        for (int i = 0; i < 3000; i += 7) {
            for (String value : List.of("C:\\Windows\\" + i + ".EXE", "\"c:\\windows\\" + i + ".exe\" -x", "x")) {
                assertThat(scanner.ofText(value)).as(value).isEqualTo(plain(literals, value));
            }
        }
    }

    @Test
    void everyUnitIsFoldedAsElsewhere() {
        for (int unit = 0; unit <= Character.MAX_VALUE; unit++) {
            String text = String.valueOf((char) unit);
            var scanner = new Scanner(List.of(literal(Folding.fold(text), Anchor.WHOLE)));
            assertThat(scanner.ofText(text)).as("unit %x", unit).hasSize(1);
            assertThat(scanner.ofBytes(text, 1)).as("unit %x", unit).hasSize(1);
        }
    }

    @Test
    void aValueDoesNotSeeTheLongerOneBeforeIt() {
        var scanner = new Scanner(List.of(literal("bcd", Anchor.ANYWHERE), literal("abcdefgh", Anchor.START)));
        assertThat(scanner.ofText("abcdefghijkl")).containsExactly(0, 1);
        assertThat(scanner.ofText("abc")).isEmpty();
        assertThat(scanner.ofText("x".repeat(1 << 20) + "bcd")).containsExactly(0);
        assertThat(scanner.ofText("")).isEmpty();
    }

    /// All that the index looks for stands in the value, over and over. Some milliseconds; were it quadratic, minutes.
    @Test
    void timeStaysLinearWhereEveryUnitMayBeginALiteral() {
        var random = new Random(1);
        var literals = new ArrayList<Literal>();
        for (int i = 0; i < 5000; i++) {
            literals.add(literal(word(random), ANCHORS.get(i % ANCHORS.size())));
        }
        var value = new StringBuilder();
        while (value.length() < 1_000_000) {
            String text = literals.get(random.nextInt(literals.size())).text();
            value.append(text, 0, text.length() - 1); // the grams without the literals
        }
        var scanner = new Scanner(literals);
        assertTimeout(Duration.ofSeconds(20), () -> scanner.ofText(value.toString()));
    }

    private static String word(Random random) {
        return "\\" + Integer.toString(random.nextInt(1 << 30), 36) + ".exe";
    }

    private static Literal literal(String text, Anchor anchor) {
        return new Literal(text, anchor, true);
    }

    private static List<Literal> literals(List<String> signs, Random random) {
        var literals = new LinkedHashSet<Literal>();
        for (int i = random.nextInt(40); i >= 0; i--) {
            Anchor anchor = ANCHORS.get(random.nextInt(ANCHORS.size()));
            String text = text(signs, random, anchor == Anchor.ANYWHERE ? 1 : 0);
            literals.add(literal(Folding.fold(text), anchor));
        }
        return List.copyOf(literals);
    }

    private static String value(List<String> signs, List<Literal> literals, Random random) {
        var value = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            String literal = literals.get(random.nextInt(literals.size())).text();
            switch (random.nextInt(4)) {
                case 0 -> value.append(text(signs, random, 0));
                case 1 -> value.append(literal.toUpperCase(Locale.ROOT));
                default -> value.append(literal);
            }
        }
        return value.toString();
    }

    private static String text(List<String> signs, Random random, int least) {
        var text = new StringBuilder();
        for (int i = least + random.nextInt(random.nextInt(4) == 0 ? 20 : 5); i > 0; i--) {
            text.append(signs.get(random.nextInt(signs.size())));
        }
        return text.toString();
    }

    private static int[] plain(List<Literal> literals, String value) {
        String folded = Folding.fold(value);
        return IntStream.range(0, literals.size())
                .filter(i -> lies(literals.get(i), folded))
                .toArray();
    }

    private static boolean lies(Literal literal, String folded) {
        return switch (literal.anchor()) {
            case WHOLE -> folded.equals(literal.text());
            case START -> folded.startsWith(literal.text());
            case END -> folded.endsWith(literal.text());
            case ANYWHERE -> folded.contains(literal.text());
        };
    }

    /// Looks at one value after the other, as a matcher does.
    private static final class Scanner {
        private final FieldIndex index;
        private final FoldedValue folded = new FoldedValue();
        private final Hits hits = new Hits();

        Scanner(List<Literal> literals) {
            index = new FieldIndex(
                    LiteralTable.of(literals),
                    IntStream.range(0, literals.size()).toArray());
        }

        int[] ofText(String value) {
            folded.set(value);
            return found();
        }

        int[] ofBytes(String value, int at) {
            byte[] lying = LittleEndian.utf16(value);
            var bytes = new byte[at + lying.length]; // ends with the value, so that nothing behind it can be read
            System.arraycopy(lying, 0, bytes, at, lying.length);
            folded.set(bytes, at, value.length());
            return found();
        }

        private int[] found() {
            hits.clear();
            index.scan(folded, hits);
            return hits.distinct();
        }
    }
}
