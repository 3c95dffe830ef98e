package io.ashiato.readers.pe;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// Names of functions that Windows libraries export by number, from the resource `ordinals.txt`.
final class Ordinals {
    private static final Map<String, String> NAMES = load();

    private Ordinals() {}

    /// The function's name, or `ord` and the number where none is known, as the import hash wants it.
    ///
    /// @param library in lower case, with its extension
    static String name(String library, int ordinal) {
        String table = switch (library) {
            case "ws2_32.dll", "wsock32.dll" -> "ws2_32"; // the hash's definition takes one for the other
            case "oleaut32.dll" -> "oleaut32";
            default -> "";
        };
        return NAMES.getOrDefault(table + " " + ordinal, "ord" + ordinal);
    }

    private static Map<String, String> load() {
        var names = new HashMap<String, String>();
        try (var in = Objects.requireNonNull(Ordinals.class.getResourceAsStream("ordinals.txt"));
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            reader.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                int space = line.lastIndexOf(' ');
                names.put(line.substring(0, space), line.substring(space + 1));
            });
        } catch (IOException e) {
            throw new UncheckedIOException("ordinals.txt of this program cannot be read", e);
        }
        return Map.copyOf(names);
    }
}
