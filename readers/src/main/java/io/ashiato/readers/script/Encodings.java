package io.ashiato.readers.script;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/// Undoes encodings of bytes as text, and compression.
final class Encodings {
    /// A compressed stage may unpack to this many bytes; what is larger is no script.
    static final int MAX_UNPACKED = 8 << 20;

    private Encodings() {}

    /// Bytes of a base64 text; blanks in it and missing padding are passed over, as by those who decode it.
    static Optional<byte[]> base64(String text) {
        String plain = text.replaceAll("[\\s=]", "");
        if (plain.isEmpty() || plain.length() % 4 == 1) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getDecoder().decode(plain));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Optional<String> base64Text(String text) {
        return base64(text).flatMap(Encodings::text);
    }

    static Optional<byte[]> hex(String digits) {
        return digits.length() % 2 == 0 && digits.matches("[0-9A-Fa-f]+")
                ? Optional.of(HexFormat.of().parseHex(digits))
                : Optional.empty();
    }

    /// Text of bytes that are UTF-16LE or UTF-8, if they are.
    static Optional<String> text(byte[] bytes) {
        boolean utf16 = bytes.length >= 2 && bytes.length % 2 == 0 && highBytesAreZero(bytes);
        return decoded(bytes, utf16 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8)
                .map(text -> text.startsWith("\uFEFF") ? text.substring(1) : text)
                .filter(Encodings::isPrintable);
    }

    /// Mostly: a script may hold words that are not ASCII.
    private static boolean highBytesAreZero(byte[] bytes) {
        int zeros = 0;
        for (int i = 1; i < bytes.length; i += 2) {
            zeros += bytes[i] == 0 ? 1 : 0;
        }
        return zeros * 4 >= bytes.length / 2 * 3;
    }

    private static Optional<String> decoded(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean isPrintable(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> (c >= ' ' && c != 0x7F) || Character.isWhitespace(c));
    }

    static String percentDecoded(String text) {
        var out = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            boolean wide = text.startsWith("%u", at);
            int from = at + (wide ? 2 : 1);
            int end = from + (wide ? 4 : 2);
            if (text.charAt(at) == '%'
                    && end <= text.length()
                    && text.substring(from, end).matches("[0-9A-Fa-f]+")) {
                out.append((char) Integer.parseInt(text.substring(from, end), 16));
                at = end;
            } else {
                out.append(text.charAt(at++));
            }
        }
        return out.toString();
    }

    /// Unpacks gzip, or raw deflate where the script says so; other bytes come back as they are. A damaged
    /// stream gives what stands before the damage.
    static byte[] unpacked(byte[] bytes, boolean deflated) {
        boolean gzip = bytes.length > 2 && (bytes[0] & 0xFF) == 0x1F && (bytes[1] & 0xFF) == 0x8B;
        if (!gzip && !deflated) {
            return bytes;
        }
        var out = new byte[MAX_UNPACKED];
        int filled = 0;
        var inflater = new Inflater(true);
        try (InputStream in = gzip
                ? new GZIPInputStream(new ByteArrayInputStream(bytes))
                : new InflaterInputStream(new ByteArrayInputStream(bytes), inflater)) {
            int count = in.read(out, 0, out.length);
            while (count > 0) {
                filled += count;
                count = in.read(out, filled, out.length - filled);
            }
        } catch (IOException e) {
            // what was unpacked so far is worth more than nothing
        } finally {
            inflater.end();
        }
        return filled == 0 ? bytes : Arrays.copyOf(out, filled);
    }
}
