package io.ashiato.readers.jsonlog;

import io.ashiato.bytes.LittleEndian;

/// Texts of JSON as they stand between their quotes: escapes and UTF-8, first checked, then decoded to UTF-16.
final class JsonEscapes {
    private static final int REFUSED = -1;
    private static final int HEX_DIGITS = 4;

    private JsonEscapes() {}

    /// Checks the escape at a backslash.
    ///
    /// @return its end, or -1 if it is none
    static int skip(byte[] bytes, int backslash, int to) {
        int at = backslash + 1;
        if (at >= to) {
            return REFUSED;
        }
        return switch (bytes[at]) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> at + 1;
            case 'u' -> at + HEX_DIGITS < to && unit(bytes, at + 1) >= 0 ? at + 1 + HEX_DIGITS : REFUSED;
            default -> REFUSED;
        };
    }

    /// The unit of four hexadecimal digits, or a negative number.
    private static int unit(byte[] bytes, int from) {
        int unit = 0;
        for (int at = from; at < from + HEX_DIGITS; at++) {
            int digit = bytes[at] < 0 ? -1 : Character.digit(bytes[at], 16);
            if (digit < 0) {
                return REFUSED;
            }
            unit = (unit << 4) | digit;
        }
        return unit;
    }

    /// Checks the character of several bytes that begins here: in its shortest form, no surrogate, none beyond
    /// Unicode's last (RFC 3629).
    ///
    /// @return its end, or -1 if it is none
    static int skipCharacter(byte[] bytes, int at, int to) {
        int first = bytes[at] & 0xFF;
        int size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
        if (first < 0xC2 || first > 0xF4 || at + size > to) {
            return REFUSED;
        }
        for (int i = at + 1; i < at + size; i++) {
            if ((bytes[i] & 0xC0) != 0x80) {
                return REFUSED;
            }
        }
        int code = character(bytes, at);
        boolean isShortest = size == 2 || code >= (size == 3 ? 0x800 : 0x10000);
        boolean isSurrogate = code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
        return isShortest && !isSurrogate && code <= Character.MAX_CODE_POINT ? at + size : REFUSED;
    }

    private static int character(byte[] bytes, int at) {
        int first = bytes[at] & 0xFF;
        if (first < 0xE0) {
            return ((first & 0x1F) << 6) | (bytes[at + 1] & 0x3F);
        }
        int two = ((bytes[at + 1] & 0x3F) << 6) | (bytes[at + 2] & 0x3F);
        return first < 0xF0
                ? ((first & 0x0F) << 12) | two
                : ((first & 0x07) << 18) | (two << 6) | (bytes[at + 3] & 0x3F);
    }

    /// Decodes a text that was checked.
    ///
    /// @param into takes UTF-16LE from `place` on; it has room for two bytes for each byte of the text
    /// @return the end of what was written
    static int decode(byte[] bytes, int from, int to, byte[] into, int place) {
        int next = place;
        int at = from;
        while (at < to) {
            byte value = bytes[at];
            if (value == '\\') {
                LittleEndian.put16(into, next, escaped(bytes, at + 1));
                at += bytes[at + 1] == 'u' ? 2 + HEX_DIGITS : 2;
            } else if (value >= 0) {
                into[next] = value;
                into[next + 1] = 0;
                at++;
            } else {
                int code = character(bytes, at);
                if (code >= Character.MIN_SUPPLEMENTARY_CODE_POINT) {
                    LittleEndian.put16(into, next, Character.highSurrogate(code));
                    LittleEndian.put16(into, next + 2, Character.lowSurrogate(code));
                    next += 2;
                    at += 4;
                } else {
                    LittleEndian.put16(into, next, code);
                    at += code >= 0x800 ? 3 : 2;
                }
            }
            next += 2;
        }
        return next;
    }

    private static int escaped(byte[] bytes, int at) {
        return switch (bytes[at]) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unit(bytes, at + 1);
            default -> bytes[at];
        };
    }

    /// A text that was checked.
    static String text(byte[] bytes, int from, int to) {
        var units = new byte[2 * (to - from)];
        int size = decode(bytes, from, to, units, 0);
        return new String(LittleEndian.utf16(units, 0, size / 2));
    }
}
