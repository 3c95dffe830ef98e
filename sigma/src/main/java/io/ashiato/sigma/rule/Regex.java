package io.ashiato.sigma.rule;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A regular expression that cannot hang: in linear time by RE2/J where it understands the pattern,
/// else by `java.util.regex` with a budget of steps.
///
/// Two with the same pattern and flags are equal.
public final class Regex {
    /// Flags of a Sigma regular expression.
    ///
    /// @param ignoreCase modifier `i`
    /// @param multiLine modifier `m`: `^` and `$` also match at line ends
    /// @param dotAll modifier `s`: `.` also matches line ends
    public record Flags(boolean ignoreCase, boolean multiLine, boolean dotAll) {}

    /// What a search came to.
    public enum Outcome {
        FOUND,
        NOT_FOUND,
        /// The budget was spent; counts as not found, and should be told.
        GIVEN_UP
    }

    /// SigmaHQ's longest has some 300 characters.
    static final int MAX_LENGTH = 8_192;

    /// Instructions after repetitions are written out; SigmaHQ's largest, `.{1000,}`, needs 1,001. A search
    /// takes at most as many steps for each character of a value.
    static final int MAX_PROGRAM = 4_000;

    /// Characters that a backtracking search may look at in one value: some 10 ms.
    static final int MAX_STEPS = 100_000;

    /// Ways to go on without reading, which the steps do not count; patterns that people write have one or two.
    static final int MAX_CHOICES = 256;

    private final String pattern;
    private final Flags flags;
    private final @Nullable Pattern linear;
    private final java.util.regex.@Nullable Pattern backtracking;

    private Regex(
            String pattern, Flags flags, @Nullable Pattern linear, java.util.regex.@Nullable Pattern backtracking) {
        this.pattern = pattern;
        this.flags = flags;
        this.linear = linear;
        this.backtracking = backtracking;
    }

    /// A pattern that cannot be used; the message says why.
    public static final class BadRegexException extends Exception {
        private static final long serialVersionUID = 1;

        BadRegexException(String message) {
            super(message);
        }
    }

    public static Regex compile(String pattern, Flags flags) throws BadRegexException {
        if (pattern.length() > MAX_LENGTH) {
            throw new BadRegexException("the pattern is longer than " + MAX_LENGTH + " characters");
        }
        if (RegexSize.of(pattern) > MAX_PROGRAM) {
            throw new BadRegexException("the pattern's repetitions are too large");
        }
        try {
            int bits = (flags.ignoreCase ? Pattern.CASE_INSENSITIVE : 0)
                    | (flags.multiLine ? Pattern.MULTILINE : 0)
                    | (flags.dotAll ? Pattern.DOTALL : 0);
            return new Regex(pattern, flags, Pattern.compile(pattern, bits), null);
        } catch (PatternSyntaxException notLinear) {
            if (RegexChoices.of(pattern) > MAX_CHOICES) {
                throw new BadRegexException("the pattern has too many ways to match nothing");
            }
            return new Regex(pattern, flags, null, backtracking(pattern, flags));
        } catch (StackOverflowError e) {
            throw new BadRegexException("the pattern is nested too deeply");
        }
    }

    private static java.util.regex.Pattern backtracking(String pattern, Flags flags) throws BadRegexException {
        int bits =
                (flags.ignoreCase ? java.util.regex.Pattern.CASE_INSENSITIVE | java.util.regex.Pattern.UNICODE_CASE : 0)
                        | (flags.multiLine ? java.util.regex.Pattern.MULTILINE : 0)
                        | (flags.dotAll ? java.util.regex.Pattern.DOTALL : 0);
        try {
            return java.util.regex.Pattern.compile(pattern, bits);
        } catch (java.util.regex.PatternSyntaxException e) {
            throw new BadRegexException(e.getDescription() + " at character " + (e.getIndex() + 1));
        } catch (StackOverflowError e) {
            throw new BadRegexException("the pattern is nested too deeply");
        }
    }

    public String pattern() {
        return pattern;
    }

    public Flags flags() {
        return flags;
    }

    /// A text that lies in each value in which this is found, folded by [Folding]; none where no text is certain.
    public Optional<String> requiredText() {
        return linear == null ? Optional.empty() : RequiredText.of(pattern);
    }

    /// Searches anywhere in the value.
    public Outcome find(String value) {
        if (linear != null) {
            return linear.matcher(value).find() ? Outcome.FOUND : Outcome.NOT_FOUND;
        }
        if (backtracking == null) {
            throw new IllegalStateException("neither engine compiled " + pattern);
        }
        try {
            return backtracking.matcher(new Budgeted(value)).find() ? Outcome.FOUND : Outcome.NOT_FOUND;
        } catch (BudgetSpentException | StackOverflowError e) {
            // The engine of the JDK recurses on groups, so a long value can also fill the stack.
            return Outcome.GIVEN_UP;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Regex regex && pattern.equals(regex.pattern) && flags.equals(regex.flags);
    }

    @Override
    public int hashCode() {
        return 31 * pattern.hashCode() + flags.hashCode();
    }

    @Override
    public String toString() {
        return "/" + pattern + "/";
    }

    private static final class BudgetSpentException extends RuntimeException {
        private static final long serialVersionUID = 1;

        BudgetSpentException() {
            super("regular expression took more than " + MAX_STEPS + " steps", null, false, false);
        }
    }

    /// Counts what the engine reads: the only place where its steps can be stopped.
    private static final class Budgeted implements CharSequence {
        private final String text;
        private int left = MAX_STEPS;

        Budgeted(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (--left < 0) {
                throw new BudgetSpentException();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
