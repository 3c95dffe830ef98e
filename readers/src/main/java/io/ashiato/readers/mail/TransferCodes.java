package io.ashiato.readers.mail;

import java.io.ByteArrayOutputStream;

/// Decodes what stands for bytes in text: base64, percent and `=XX` codes, uuencode. What does not fit is skipped or
/// kept as it is, never an error.
final class TransferCodes {
    private TransferCodes() {}

    /// Base64 of either alphabet; other characters are skipped, a last group that is cut gives what it holds.
    static byte[] base64(String text) {
        var bytes = new ByteArrayOutputStream(text.length() * 3 / 4);
        int bits = 0;
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = base64Value(text.charAt(i));
            if (value >= 0) {
                bits = bits << 6 | value;
                count += 6;
            }
            if (count >= 8) {
                count -= 8;
                bytes.write(bits >> count);
            }
        }
        return bytes.toByteArray();
    }

    private static int base64Value(char c) {
        if (c >= 'A' && c <= 'Z') {
            return c - 'A';
        }
        if (c >= 'a' && c <= 'z') {
            return c - 'a' + 26;
        }
        if (c >= '0' && c <= '9') {
            return c - '0' + 52;
        }
        return switch (c) {
            case '+', '-' -> 62;
            case '/', '_' -> 63;
            default -> -1;
        };
    }

    /// The encoding Q of RFC 2047 4.2.
    static byte[] q(String text) {
        return escaped(text.replace('_', ' '), '=');
    }

    /// The percent codes of RFC 2231 and of addresses.
    static byte[] percent(String text) {
        return escaped(text, '%');
    }

    private static byte[] escaped(String text, char mark) {
        var bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean whole = c == mark && i + 2 < text.length();
            int high = whole ? Character.digit(text.charAt(i + 1), 16) : -1;
            int low = whole ? Character.digit(text.charAt(i + 2), 16) : -1;
            if (high >= 0 && low >= 0) {
                bytes.write(high << 4 | low);
                i += 2;
            } else {
                bytes.write(c);
            }
        }
        return bytes.toByteArray();
    }

    /// One line of uuencoded data: the first character is the count of bytes, four stand for three.
    static byte[] uuLine(String line) {
        var bytes = new ByteArrayOutputStream(45);
        int count = line.isEmpty() ? 0 : uuValue(line, 0);
        for (int at = 1; bytes.size() < count && at < line.length(); at += 4) {
            int group = uuValue(line, at) << 18
                    | uuValue(line, at + 1) << 12
                    | uuValue(line, at + 2) << 6
                    | uuValue(line, at + 3);
            for (int shift = 16; shift >= 0 && bytes.size() < count; shift -= 8) {
                bytes.write(group >> shift);
            }
        }
        return bytes.toByteArray();
    }

    private static int uuValue(String line, int at) {
        return at < line.length() ? (line.charAt(at) - ' ') & 0x3F : 0;
    }
}
