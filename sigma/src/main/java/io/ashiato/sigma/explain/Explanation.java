package io.ashiato.sigma.explain;

import io.ashiato.sigma.rule.Predicate;
import java.util.List;

/// What came of a part of a rule's condition for one event; the same shape as
/// [the rule's tree][io.ashiato.sigma.rule.Expression].
public sealed interface Explanation {
    /// Whether the event fits this part.
    boolean holds();

    /// Every part has to hold.
    record All(boolean holds, List<Explanation> parts) implements Explanation {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /// One part has to hold.
    record Any(boolean holds, List<Explanation> parts) implements Explanation {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /// The inner part must not hold.
    record Not(boolean holds, Explanation inner) implements Explanation {}

    /// A search identifier of the rule.
    record Named(boolean holds, String name, Explanation inner) implements Explanation {}

    /// One question about the event.
    ///
    /// @param tried the values that it was put to, in the order of the event; none where the field is not
    ///     there. Of a keyword, which is put to every text of the event, those alone that fit. Of a
    ///     comparison of two fields, the values of the first, then those of the other
    record Test(boolean holds, Predicate predicate, List<Tried> tried) implements Explanation {
        public Test {
            tried = List.copyOf(tried);
        }
    }

    /// A value that a test was put to.
    ///
    /// @param field its name in the event, which may differ from the rule's; two names where the value is
    ///     joined
    record Tried(String field, String value, Outcome outcome) {}

    /// What a test said of a value.
    enum Outcome {
        FITS,
        FAILS,

        /// A regular expression took too many steps, which counts as no.
        GIVEN_UP
    }
}
