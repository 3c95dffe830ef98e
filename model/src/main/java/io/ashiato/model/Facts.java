package io.ashiato.model;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// What an artefact states of itself, by the field's plain names in `snake_case`: `machine_id`,
/// `last_saved_by`, `imphash`. A name occurs once; the order is the reader's and stays.
///
/// @param values unmodifiable; a fact that the artefact does not state has no entry
public record Facts(Map<String, FactValue> values) {
    public static final Facts NONE = new Facts(Map.of());

    public Facts {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public Optional<String> text(String name) {
        return values.get(name) instanceof FactValue.Text text ? Optional.of(text.value()) : Optional.empty();
    }

    public OptionalLong number(String name) {
        return values.get(name) instanceof FactValue.Whole number
                ? OptionalLong.of(number.value())
                : OptionalLong.empty();
    }

    public boolean flag(String name) {
        return values.get(name) instanceof FactValue.Flag flag && flag.value();
    }

    public Optional<Instant> time(String name) {
        return values.get(name) instanceof FactValue.Time time ? Optional.of(time.value()) : Optional.empty();
    }

    /// The texts under a name; a single text counts as a list of one.
    public List<String> texts(String name) {
        return switch (values.get(name)) {
            case FactValue.Texts texts -> texts.values();
            case FactValue.Text text -> List.of(text.value());
            case null, default -> List.of();
        };
    }

    public List<Facts> groups(String name) {
        return values.get(name) instanceof FactValue.Groups groups ? groups.values() : List.of();
    }

    /// How many of each name; nothing where the artefact does not state it.
    public Map<String, Long> counts(String name) {
        return values.get(name) instanceof FactValue.Counts counts ? counts.values() : Map.of();
    }

    public static Builder builder() {
        return new Builder();
    }

    /// Collects facts in order. Adding a name again replaces its value and keeps its place.
    public static final class Builder {
        private final Map<String, FactValue> values = new LinkedHashMap<>();

        public Builder text(String name, String value) {
            values.put(name, new FactValue.Text(value));
            return this;
        }

        /// Nothing where there is no text.
        public Builder text(String name, Optional<String> value) {
            value.ifPresent(text -> text(name, text));
            return this;
        }

        public Builder number(String name, long value) {
            values.put(name, new FactValue.Whole(value));
            return this;
        }

        public Builder flag(String name, boolean value) {
            values.put(name, new FactValue.Flag(value));
            return this;
        }

        public Builder time(String name, Instant value) {
            values.put(name, new FactValue.Time(value));
            return this;
        }

        /// Nothing where there is no time.
        public Builder time(String name, Optional<Instant> value) {
            value.ifPresent(time -> time(name, time));
            return this;
        }

        public Builder texts(String name, List<String> list) {
            values.put(name, new FactValue.Texts(list));
            return this;
        }

        public Builder groups(String name, List<Facts> list) {
            values.put(name, new FactValue.Groups(list));
            return this;
        }

        public Builder counts(String name, Map<String, Long> counts) {
            values.put(name, new FactValue.Counts(counts));
            return this;
        }

        public Facts build() {
            return new Facts(values);
        }
    }
}
