package io.ashiato.intake.archive;

/// Compares text as its bytes in UTF-8 would compare: by code point. [String#compareTo] puts characters
/// beyond the basic plane, which are pairs of surrogates, before U+E000 to U+FFFF.
public final class Utf8Order {
    private static final int FIRST_SURROGATE = 0xD800;
    private static final int BEHIND_SURROGATES = 0xE000;
    private static final int CODE_UNITS = 0x10000;

    private Utf8Order() {}

    public static int compare(String one, String other) {
        int length = Math.min(one.length(), other.length());
        for (int i = 0; i < length; i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (a != b) {
                return Integer.compare(rank(a), rank(b));
            }
        }
        return Integer.compare(one.length(), other.length());
    }

    private static int rank(char unit) {
        return unit >= FIRST_SURROGATE && unit < BEHIND_SURROGATES ? unit + CODE_UNITS : unit;
    }
}
