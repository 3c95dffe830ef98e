package io.ashiato.cli;

/// Hostile text made safe for a terminal: what would move the cursor, reverse or hide text is shown as its number.
final class Visible {
    private Visible() {}

    /// One line: control, format and unpaired surrogate characters become `[U+202E]`.
    static String text(String raw) {
        var shown = new StringBuilder(raw.length());
        raw.codePoints().forEach(c -> {
            switch (Character.getType(c)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.SURROGATE,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR,
                        Character.PRIVATE_USE -> shown.append(String.format(java.util.Locale.ROOT, "[U+%04X]", c));
                default -> shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }
}
