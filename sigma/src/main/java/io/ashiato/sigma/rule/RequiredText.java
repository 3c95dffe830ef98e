package io.ashiato.sigma.rule;

import java.util.Optional;

/// A text that lies in each value that a regular expression finds, so that values without it need no search.
///
/// Takes plain characters that stand beside each other outside of groups and classes and that nothing repeats or
/// leaves out; a pattern with a choice at its top level has none. Case does not count: the text is folded.
final class RequiredText {
    /// Shorter ones lie in too many values to save anything.
    private static final int SHORTEST = 3;

    private final String pattern;
    private final StringBuilder run = new StringBuilder();
    private String longest = "";
    private int at;

    private RequiredText(String pattern) {
        this.pattern = pattern;
    }

    /// The longest such text, folded.
    ///
    /// @param pattern in the syntax of RE2, sound
    static Optional<String> of(String pattern) {
        if (!pattern.chars().allMatch(c -> c < 0x80) || pattern.contains("\\Q")) {
            return Optional.empty();
        }
        var text = new RequiredText(pattern);
        while (text.at < pattern.length()) {
            if (pattern.charAt(text.at) == '|') {
                return Optional.empty();
            }
            text.atom();
        }
        text.endRun();
        return text.longest.length() < SHORTEST ? Optional.empty() : Optional.of(Folding.fold(text.longest));
    }

    private void atom() {
        char sign = pattern.charAt(at++);
        switch (sign) {
            case '(' -> {
                endRun();
                skipGroup();
            }
            case '[' -> {
                endRun();
                skipClass();
            }
            case '\\' -> escape();
            case '.', '^', '$', '*', '+', '?', '{', '}', ')' -> endRun();
            default -> run.append(sign);
        }
        quantifier();
    }

    /// A sign with a backslash before it is itself; a letter or digit means something else.
    private void escape() {
        char escaped = at < pattern.length() ? pattern.charAt(at++) : '0';
        if (Character.isLetterOrDigit(escaped)) {
            endRun();
            // `\x41`, `\x{41}`, `\pL`, `\p{Greek}`: what follows belongs to the escape.
            if ("xpP".indexOf(escaped) >= 0 && at < pattern.length()) {
                int end = pattern.charAt(at) == '{' ? pattern.indexOf('}', at) + 1 : at + (escaped == 'x' ? 2 : 1);
                at = end > at ? Math.min(end, pattern.length()) : pattern.length();
            } else if (escaped <= '9') {
                while (at < pattern.length() && Character.isDigit(pattern.charAt(at))) {
                    at++;
                }
            }
        } else {
            run.append(escaped);
        }
    }

    /// What is repeated ends a run; what may be absent is not in it either.
    private void quantifier() {
        if (at == pattern.length()) {
            return;
        }
        char sign = pattern.charAt(at);
        if (sign == '*' || sign == '?' || sign == '{') {
            if (!run.isEmpty()) {
                run.setLength(run.length() - 1);
            }
            endRun();
            int end = sign == '{' ? pattern.indexOf('}', at) : at;
            at = end < 0 ? pattern.length() : end + 1;
        } else if (sign == '+') {
            endRun();
            at++;
        }
    }

    private void endRun() {
        if (run.length() > longest.length()) {
            longest = run.toString();
        }
        run.setLength(0);
    }

    private void skipGroup() {
        int depth = 1;
        while (at < pattern.length() && depth > 0) {
            char sign = pattern.charAt(at++);
            switch (sign) {
                case '(' -> depth++;
                case ')' -> depth--;
                case '[' -> skipClass();
                case '\\' -> at++;
                default -> {}
            }
        }
        at = Math.min(at, pattern.length());
    }

    private void skipClass() {
        if (at < pattern.length() && pattern.charAt(at) == '^') {
            at++;
        }
        int first = at;
        while (at < pattern.length() && (pattern.charAt(at) != ']' || at == first)) {
            if (pattern.startsWith("[:", at)) {
                int end = pattern.indexOf(":]", at);
                at = end < 0 ? at + 1 : end + 2;
            } else {
                at += pattern.charAt(at) == '\\' ? 2 : 1;
            }
        }
        at = Math.min(at + 1, pattern.length());
    }
}
