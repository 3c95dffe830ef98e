package io.ashiato.sigma.rule;

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

    /// Ways to go on without reading, which the steps do not count; patterns that people write have one or two.
    static final int MAX_CHOICES = 256;

    private final String pattern;
    private final Flags flags;
    private final boolean linear;

    /// Absent until the first search where the pattern is known to be good. Whichever thread comes first sets it;
    /// one that sees it late compiles the same again.
    private @Nullable RegexEngine engine;

    private Regex(String pattern, Flags flags, boolean linear, @Nullable RegexEngine engine) {
        this.pattern = pattern;
        this.flags = flags;
        this.linear = linear;
        this.engine = engine;
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
            return new Regex(pattern, flags, true, RegexEngine.Linear.of(pattern, flags));
        } catch (PatternSyntaxException notLinear) {
            if (RegexChoices.of(pattern) > MAX_CHOICES) {
                throw new BadRegexException("the pattern has too many ways to match nothing");
            }
            return new Regex(pattern, flags, false, backtracking(pattern, flags));
        } catch (StackOverflowError e) {
            throw new BadRegexException("the pattern is nested too deeply");
        }
    }

    private static RegexEngine backtracking(String pattern, Flags flags) throws BadRegexException {
        try {
            return RegexEngine.Backtracking.of(pattern, flags);
        } catch (java.util.regex.PatternSyntaxException e) {
            throw new BadRegexException(e.getDescription() + " at character " + (e.getIndex() + 1));
        } catch (StackOverflowError e) {
            throw new BadRegexException("the pattern is nested too deeply");
        }
    }

    /// One that [#compile] took before, of which nothing is compiled until its first search.
    ///
    /// @param linear see [#isLinear]
    public static Regex compiledBefore(String pattern, Flags flags, boolean linear) {
        return new Regex(pattern, flags, linear, null);
    }

    public String pattern() {
        return pattern;
    }

    public Flags flags() {
        return flags;
    }

    /// Whether RE2/J understands the pattern.
    public boolean isLinear() {
        return linear;
    }

    /// A text that lies in each value in which this is found, folded by [Folding]; none where no text is certain.
    public Optional<String> requiredText() {
        return linear ? RequiredText.of(pattern) : Optional.empty();
    }

    /// Searches anywhere in the value.
    public Outcome find(String value) {
        RegexEngine compiled = engine;
        if (compiled == null) {
            try {
                compiled = linear ? RegexEngine.Linear.of(pattern, flags) : RegexEngine.Backtracking.of(pattern, flags);
            } catch (StackOverflowError e) {
                return Outcome.GIVEN_UP; // this thread has less room than the one that tried the pattern
            }
            engine = compiled; // a record: its fields are final, so other threads see it whole or not at all
        }
        return compiled.find(value);
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
}
