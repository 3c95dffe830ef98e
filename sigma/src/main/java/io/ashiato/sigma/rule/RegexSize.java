package io.ashiato.sigma.rule;

import io.ashiato.bytes.AsciiDigits;

/// Estimates how large a pattern grows when its counted repetitions are written out, as a linear engine
/// does: `(a{100}){100}` becomes 10,000 instructions from 14 characters.
final class RegexSize {
    private final String pattern;
    private int at;

    private RegexSize(String pattern) {
        this.pattern = pattern;
    }

    /// An upper bound in instructions, at most [Integer#MAX_VALUE].
    static int of(String pattern) {
        var size = new RegexSize(pattern);
        long total = 0;
        try {
            while (size.at < pattern.length()) {
                total += size.sequence();
                size.at++;
            }
        } catch (StackOverflowError e) {
            return Integer.MAX_VALUE;
        }
        return (int) Math.min(Integer.MAX_VALUE, total);
    }

    /// Up to the closing parenthesis of this level, or the end.
    private long sequence() {
        long total = 0;
        while (at < pattern.length() && pattern.charAt(at) != ')') {
            long atom = atom();
            total = Math.min(Integer.MAX_VALUE, total + atom * repetitions());
        }
        return total;
    }

    private long atom() {
        char sign = pattern.charAt(at++);
        if (sign == '(') {
            long inner = sequence();
            at = Math.min(pattern.length(), at + 1);
            return inner + 2;
        }
        if (sign == '[') {
            skipClass();
        } else if (sign == '\\') {
            return escape();
        }
        return 1;
    }

    /// `\Q` quotes everything up to `\E`.
    private int escape() {
        int from = at;
        if (!pattern.startsWith("Q", at)) {
            at = Math.min(pattern.length(), at + 1);
            return 1;
        }
        int end = pattern.indexOf("\\E", at);
        at = end < 0 ? pattern.length() : end + 2;
        return at - from;
    }

    private void skipClass() {
        int first = at;
        while (at < pattern.length() && (pattern.charAt(at) != ']' || at == first)) {
            at += pattern.charAt(at) == '\\' ? 2 : 1;
        }
        at = Math.min(pattern.length(), at + 1);
    }

    /// The larger number of `{n,m}`, or 1.
    private long repetitions() {
        int end = at < pattern.length() && pattern.charAt(at) == '{' ? pattern.indexOf('}', at) : -1;
        if (end < 0) {
            return 1;
        }
        long largest = 1;
        for (String number : pattern.substring(at + 1, end).split(",")) {
            if (AsciiDigits.are(number, 7)) {
                largest = Math.max(largest, Long.parseLong(number));
            }
        }
        at = end + 1;
        return largest;
    }
}
