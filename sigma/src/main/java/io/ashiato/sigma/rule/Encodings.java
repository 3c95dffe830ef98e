package io.ashiato.sigma.rule;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// The texts that a value turns into inside Base64.
final class Encodings {
    /// Characters that a shift of 0, 1, 2 bytes leaves unsettled in front.
    private static final int[] UNSETTLED_FRONT = {0, 2, 3};

    /// Characters unsettled behind, by the bytes beyond a multiple of three.
    private static final int[] UNSETTLED_END = {0, 3, 2};

    private Encodings() {}

    static byte[] bytes(String text, Modifier charset) {
        byte[] bytes = text.getBytes(charset(charset));
        if (charset != Modifier.UTF16) {
            return bytes;
        }
        byte[] marked = new byte[bytes.length + 2];
        marked[0] = (byte) 0xFF;
        marked[1] = (byte) 0xFE;
        System.arraycopy(bytes, 0, marked, 2, bytes.length);
        return marked;
    }

    /// The bytes as characters of their own: what a log shows that took UTF-16 for single bytes. Wildcards stay.
    static TextPattern bytesAsCharacters(TextPattern pattern, Modifier charset) {
        Modifier unmarked = charset == Modifier.UTF16 ? Modifier.UTF16LE : charset;
        TextPattern encoded =
                pattern.mapLiterals(text -> new String(bytes(text, unmarked), StandardCharsets.ISO_8859_1));
        return charset == Modifier.UTF16 ? encoded.behind("\u00FF\u00FE") : encoded;
    }

    private static Charset charset(Modifier modifier) {
        return switch (modifier) {
            case WIDE, UTF16LE, UTF16 -> StandardCharsets.UTF_16LE;
            case UTF16BE -> StandardCharsets.UTF_16BE;
            default -> StandardCharsets.UTF_8;
        };
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /// What is certain of the bytes' Base64 wherever they lie in a larger text: one form for each place
    /// modulo three. Forms of which nothing is certain are left out.
    static List<String> base64AtAnyOffset(byte[] bytes) {
        var forms = new ArrayList<String>();
        for (int shift = 0; shift < 3; shift++) {
            byte[] shifted = new byte[shift + bytes.length];
            System.arraycopy(bytes, 0, shifted, shift, bytes.length);
            String whole = base64(shifted);
            int end = whole.length() - UNSETTLED_END[shifted.length % 3];
            if (UNSETTLED_FRONT[shift] < end) {
                forms.add(whole.substring(UNSETTLED_FRONT[shift], end));
            }
        }
        return forms;
    }
}
