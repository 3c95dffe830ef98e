package io.ashiato.bytes;

/// Strings as JSON writes them, without loss: what UTF-8 cannot carry (an unpaired surrogate) and what would
/// act on a terminal or hide from a reader (control characters) is escaped by its number; everything else
/// stays readable.
///
/// Source: RFC 8259, section 7.
public final class JsonText {
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private JsonText() {}

    /// Appends `value` with its quotation marks.
    public static void quote(StringBuilder out, String value) {
        out.append('"');
        escape(out, value);
        out.append('"');
    }

    /// Appends `value` as it stands between quotation marks.
    public static void escape(StringBuilder out, String value) {
        int length = value.length();
        int plainFrom = 0;
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (isPlain(c)) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(value.charAt(i + 1))) {
                i++;
                continue;
            }
            out.append(value, plainFrom, i);
            escape(out, c);
            plainFrom = i + 1;
        }
        if (plainFrom == 0) {
            out.append(value); // much faster than by place, and nearly always so
        } else {
            out.append(value, plainFrom, length);
        }
    }

    /// Whether a UTF-16 unit stands for itself; the halves of a pair of surrogates do so only together.
    static boolean isPlain(char c) {
        return c < 0x7F ? c >= 0x20 && c != '"' && c != '\\' : c > 0x9F && !Character.isSurrogate(c) && !isHidden(c);
    }

    /// Characters that no reader sees and that hide or reverse others: zero-width and bidirectional controls,
    /// line and paragraph separators, the byte order mark.
    public static boolean isHidden(char c) {
        return (c >= 0x200B && c <= 0x200F)
                || (c >= 0x2028 && c <= 0x202E)
                || (c >= 0x2060 && c <= 0x206F)
                || c == 0x061C
                || c == 0xFEFF;
    }

    private static void escape(StringBuilder out, char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            default ->
                out.append("\\u")
                        .append(HEX[c >> 12])
                        .append(HEX[c >> 8 & 0xF])
                        .append(HEX[c >> 4 & 0xF])
                        .append(HEX[c & 0xF]);
        }
    }
}
