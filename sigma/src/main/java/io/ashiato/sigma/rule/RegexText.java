package io.ashiato.sigma.rule;

/// Where the parts of a regular expression end, in the syntax of RE2.
final class RegexText {
    private RegexText() {}

    /// Behind the bracket that closes a class.
    ///
    /// @param at behind the one that opens it
    static int endOfClass(String pattern, int at) {
        int next = at;
        if (next < pattern.length() && pattern.charAt(next) == '^') {
            next++;
        }
        int first = next;
        while (next < pattern.length() && (pattern.charAt(next) != ']' || next == first)) {
            if (pattern.startsWith("[:", next)) {
                int end = pattern.indexOf(":]", next);
                next = end < 0 ? next + 1 : end + 2;
            } else {
                next += pattern.charAt(next) == '\\' ? 2 : 1;
            }
        }
        return Math.min(next + 1, pattern.length());
    }

    /// Behind an escape: `\.`, but also `\x41`, `\x{41}`, `\pL`, `\p{Greek}`, `\101`.
    ///
    /// @param at behind the backslash
    static int endOfEscape(String pattern, int at) {
        if (at >= pattern.length()) {
            return pattern.length();
        }
        char escaped = pattern.charAt(at);
        int next = at + 1;
        if ("xpP".indexOf(escaped) >= 0 && next < pattern.length()) {
            boolean isBraced = pattern.charAt(next) == '{';
            int end = isBraced ? pattern.indexOf('}', next) + 1 : next + (escaped == 'x' ? 2 : 1);
            next = end > next ? Math.min(end, pattern.length()) : pattern.length();
        } else if (escaped >= '0' && escaped <= '9') {
            next = digits(pattern, next);
        }
        return next;
    }

    /// Behind a counted repetition such as `{2}`, `{2,}` and `{2,5}`; `at` itself where the brace stands for itself.
    ///
    /// @param at of the brace
    static int endOfCount(String pattern, int at) {
        int next = digits(pattern, at + 1);
        if (next == at + 1 || isPadded(pattern, at + 1, next)) {
            return at;
        }
        if (pattern.startsWith(",", next)) {
            int from = next + 1;
            next = digits(pattern, from);
            if (isPadded(pattern, from, next)) {
                return at;
            }
        }
        return pattern.startsWith("}", next) ? next + 1 : at;
    }

    /// Whether a number has a zero before its first digit: such are none to RE2.
    private static boolean isPadded(String pattern, int from, int end) {
        return end - from > 1 && pattern.charAt(from) == '0';
    }

    private static int digits(String pattern, int at) {
        int next = at;
        while (next < pattern.length() && pattern.charAt(next) >= '0' && pattern.charAt(next) <= '9') {
            next++;
        }
        return next;
    }
}
