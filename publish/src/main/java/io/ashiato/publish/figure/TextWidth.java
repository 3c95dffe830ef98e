package io.ashiato.publish.figure;

/// How wide a text will be, well enough to keep labels apart in any of the fonts of the reports.
///
/// Full-width characters are one em. Latin advances are those of common sans-serif faces, rounded up.
final class TextWidth {
    private TextWidth() {}

    static double of(String text, double size) {
        return text.codePoints().mapToDouble(TextWidth::em).sum() * size;
    }

    /// The text, or as much of it as fits with an ellipsis.
    static String fit(String text, double size, double width) {
        if (of(text, size) <= width) {
            return text;
        }
        double room = width / size - em('…');
        int end = 0;
        while (end < text.length() && room >= em(text.codePointAt(end))) {
            room -= em(text.codePointAt(end));
            end = text.offsetByCodePoints(end, 1);
        }
        return text.substring(0, end).stripTrailing() + "…";
    }

    private static double em(int character) {
        if (character >= 0x2E80) {
            return 1.0;
        }
        if ("iljI.,:;'|!()[] ftr/\\".indexOf(character) >= 0) {
            return 0.4;
        }
        if ("mwMW@%".indexOf(character) >= 0) {
            return 1.0;
        }
        if (Character.isUpperCase(character) || character == '…') {
            return 0.78;
        }
        return Character.isDigit(character) ? 0.7 : 0.66;
    }
}
