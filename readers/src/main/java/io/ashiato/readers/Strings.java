package io.ashiato.readers;

import io.ashiato.bytes.Utf16;
import io.ashiato.model.Facts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// Printable text in a program: ASCII, and UTF-16LE of ASCII characters, five characters or more.
public final class Strings {
    /// Shorter runs are mostly code that happens to be printable.
    private static final int MIN_CHARACTERS = 5;

    /// A longer run is cut: what it looks like shows in its beginning.
    private static final int MAX_CHARACTERS = 1_024;

    /// Characters told of one text.
    private static final int MAX_TOLD_CHARACTERS = 256;

    /// Texts kept of one program; the largest have some 100,000.
    private static final int MAX_STRINGS = 200_000;

    /// Texts told as facts: more than a person reads, enough for an index.
    private static final int MAX_TELLING = 200;

    /// Of one look, so that a runtime's hundred format strings leave room for the one address.
    private static final int MAX_TELLING_OF_A_LOOK = 40;

    private Strings() {}

    /// One text.
    ///
    /// @param offset in bytes from the start of what was searched
    /// @param wide whether it is UTF-16LE
    public record Found(String text, long offset, boolean wide) {}

    /// All texts by their offsets, as they stand, repeats included; at most the limits' number of them.
    public static List<Found> in(byte[] bytes) {
        var found = new ArrayList<Found>();
        int at = 0;
        while (at < bytes.length && found.size() < MAX_STRINGS) {
            int narrow = run(bytes, at, 1);
            int wide = narrow > 1 ? 0 : run(bytes, at, 2);
            if (narrow >= MIN_CHARACTERS) {
                found.add(new Found(text(bytes, at, narrow, 1), at, false));
                at += narrow;
            } else if (wide >= MIN_CHARACTERS) {
                found.add(new Found(text(bytes, at, wide, 2), at, true));
                at += 2 * wide;
            } else {
                // Of a run of one, the next character may begin a wide text; a longer run is too short as a whole.
                at += Math.max(1, narrow - 1);
            }
        }
        return found;
    }

    /// The texts that look like something, as facts `text`, `looks`, `offset`: by look, then by offset, each once.
    public static List<Facts> telling(byte[] bytes) {
        var byLook = new EnumMap<TextLook, List<Facts>>(TextLook.class);
        var seen = new HashSet<String>();
        for (var found : in(bytes)) {
            TextLook.of(found.text()).filter(look -> seen.add(found.text())).ifPresent(look -> {
                var facts = byLook.computeIfAbsent(look, key -> new ArrayList<>());
                if (facts.size() < MAX_TELLING_OF_A_LOOK) {
                    facts.add(Facts.builder()
                            .text("text", Utf16.cut(found.text(), MAX_TOLD_CHARACTERS))
                            .text("looks", look.id())
                            .number("offset", found.offset())
                            .build());
                }
            });
        }
        return byLook.entrySet().stream()
                .map(Map.Entry::getValue)
                .flatMap(List::stream)
                .limit(MAX_TELLING)
                .toList();
    }

    /// Printable characters from a place on, each `width` bytes with the upper one zero.
    private static int run(byte[] bytes, int from, int width) {
        int count = 0;
        for (int i = from; i + width <= bytes.length; i += width) {
            boolean printable = bytes[i] == '\t' || (bytes[i] >= 0x20 && bytes[i] < 0x7F);
            if (!printable || (width == 2 && bytes[i + 1] != 0)) {
                break;
            }
            count++;
        }
        return count;
    }

    private static String text(byte[] bytes, int from, int count, int width) {
        var text = new StringBuilder();
        for (int i = 0; i < Math.min(count, MAX_CHARACTERS); i++) {
            text.append((char) bytes[from + i * width]);
        }
        return text.toString();
    }
}
