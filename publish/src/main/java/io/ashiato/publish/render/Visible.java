package io.ashiato.publish.render;

import java.util.List;
import java.util.Locale;

/// Makes characters visible that a reader would not see, or that would change how others are seen.
///
/// Controls, bidirectional controls, zero-width and unusual blanks, line separators, lone surrogates,
/// private and unassigned characters become their code, as in `[U+202E]`. The text stays what it was
/// otherwise: nothing is normalised.
public final class Visible {
    /// Marks that stack above and below letters reach into other lines when there are many.
    private static final int MOST_STACKED = 3;

    /// A name or value longer than this is no longer read, and a thousand of them would fill a page.
    private static final int LONGEST = 500;

    private Visible() {}

    /// The head of a text, with its whole length where that is more than a reader takes in.
    public static String head(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end) + "… [" + text.length() + "]";
    }

    /// The lines of a text, without their ends; all else that cannot be seen stays for [#of].
    static List<String> lines(String text) {
        return text.lines().toList();
    }

    public static String of(String text) {
        int plain = plainPrefix(text);
        if (plain == text.length()) {
            return text;
        }
        var out = new StringBuilder(text.length() + 32).append(text, 0, plain);
        int stacked = 0;
        for (int i = plain; i < text.length(); ) {
            int character = text.codePointAt(i);
            i += Character.charCount(character);
            stacked = Character.getType(character) == Character.NON_SPACING_MARK
                            || Character.getType(character) == Character.ENCLOSING_MARK
                    ? stacked + 1
                    : 0;
            if (hidden(character) || stacked > MOST_STACKED) {
                out.append("[U+").append(hex(character)).append(']');
            } else {
                out.appendCodePoint(character);
            }
        }
        return out.toString();
    }

    /// How much of the text is printable ASCII, which is nearly always all of it.
    private static int plainPrefix(String text) {
        int i = 0;
        while (i < text.length() && text.charAt(i) >= ' ' && text.charAt(i) <= '~') {
            i++;
        }
        return i;
    }

    private static String hex(int character) {
        String digits = Integer.toHexString(character).toUpperCase(Locale.ROOT);
        return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
    }

    private static boolean hidden(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            case Character.SPACE_SEPARATOR -> character != ' ' && character != 0x3000;
            default -> looksEmpty(character);
        };
    }

    /// Letters, symbols and marks that have no shape of their own.
    private static boolean looksEmpty(int character) {
        return switch (character) {
            case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0 -> true;
            default ->
                (character >= 0xFE00 && character <= 0xFE0F)
                        || (character >= 0x180B && character <= 0x180F)
                        || (character >= 0xE0100 && character <= 0xE01EF);
        };
    }
}
