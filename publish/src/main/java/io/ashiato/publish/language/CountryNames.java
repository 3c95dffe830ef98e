package io.ashiato.publish.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Names of countries and regions by ISO 3166-1 alpha-2 code, from `countries.tsv` beside this class: those
/// that reports on intrusions name. A code without a name is shown as it is.
public final class CountryNames {
    private static final Map<String, Bilingual> NAMES = read();

    private CountryNames() {}

    public static Optional<Bilingual> of(String code) {
        return Optional.ofNullable(NAMES.get(code));
    }

    private static Map<String, Bilingual> read() {
        try (InputStream in = CountryNames.class.getResourceAsStream("countries.tsv")) {
            var names = new HashMap<String, Bilingual>();
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            text.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] cells = line.split("\t", -1);
                names.put(cells[0], new Bilingual(cells[1], cells[2]));
            });
            return Map.copyOf(names);
        } catch (IOException e) {
            throw new UncheckedIOException("countries.tsv in the program's own archive", e);
        }
    }
}
