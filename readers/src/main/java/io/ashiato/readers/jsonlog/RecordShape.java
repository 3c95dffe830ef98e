package io.ashiato.readers.jsonlog;

import io.ashiato.model.Event;
import io.ashiato.readers.LogItem;
import java.time.Instant;
import java.util.Optional;

/// A way in which programs write records as JSON, known by the places of its values and never by a file's name.
abstract class RecordShape {
    /// How many shapes there are.
    static final int COUNT = 17;

    private final int number;

    /// @param number of its own, below [#COUNT]
    RecordShape(int number) {
        this.number = number;
    }

    final int number() {
        return number;
    }

    /// Whether a record is of this shape.
    abstract boolean fits(FlatRecord record);

    /// Whether a text in a record of this shape may be the record that is meant.
    boolean mayEmbed() {
        return false;
    }

    /// Whether objects and arrays are wanted as text too, beside the values in them.
    boolean wantsWholes() {
        return false;
    }

    /// What the value at a place is. Asked once for each place.
    abstract FieldRole role(FieldPath path);

    /// Which fields records of a form have, where its places tell.
    Optional<FieldPlan> plan(LineForm form) {
        return Optional.empty();
    }

    /// When the event of a record with such a plan happened.
    Optional<Instant> time(FlatRecord record, FieldPlan plan) {
        return plan.time(record);
    }

    /// The event.
    ///
    /// @param offset of the record in the log
    /// @param number of the record in the log
    abstract Event event(FlatRecord record, LogItem item, long offset, long number);
}
