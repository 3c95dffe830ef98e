package io.ashiato.sigma.rule;

import com.google.re2j.Pattern;
import io.ashiato.sigma.rule.Regex.Flags;
import io.ashiato.sigma.rule.Regex.Outcome;
import java.util.OptionalInt;

/// A pattern compiled for one of the two engines.
sealed interface RegexEngine {
    /// Characters that a backtracking search may look at in one value: some 10 ms.
    int MAX_STEPS = 100_000;

    /// Searches anywhere in the value.
    Outcome find(String value);

    /// RE2/J, which takes no more steps than the pattern is large for each character.
    ///
    /// @param shortest see [ShortestMatch]
    /// @param rareSign see [RequiredText#rareSign]
    record Linear(Pattern pattern, int shortest, OptionalInt rareSign) implements RegexEngine {
        /// @throws com.google.re2j.PatternSyntaxException where it does not know such patterns
        static Linear of(String pattern, Flags flags) {
            return new Linear(
                    Pattern.compile(
                            pattern,
                            (flags.ignoreCase() ? Pattern.CASE_INSENSITIVE : 0)
                                    | (flags.multiLine() ? Pattern.MULTILINE : 0)
                                    | (flags.dotAll() ? Pattern.DOTALL : 0)),
                    ShortestMatch.of(pattern),
                    RequiredText.rareSign(pattern));
        }

        @Override
        public Outcome find(String value) {
            return mayLieIn(value) && pattern.matcher(value).find() ? Outcome.FOUND : Outcome.NOT_FOUND;
        }

        /// What most values fail; the search itself takes some hundred times as long.
        private boolean mayLieIn(String value) {
            return value.length() >= shortest && (rareSign.isEmpty() || value.indexOf(rareSign.getAsInt()) >= 0);
        }
    }

    /// The JDK's engine, stopped after [#MAX_STEPS].
    record Backtracking(java.util.regex.Pattern pattern) implements RegexEngine {
        /// @throws java.util.regex.PatternSyntaxException where the pattern is wrong
        static Backtracking of(String pattern, Flags flags) {
            return new Backtracking(java.util.regex.Pattern.compile(
                    pattern,
                    (flags.ignoreCase()
                                    ? java.util.regex.Pattern.CASE_INSENSITIVE | java.util.regex.Pattern.UNICODE_CASE
                                    : 0)
                            | (flags.multiLine() ? java.util.regex.Pattern.MULTILINE : 0)
                            | (flags.dotAll() ? java.util.regex.Pattern.DOTALL : 0)));
        }

        @Override
        public Outcome find(String value) {
            try {
                return pattern.matcher(new Budgeted(value)).find() ? Outcome.FOUND : Outcome.NOT_FOUND;
            } catch (BudgetSpentException | StackOverflowError e) {
                // The engine of the JDK recurses on groups, so a long value can also fill the stack.
                return Outcome.GIVEN_UP;
            }
        }
    }

    /// Ends a search; never leaves this file.
    final class BudgetSpentException extends RuntimeException {
        private static final long serialVersionUID = 1;

        private BudgetSpentException() {
            super("regular expression took more than " + MAX_STEPS + " steps", null, false, false);
        }
    }

    /// Counts what the engine reads: the only place where its steps can be stopped.
    final class Budgeted implements CharSequence {
        private final String text;
        private int left = MAX_STEPS;

        private Budgeted(String text) {
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
