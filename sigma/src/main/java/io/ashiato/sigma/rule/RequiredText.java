package io.ashiato.sigma.rule;

import java.util.Optional;
import java.util.OptionalInt;

/// A text that lies in each value that a regular expression finds, so that values without it need no search.
///
/// Takes plain characters that stand beside each other outside of groups and classes and that nothing repeats or
/// leaves out; a pattern with a choice at its top level has none. Case does not count: the text is folded.
final class RequiredText {
    /// Shorter ones lie in too many values to save anything.
    private static final int SHORTEST = 3;

    /// Signs of ordinary paths and commands.
    private static final String FREQUENT = " \\/.:-_\",=()";

    private final String pattern;
    private final StringBuilder run = new StringBuilder();
    private String longest = "";
    private OptionalInt rareSign = OptionalInt.empty();
    private int at;

    private RequiredText(String pattern) {
        this.pattern = pattern;
    }

    /// The longest such text, folded; none where only short ones are certain.
    ///
    /// @param pattern in the syntax of RE2, sound
    static Optional<String> of(String pattern) {
        String longest = read(pattern).longest;
        return longest.length() < SHORTEST ? Optional.empty() : Optional.of(Folding.fold(longest));
    }

    /// A sign that lies in each value that the pattern finds, though few commands and paths hold it.
    ///
    /// @param pattern in the syntax of RE2, sound
    static OptionalInt rareSign(String pattern) {
        return read(pattern).rareSign;
    }

    private static RequiredText read(String pattern) {
        var text = new RequiredText(pattern);
        if (pattern.contains("\\Q") || !pattern.chars().allMatch(c -> c < 0x80)) {
            return text;
        }
        while (text.at < pattern.length()) {
            if (pattern.charAt(text.at) == '|') {
                return new RequiredText(pattern);
            }
            text.atom();
        }
        text.endRun();
        return text;
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
                at = RegexText.endOfClass(pattern, at);
            }
            case '\\' -> escape();
            case '.', '^', '$', '*', '+', '?', '{', '}', ')' -> endRun();
            default -> run.append(sign);
        }
        quantifier();
    }

    /// A sign with a backslash before it is itself; a letter or digit means something else.
    private void escape() {
        char escaped = at < pattern.length() ? pattern.charAt(at) : '0';
        at = RegexText.endOfEscape(pattern, at);
        if (Character.isLetterOrDigit(escaped)) {
            endRun();
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
        int end = sign == '{' ? RegexText.endOfCount(pattern, at) : at + 1;
        if (sign == '+') {
            endRun();
            at++;
        } else if ("*?{".indexOf(sign) >= 0 && end > at) {
            if (!run.isEmpty()) {
                run.setLength(run.length() - 1);
            }
            endRun();
            at = end;
        }
    }

    private void endRun() {
        if (run.length() > longest.length()) {
            longest = run.toString();
        }
        run.chars()
                .filter(sign -> FREQUENT.indexOf(sign) < 0)
                .filter(sign -> !Character.isLetterOrDigit(sign))
                .findFirst()
                .ifPresent(sign -> rareSign = OptionalInt.of(sign));
        run.setLength(0);
    }

    private void skipGroup() {
        int depth = 1;
        while (at < pattern.length() && depth > 0) {
            char sign = pattern.charAt(at++);
            switch (sign) {
                case '(' -> depth++;
                case ')' -> depth--;
                case '[' -> at = RegexText.endOfClass(pattern, at);
                case '\\' -> at++;
                default -> {}
            }
        }
        at = Math.min(at, pattern.length());
    }
}
