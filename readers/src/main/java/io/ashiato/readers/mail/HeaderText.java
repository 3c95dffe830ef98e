package io.ashiato.readers.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.Optional;

/// Decodes the text of header fields: encoded words (RFC 2047) and raw bytes.
///
/// Neighbouring words of one encoding are joined as bytes before they are decoded: many programs cut a word within
/// a character, or within a run of shifted ones.
final class HeaderText {
    private static final String START = "=?";
    private static final String END = "?=";

    private final String raw;
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream words = new ByteArrayOutputStream();
    private String charset = "";

    private HeaderText(String raw) {
        this.raw = raw;
    }

    /// @param raw the field's bytes, a character for each, unfolded
    static String decode(String raw) {
        return raw.contains(START) ? new HeaderText(raw).decode() : plain(raw);
    }

    /// An encoded word, `=?charset*language?encoding?content?=`.
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere
    private record Word(String charset, byte[] bytes, int end) {}

    private String decode() {
        int plainFrom = 0;
        int at = raw.indexOf(START);
        while (at >= 0) {
            Optional<Word> found = word(at);
            if (found.isPresent()) {
                Word word = found.get();
                String between = raw.substring(plainFrom, at);
                if (!between.isBlank() || !word.charset().equals(charset)) {
                    flush();
                }
                if (!between.isBlank() || plainFrom == 0) {
                    text.append(plain(between));
                }
                charset = word.charset();
                words.writeBytes(word.bytes());
                plainFrom = word.end();
            }
            at = raw.indexOf(START, found.map(Word::end).orElse(at + START.length()));
        }
        flush();
        return text.append(plain(raw.substring(plainFrom))).toString();
    }

    private void flush() {
        if (words.size() > 0) {
            text.append(MailCharsets.decode(words.toByteArray(), charset));
            words.reset();
        }
    }

    private Optional<Word> word(int start) {
        int charsetEnd = raw.indexOf('?', start + START.length());
        int encodingEnd = charsetEnd < 0 ? -1 : raw.indexOf('?', charsetEnd + 1);
        if (encodingEnd != charsetEnd + 2) {
            return Optional.empty();
        }
        int end = raw.indexOf(END, encodingEnd + 1);
        if (end < 0) {
            return Optional.empty();
        }
        String label = raw.substring(start + START.length(), charsetEnd).toLowerCase(Locale.ROOT);
        String content = raw.substring(encodingEnd + 1, end);
        int language = label.indexOf('*');
        String name = language < 0 ? label : label.substring(0, language);
        return switch (raw.charAt(charsetEnd + 1)) {
            case 'B', 'b' -> Optional.of(new Word(name, TransferCodes.base64(content), end + END.length()));
            case 'Q', 'q' -> Optional.of(new Word(name, TransferCodes.q(content), end + END.length()));
            default -> Optional.empty();
        };
    }

    private static String plain(String raw) {
        return MailCharsets.guess(raw.getBytes(ISO_8859_1));
    }
}
