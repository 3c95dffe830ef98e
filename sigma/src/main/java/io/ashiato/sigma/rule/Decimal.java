package io.ashiato.sigma.rule;

import io.ashiato.sigma.syntax.Scalar;
import java.math.BigDecimal;
import java.math.BigInteger;
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

    /// A number as a rule gives it: also `0x10` and `0o17`, where YAML takes them for numbers.
    static Optional<BigDecimal> ofRule(Scalar value) {
        String text = value.text();
        boolean coded = value.kind() == Scalar.Kind.NUMBER && text.length() > 2 && text.length() <= MAX_LENGTH;
        if (coded && text.startsWith("0x")) {
            return Optional.of(new BigDecimal(new BigInteger(text.substring(2), 16)));
        }
        if (coded && text.startsWith("0o")) {
            return Optional.of(new BigDecimal(new BigInteger(text.substring(2), 8)));
        }
        return parse(text);
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
