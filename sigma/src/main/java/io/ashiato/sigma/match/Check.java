package io.ashiato.sigma.match;

import io.ashiato.sigma.rule.Predicate.Relation;
import io.ashiato.sigma.rule.ValueTest;

/// A predicate on an event's own fields, shared by all rules that ask it. Fields are numbers of [FieldSlots].
///
/// Values are compared and hashed by hand: a hundred thousand of them are looked up while rules are made ready, when
/// the methods that records have of themselves are still slow.
public sealed interface Check {
    /// A check that holds where a literal is found; nothing else is ever asked of it.
    record Found() implements Check {}

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

    /// Whether there are slots of these numbers.
    default boolean isWithin(int slots) {
        return switch (this) {
            case Found found -> true;
            case Value value -> isSlot(value.slot, slots);
            case AnyText text -> true;
            case Absent absent -> isSlot(absent.slot, slots);
            case Present present -> isSlot(present.slot, slots);
            case Reference reference -> isSlot(reference.slot, slots) && isSlot(reference.other, slots);
        };
    }

    private static boolean isSlot(int slot, int slots) {
        return slot >= 0 && slot < slots;
    }
}
