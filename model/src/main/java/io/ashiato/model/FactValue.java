package io.ashiato.model;

import java.time.Instant;
import java.util.List;

/// The value of one fact that an artefact states of itself.
public sealed interface FactValue {
    /// Text as the artefact has it, decoded; hostile.
    record Text(String value) implements FactValue {}

    /// A whole number: a size in bytes, a count, an id.
    record Whole(long value) implements FactValue {}

    record Flag(boolean value) implements FactValue {}

    /// A point in time, in UTC, with the precision of the format.
    record Time(Instant value) implements FactValue {}

    /// Several texts, in the order of the artefact.
    record Texts(List<String> values) implements FactValue {
        public Texts {
            values = List.copyOf(values);
        }
    }

    /// Several things with facts of their own, such as the stations of a mail or the sections of a program.
    record Groups(List<Facts> values) implements FactValue {
        public Groups {
            values = List.copyOf(values);
        }
    }
}
