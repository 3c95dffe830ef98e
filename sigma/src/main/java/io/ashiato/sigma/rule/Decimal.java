package io.ashiato.sigma.rule;

import java.math.BigDecimal;
import java.util.Optional;

/// Decimal numbers as texts: an optional sign, digits, optional fraction. `0x10` and `1e9` are texts here,
/// as in the logs.
public final class Decimal {
    /// 64-bit numbers have 20 digits; the rest is room for fractions.
    private static final int MAX_LENGTH = 64;

    private Decimal() {}

    public static Optional<BigDecimal> parse(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        int dot = text.indexOf('.');
        boolean plain = text.length() <= MAX_LENGTH
                && digits(text, start, dot < 0 ? text.length() : dot)
                && (dot < 0 || digits(text, dot + 1, text.length()));
        return plain ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private static boolean digits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return from < to;
    }
}
