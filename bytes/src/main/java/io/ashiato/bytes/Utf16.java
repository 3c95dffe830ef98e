package io.ashiato.bytes;

/// Text as evidence holds it: UTF-16 that need not be well formed.
public final class Utf16 {
    private Utf16() {}

    /// The same text where it is well formed; otherwise with U+FFFD in place of each unpaired surrogate,
    /// for what must be UTF-8.
    public static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return replaced(text);
            }
        }
        return text;
    }

    /// At most the first `units` code units, with `…` where something was cut; no pair is torn apart.
    public static String cut(String text, int units) {
        if (text.length() <= units) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(units - 1)) ? units - 1 : units;
        return text.substring(0, end) + "…";
    }

    private static String replaced(String text) {
        var out = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
                .forEach(out::appendCodePoint);
        return out.toString();
    }
}
