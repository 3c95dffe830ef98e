package io.ashiato.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Named text values of an event, in the order of the log. A name may occur more than once; blanks
/// inside names are kept. An element without content has the value `""`.
public final class Fields {
    public static final Fields NONE = new Fields(new String[0], new String[0]);

    private final String[] names;
    private final String[] values;

    private Fields(String[] names, String[] values) {
        this.names = names;
        this.values = values;
    }

    /// @param pairs name, value, name, value, ...
    public static Fields of(String... pairs) {
        var builder = new Builder();
        for (int i = 0; i < pairs.length; i += 2) {
            builder.add(pairs[i], pairs[i + 1]);
        }
        return builder.build();
    }

    public int size() {
        return names.length;
    }

    public String name(int index) {
        return names[index];
    }

    public String value(int index) {
        return values[index];
    }

    /// The first value under exactly this name.
    public Optional<String> first(String name) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(name)) {
                return Optional.of(values[i]);
            }
        }
        return Optional.empty();
    }

    /// The first value that is not empty and not the log's sign for "nothing" (`-`).
    public Optional<String> firstTelling(String... candidates) {
        for (String name : candidates) {
            Optional<String> value = first(name).filter(v -> !v.isBlank() && !v.equals("-"));
            if (value.isPresent()) {
                return value;
            }
        }
        return Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fields fields
                && List.of(names).equals(List.of(fields.names))
                && List.of(values).equals(List.of(fields.values));
    }

    @Override
    public int hashCode() {
        return 31 * List.of(names).hashCode() + List.of(values).hashCode();
    }

    @Override
    public String toString() {
        var text = new StringBuilder("{");
        for (int i = 0; i < names.length; i++) {
            text.append(i == 0 ? "" : ", ").append(names[i]).append('=').append(values[i]);
        }
        return text.append('}').toString();
    }

    /// Collects fields in order.
    public static final class Builder {
        private final List<String> names = new ArrayList<>();
        private final List<String> values = new ArrayList<>();

        public Builder add(String name, String value) {
            names.add(name);
            values.add(value);
            return this;
        }

        public Fields build() {
            return new Fields(names.toArray(String[]::new), values.toArray(String[]::new));
        }
    }
}
