package io.ashiato.readers.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.ashiato.bytes.AsciiDigits;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A field with parameters (`Content-Type`, `Content-Disposition`), with continued and encoded ones (RFC 2231) and with
/// encoded words in quotes, which no standard allows and most programs write.
///
/// @param value in front of the parameters, in lower case
/// @param parameters by name in lower case, decoded; the first of a name counts
record Parameters(String value, Map<String, String> parameters) {
    /// Pieces of one continued parameter; what lies behind is left out.
    private static final int PIECES = 1_000;

    private static final char ESCAPE = 0x1B;

    Optional<String> get(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(text -> !text.isBlank());
    }

    /// @param raw as [HeaderFields.Field#raw]
    static Parameters parse(String raw) {
        int end = raw.indexOf(';');
        String value = (end < 0 ? raw : raw.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        return new Parameters(value, end < 0 ? Map.of() : decoded(split(raw, end + 1)));
    }

    /// Names and values as they stand, quotes taken off.
    private static Map<String, String> split(String raw, int from) {
        Map<String, String> found = new LinkedHashMap<>();
        int at = from;
        while (at < raw.length()) {
            int equals = raw.indexOf('=', at);
            int semicolon = raw.indexOf(';', at);
            if (equals < 0) {
                break;
            }
            if (semicolon >= 0 && semicolon < equals) {
                at = semicolon + 1;
                continue;
            }
            String name = raw.substring(at, equals).strip().toLowerCase(Locale.ROOT);
            var value = new StringBuilder();
            at = value(raw, equals + 1, value);
            found.putIfAbsent(name, value.toString());
        }
        return found;
    }

    /// Takes a value into `into` and returns where the next parameter starts.
    private static int value(String raw, int from, StringBuilder into) {
        int at = from;
        while (at < raw.length() && (raw.charAt(at) == ' ' || raw.charAt(at) == '\t')) {
            at++;
        }
        if (at >= raw.length() || raw.charAt(at) != '"') {
            int end = raw.indexOf(';', at);
            into.append(raw, at, end < 0 ? raw.length() : end);
            return end < 0 ? raw.length() : end + 1;
        }
        boolean shifted = false; // within ISO-2022-JP's two-byte characters, a quote's byte is half of one
        for (at++; at < raw.length() && (shifted || raw.charAt(at) != '"'); at++) {
            if (raw.charAt(at) == ESCAPE && at + 1 < raw.length()) {
                shifted = raw.charAt(at + 1) == '$';
            }
            // Shift_JIS has the backslash as second byte of characters: only before these two it escapes.
            boolean escape = !shifted
                    && raw.charAt(at) == '\\'
                    && at + 1 < raw.length()
                    && (raw.charAt(at + 1) == '"' || raw.charAt(at + 1) == '\\')
                    && (at == 0 || raw.charAt(at - 1) < 0x80);
            at += escape ? 1 : 0;
            into.append(raw.charAt(at));
        }
        int end = raw.indexOf(';', at);
        return end < 0 ? raw.length() : end + 1;
    }

    /// A piece of a continued parameter.
    private record Piece(String text, boolean encoded) {}

    private static Map<String, String> decoded(Map<String, String> raw) {
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, TreeMap<Integer, Piece>> continued = new LinkedHashMap<>();
        raw.forEach((name, value) -> {
            boolean encoded = name.endsWith("*");
            String plain = encoded ? name.substring(0, name.length() - 1) : name;
            int star = plain.lastIndexOf('*');
            int number = star < 0 ? -1 : number(plain.substring(star + 1));
            if (number >= 0) {
                continued
                        .computeIfAbsent(plain.substring(0, star), key -> new TreeMap<>())
                        .put(number, new Piece(value, encoded));
            } else if (encoded) {
                continued.computeIfAbsent(plain, key -> new TreeMap<>()).put(0, new Piece(value, true));
            } else {
                values.put(name, HeaderText.decode(value.strip()));
            }
        });
        continued.forEach((name, pieces) -> values.put(name, joined(pieces)));
        return values;
    }

    private static int number(String digits) {
        return AsciiDigits.are(digits, 4) && Integer.parseInt(digits) < PIECES ? Integer.parseInt(digits) : -1;
    }

    /// Pieces in the order of their numbers; the first encoded one names the charset.
    private static String joined(TreeMap<Integer, Piece> pieces) {
        var bytes = new ByteArrayOutputStream();
        var encoded = new StringBuilder(); // neighbours are joined first: programs cut within a percent code
        String charset = "";
        boolean first = true;
        boolean anyEncoded = false;
        for (Piece piece : pieces.values()) {
            String text = piece.text();
            if (first && piece.encoded()) {
                int charsetEnd = text.indexOf('\'');
                int languageEnd = charsetEnd < 0 ? -1 : text.indexOf('\'', charsetEnd + 1);
                charset = languageEnd < 0 ? "" : text.substring(0, charsetEnd);
                text = text.substring(languageEnd + 1);
            }
            if (piece.encoded()) {
                encoded.append(text);
            } else {
                bytes.writeBytes(TransferCodes.percent(encoded.toString()));
                encoded.setLength(0);
                bytes.writeBytes(text.getBytes(ISO_8859_1));
            }
            anyEncoded |= piece.encoded();
            first = false;
        }
        bytes.writeBytes(TransferCodes.percent(encoded.toString()));
        byte[] joined = bytes.toByteArray();
        return anyEncoded ? MailCharsets.decode(joined, charset) : HeaderText.decode(new String(joined, ISO_8859_1));
    }
}
