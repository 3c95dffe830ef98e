package io.ashiato.readers.rtf;

import static java.nio.charset.StandardCharsets.US_ASCII;

/// Cuts RTF into its tokens. Knows nothing of what they mean, and takes whatever comes: there is no wrong RTF here,
/// as there is none for Word.
final class RtfScanner {
    /// Word reads no longer ones.
    private static final int MAX_WORD = 32;

    private static final int MAX_DIGITS = 10;

    /// What the tokens are given to, in order.
    interface Tokens {
        void open();

        void close();

        /// @param parameter 0 where there is none
        void word(String name, boolean hasParameter, int parameter);

        /// A control symbol other than an escaped byte: `\*`, `\~`, `\{`.
        void symbol(char symbol);

        /// A byte of text, written plainly.
        void text(byte plain);

        /// A byte of text, written as `\'` and two hexadecimal digits.
        void escaped(byte value);

        /// Bytes behind `\bin`.
        void binary(byte[] bytes, int from, int length);
    }

    private final byte[] rtf;
    private final Tokens tokens;
    private int at;

    RtfScanner(byte[] rtf, Tokens tokens) {
        this.rtf = rtf;
        this.tokens = tokens;
    }

    void scan() {
        while (at < rtf.length) {
            byte c = rtf[at++];
            switch (c) {
                case '{' -> tokens.open();
                case '}' -> tokens.close();
                case '\\' -> control();
                case '\r', '\n', 0 -> {} // no part of the text
                default -> tokens.text(c);
            }
        }
    }

    private void control() {
        if (at >= rtf.length) {
            return;
        }
        byte c = rtf[at];
        if (isLetter(c)) {
            word();
        } else if (c == '\'') {
            at++;
            hex();
        } else {
            at++;
            tokens.symbol((char) (c & 0xFF));
        }
    }

    private void word() {
        int from = at;
        while (at < rtf.length && isLetter(rtf[at]) && at - from < MAX_WORD) {
            at++;
        }
        var name = new String(rtf, from, at - from, US_ASCII);
        int digitsFrom = at;
        boolean negative = at < rtf.length && rtf[at] == '-';
        at += negative ? 1 : 0;
        long value = 0;
        int digits = 0;
        while (at < rtf.length && rtf[at] >= '0' && rtf[at] <= '9' && digits < MAX_DIGITS) {
            value = value * 10 + rtf[at++] - '0';
            digits++;
        }
        if (digits == 0) {
            at = digitsFrom; // a minus alone is text
        }
        if (at < rtf.length && rtf[at] == ' ') {
            at++; // ends the word and is no part of the text
        }
        int parameter = Math.clamp(negative ? -value : value, Integer.MIN_VALUE, Integer.MAX_VALUE);
        if (name.equals("bin")) {
            int length = Math.clamp(parameter, 0, rtf.length - at);
            tokens.binary(rtf, at, length);
            at += length;
        } else {
            tokens.word(name, digits > 0, parameter);
        }
    }

    private void hex() {
        int high = at < rtf.length ? Character.digit(rtf[at], 16) : -1;
        int low = at + 1 < rtf.length ? Character.digit(rtf[at + 1], 16) : -1;
        if (high >= 0 && low >= 0) {
            at += 2;
            tokens.escaped((byte) (high << 4 | low));
        }
    }

    private static boolean isLetter(byte c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
