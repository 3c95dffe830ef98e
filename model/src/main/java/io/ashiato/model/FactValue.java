package io.ashiato.model;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    /// How many of each name, in the order of the artefact, such as the functions that a program takes from
    /// each library.
    record Counts(Map<String, Long> values) implements FactValue {
        public Counts {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }
}
