package io.ashiato.bytes;

/// Decimal digits of ASCII, of which evidence and rules make numbers.
public final class AsciiDigits {
    private AsciiDigits() {}

    /// Whether a text is one to `most` of the digits 0 to 9 and nothing else; up to 18 fit a `long`, up to 9 an `int`.
    public static boolean are(String text, int most) {
        if (text.isEmpty() || text.length() > most) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
