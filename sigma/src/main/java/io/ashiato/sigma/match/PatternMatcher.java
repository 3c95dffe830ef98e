package io.ashiato.sigma.match;

import io.ashiato.sigma.rule.TextPattern;
import io.ashiato.sigma.rule.TextPattern.Piece;

/// Matches a whole value against a pattern with wildcards.
///
/// Goes back to the last `*` only; that suffices because an earlier `*` could only take more of what the
/// later one may take as well. Steps: at most value times pattern.
public final class PatternMatcher {
    private static final int RUN = -1;
    private static final int ONE = -2;
    private static final int DASH = -3;

    private final int[] tokens;

    public PatternMatcher(TextPattern pattern) {
        int count = 0;
        for (Piece piece : pattern.pieces()) {
            count += piece instanceof Piece.Literal literal ? literal.text().length() : 1;
        }
        this.tokens = new int[count];
        int at = 0;
        for (Piece piece : pattern.pieces()) {
            switch (piece) {
                case Piece.Literal literal -> {
                    for (int i = 0; i < literal.text().length(); i++) {
                        tokens[at++] = literal.text().charAt(i);
                    }
                }
                case Piece.AnyRun run -> tokens[at++] = RUN;
                case Piece.AnyOne one -> tokens[at++] = ONE;
                case Piece.Dash dash -> tokens[at++] = DASH;
            }
        }
    }

    /// @param value folded, unless the pattern minds case
    public boolean matches(char[] value) {
        int t = 0;
        int v = 0;
        int star = -1;
        int retry = 0;
        while (v < value.length) {
            if (t < tokens.length && tokens[t] == RUN) {
                star = t++;
                retry = v;
                continue;
            }
            int taken = t < tokens.length ? taken(tokens[t], value, v) : 0;
            if (taken > 0) {
                t++;
                v += taken;
            } else if (star >= 0) {
                t = star + 1;
                v = ++retry;
            } else {
                return false;
            }
        }
        while (t < tokens.length && tokens[t] == RUN) {
            t++;
        }
        return t == tokens.length;
    }

    /// How many units of the value a token takes; 0 where it does not fit.
    private static int taken(int token, char[] value, int at) {
        char unit = value[at];
        if (token >= 0) {
            return unit == token ? 1 : 0;
        }
        if (token == DASH) {
            return TextPattern.DASHES.indexOf(unit) >= 0 ? 1 : 0;
        }
        boolean pair =
                Character.isHighSurrogate(unit) && at + 1 < value.length && Character.isLowSurrogate(value[at + 1]);
        return pair ? 2 : 1;
    }
}
