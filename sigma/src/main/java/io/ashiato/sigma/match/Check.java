package io.ashiato.sigma.match;

import io.ashiato.sigma.rule.Predicate.Relation;
import io.ashiato.sigma.rule.ValueTest;

/// A predicate on an event's own fields, shared by all rules that ask it. Fields are numbers of [FieldSlots].
///
/// Values are compared and hashed by hand: a hundred thousand of them are looked up while rules are made ready, when
/// the methods that records have of themselves are still slow.
sealed interface Check {
    record Value(int slot, ValueTest test) implements Check {
        @Override
        public boolean equals(Object other) {
            return other instanceof Value value && slot == value.slot && test.equals(value.test);
        }

        @Override
        public int hashCode() {
            return 31 * test.hashCode() + slot;
        }
    }

    record AnyText(ValueTest test) implements Check {}

    record Absent(int slot) implements Check {}

    record Present(int slot) implements Check {}

    record Reference(int slot, int other, Relation relation, boolean cased) implements Check {}
}
