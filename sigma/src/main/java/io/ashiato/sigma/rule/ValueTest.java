package io.ashiato.sigma.rule;

import java.math.BigDecimal;

/// A question about a single text value.
///
/// Texts are compared and hashed by hand: most tests are of that kind, and each is looked up several times while
/// rules are made ready, when the methods that records have of themselves are still slow.
public sealed interface ValueTest {
    /// The whole value fits the pattern.
    ///
    /// @param pattern folded by [Folding] unless `cased`
    record Text(TextPattern pattern, boolean cased) implements ValueTest {
        @Override
        public boolean equals(Object other) {
            return other instanceof Text text && cased == text.cased && pattern.equals(text.pattern);
        }

        @Override
        public int hashCode() {
            return pattern.hashCode() + (cased ? 1 : 0);
        }
    }

    /// The regular expression is found somewhere in the value.
    record Matches(Regex regex) implements ValueTest {}

    /// The value is an address of the network.
    record Inside(Network network) implements ValueTest {}

    /// The value is a decimal number in this order to the given one; other texts fail.
    record Compares(Order order, BigDecimal number) implements ValueTest {}

    /// A part of the value's date is in this order to the number; values that are no date fail.
    record Dated(DatePart part, Order order, BigDecimal number) implements ValueTest {}

    /// How a value lies to the rule's number.
    enum Order {
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL,
        EQUAL;

        /// @param comparison of the value with the rule's number, as `compareTo` gives it
        public boolean holds(int comparison) {
            return switch (this) {
                case LESS -> comparison < 0;
                case LESS_OR_EQUAL -> comparison <= 0;
                case GREATER -> comparison > 0;
                case GREATER_OR_EQUAL -> comparison >= 0;
                case EQUAL -> comparison == 0;
            };
        }
    }
}
