package io.ashiato.sigma.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.bytes.LittleEndian;
import io.ashiato.sigma.rule.Folding;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampledGramsTest {
    private static final List<String> LITERALS = List.of("sekurlsa::", "lsadump::sam", "\\mimilib.dll", "ポート開放の記録です");

    private static boolean mayLieIn(List<String> literals, String value) {
        byte[] bytes = LittleEndian.utf16("ab" + value);
        SampledGrams grams = SampledGrams.of(literals).orElseThrow();
        assertThat(grams.mayLieIn(value)).isEqualTo(grams.mayLieIn(bytes, 4, bytes.length - 4));
        return grams.mayLieIn(value);
    }

    @Test
    void noValueThatHoldsALiteralIsPassedOver() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            String literal = Folding.fold(LITERALS.get(random.nextInt(LITERALS.size())));
            String value = noise(random) + anyCase(random, literal) + noise(random);
            assertThat(mayLieIn(LITERALS.stream().map(Folding::fold).toList(), value))
                    .as("'%s', seed %d", value, seed)
                    .isTrue();
        }
    }

    @Test
    void aLetterThatFoldsToAnAsciiOneIsFound() {
        String kelvin = "se\u212Aurlsa::";
        assertThat(Folding.fold(kelvin)).isEqualTo("sekurlsa::");
        for (String before : List.of("", "1", "12", "123", "1234", "12345", "123456")) {
            assertThat(mayLieIn(LITERALS, before + kelvin)).isTrue();
        }
    }

    @Test
    void mostValuesAreToldApart() {
        List<String> ordinary = List.of(
                "C:\\Windows\\System32\\svchost.exe",
                "NT AUTHORITY\\SYSTEM",
                "{00000000-0000-0000-0000-000000000000}",
                "Microsoft-Windows-Sysmon/Operational",
                "powershell.exe -NoProfile -ExecutionPolicy Bypass -File a.ps1");
        assertThat(ordinary)
                .filteredOn(value -> mayLieIn(LITERALS.subList(0, 3), value))
                .hasSizeLessThanOrEqualTo(1); // by chance, where hashes are the same
    }

    @Test
    void shortLiteralsHaveNoFilter() {
        assertThat(SampledGrams.of(List.of("sekurlsa::", "short"))).isEmpty();
        assertThat(SampledGrams.of(List.of())).isEmpty();
    }

    private static String noise(Random random) {
        var text = new StringBuilder();
        IntStream.range(0, random.nextInt(12)).forEach(i -> text.append((char) (' ' + random.nextInt(90))));
        return text.toString();
    }

    private static String anyCase(Random random, String literal) {
        var text = new StringBuilder();
        literal.chars().forEach(c -> text.append((char) (random.nextBoolean() ? Character.toUpperCase(c) : c)));
        return text.toString();
    }
}
