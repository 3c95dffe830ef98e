package io.ashiato.sigma.match;

import io.ashiato.sigma.rule.Predicate.Relation;
import io.ashiato.sigma.rule.ValueTest;

/// A predicate on an event's own fields, shared by all rules that ask it. Fields are numbers of [FieldSlots].
sealed interface Check {
    record Value(int slot, ValueTest test) implements Check {}

    record AnyText(ValueTest test) implements Check {}

    record Absent(int slot) implements Check {}

    record Present(int slot) implements Check {}

    record Reference(int slot, int other, Relation relation, boolean cased) implements Check {}
}
