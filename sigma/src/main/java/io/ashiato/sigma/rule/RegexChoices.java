package io.ashiato.sigma.rule;

import io.ashiato.bytes.AsciiDigits;

/// Counts in how many ways a pattern can go on without reading a character.
///
/// A backtracking search is stopped by the characters it reads, see [Regex]. `(?:|)(?:|)(?:|)` reads none and
/// doubles the ways with each group, so a pattern with many of them would never be stopped.
final class RegexChoices {
    /// More than anybody needs; saturates before it overflows.
    private static final int MANY = 1_000_000;

    private final String pattern;
    private int at;
    private int worst = 1;

    private RegexChoices(String pattern) {
        this.pattern = pattern;
    }

    /// An upper bound of the ways, at least 1.
    static int of(String pattern) {
        var choices = new RegexChoices(pattern);
        try {
            while (choices.at < pattern.length()) {
                choices.alternatives();
                choices.at++;
            }
            return choices.worst;
        } catch (StackOverflowError e) {
            return MANY;
        }
    }

    /// Up to the closing parenthesis of this level, or the end. The branches' ways add up.
    private int alternatives() {
        int ways = sequence();
        while (at < pattern.length() && pattern.charAt(at) == '|') {
            at++;
            ways = limited((long) ways + sequence());
        }
        return ways;
    }

    /// The parts' ways multiply; 0 where a part has to read.
    private int sequence() {
        int ways = 1;
        boolean reads = false;
        while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
            int part = repeated(atom());
            reads |= part == 0;
            ways = limited((long) ways * Math.max(1, part));
        }
        // Whether a part reads or not, the others are tried in all their ways before it fails.
        worst = Math.max(worst, ways);
        return reads ? 0 : ways;
    }

    private int atom() {
        char sign = pattern.charAt(at++);
        return switch (sign) {
            case '(' -> group();
            case '[' -> characterClass();
            case '\\' -> escape();
            case '^', '$' -> 1;
            default -> 0;
        };
    }

    private int group() {
        boolean looks = false;
        if (pattern.startsWith("?", at)) {
            int end = at + 1;
            while (end < pattern.length() && ":=!<>)".indexOf(pattern.charAt(end)) < 0) {
                if (pattern.charAt(end) == 'x') {
                    // Comments and blanks would have to be told from text.
                    worst = MANY;
                }
                end++;
            }
            looks = pattern.startsWith("?=", at)
                    || pattern.startsWith("?!", at)
                    || pattern.startsWith("?<=", at)
                    || pattern.startsWith("?<!", at);
            boolean name = pattern.startsWith("?<", at) && !looks;
            at = name ? pattern.indexOf('>', at) + 1 : end + (pattern.startsWith("<", end) ? 2 : 1);
            if (end < pattern.length() && pattern.charAt(end) == ')') {
                return 1;
            }
        }
        int ways = alternatives();
        at = Math.min(pattern.length(), at + 1);
        return looks ? 1 : ways;
    }

    private int characterClass() {
        int depth = 1;
        int first = pattern.startsWith("^", at) ? at + 1 : at;
        while (at < pattern.length() && depth > 0) {
            char sign = pattern.charAt(at);
            if (sign == '\\') {
                at++;
            } else if (sign == '[') {
                depth++;
            } else if (sign == ']' && at != first) {
                depth--;
            }
            at++;
        }
        return 0;
    }

    private int escape() {
        char sign = at < pattern.length() ? pattern.charAt(at++) : '\\';
        if (sign == 'Q') {
            int end = pattern.indexOf("\\E", at);
            at = end < 0 ? pattern.length() : end + 2;
            return 0;
        }
        char bracket = at < pattern.length() ? pattern.charAt(at) : ' ';
        if ("pPxNk".indexOf(sign) >= 0 && (bracket == '{' || bracket == '<')) {
            int end = pattern.indexOf(bracket == '{' ? '}' : '>', at);
            at = end < 0 ? pattern.length() : end + 1;
        }
        boolean zeroWidth = "bBAzZGk".indexOf(sign) >= 0 || (sign >= '1' && sign <= '9');
        return zeroWidth ? 1 : 0;
    }

    /// The ways with the quantifier behind an atom: none at all is one more.
    private int repeated(int ways) {
        int result = ways;
        while (at < pattern.length() && "?*+{".indexOf(pattern.charAt(at)) >= 0) {
            char sign = pattern.charAt(at);
            int times = 1;
            boolean none = sign == '?' || sign == '*';
            if (sign == '{') {
                int end = pattern.indexOf('}', at);
                if (end < 0) {
                    return result;
                }
                times = largest(pattern.substring(at + 1, end));
                none = pattern.startsWith("{0", at);
                at = end;
            }
            at++;
            result = counted(result, times, none);
        }
        return result;
    }

    private static int counted(int ways, int times, boolean none) {
        if (ways == 0) {
            return none ? 1 : 0;
        }
        long all = 1;
        for (int i = 0; i < times && all < MANY; i++) {
            all *= ways + 1L;
        }
        return limited(all);
    }

    private static int largest(String counts) {
        int largest = 1;
        for (String count : counts.split(",")) {
            largest =
                    Math.max(largest, AsciiDigits.are(count, 4) ? Integer.parseInt(count) : count.isEmpty() ? 1 : MANY);
        }
        return largest;
    }

    private static int limited(long ways) {
        return (int) Math.min(MANY, ways);
    }
}
