package io.ashiato.publish.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Japanese names of ATT&CK techniques and plain words for readers who know no technique names, from
/// `techniques.tsv` beside this class.
public final class TechniqueWords {
    private static final Map<String, Entry> ENTRIES = read();

    private TechniqueWords() {}

    private record Entry(String japaneseName, Bilingual signs) {}

    /// Our Japanese name; there is no official one.
    public static Optional<String> japaneseName(String technique) {
        return Optional.ofNullable(ENTRIES.get(technique)).map(Entry::japaneseName);
    }

    /// What the technique, or the one it is a part of, leaves behind: a noun phrase after "signs of" and
    /// before 「の痕跡」.
    public static Optional<Bilingual> signs(String technique) {
        Entry entry = ENTRIES.get(technique);
        if (entry == null && technique.indexOf('.') > 0) {
            entry = ENTRIES.get(technique.substring(0, technique.indexOf('.')));
        }
        return Optional.ofNullable(entry).map(Entry::signs);
    }

    private static Map<String, Entry> read() {
        try (InputStream in = TechniqueWords.class.getResourceAsStream("techniques.tsv")) {
            var entries = new HashMap<String, Entry>();
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            text.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] cells = line.split("\t", -1);
                entries.put(cells[0], new Entry(cells[1], new Bilingual(cells[2], cells[3])));
            });
            return Map.copyOf(entries);
        } catch (IOException e) {
            throw new UncheckedIOException("techniques.tsv in the program's own archive", e);
        }
    }
}
