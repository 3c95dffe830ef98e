package io.ashiato.readers.jsonlog;

import io.ashiato.model.FieldNames;
import io.ashiato.readers.LogTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Which fields the event of a record has, told from the places of its values alone: the fields by number, and of
/// which value each is. Says the same as [RecordShape#event], without making the event.
final class FieldPlan {
    private final FieldNames names;
    private final Field[] fields;
    private final int[][] needed;
    private final int[] hosts;
    private final int[] channels;
    private final int[] eventIds;
    private final int[] times;

    /// @param value its number in the record
    /// @param standsIn whether it is there only where the value is not empty
    /// @param hidden texts with which it is no field
    private record Field(String name, int value, FieldRole role, boolean standsIn, Set<String> hidden) {
        boolean isSystem() {
            return role.part() == FieldRole.Part.SYSTEM;
        }

        boolean isIn(FlatRecord record) {
            boolean isEmpty = record.isEmpty(value);
            boolean isDropped = standsIn ? isEmpty : role.drops(record.isNull(value), isEmpty);
            return !isDropped && (hidden.isEmpty() || !hidden.contains(record.text(value)));
        }

        Field hiding(Set<String> texts) {
            return new Field(name, value, role, standsIn, texts);
        }
    }

    private FieldPlan(FieldNames names, List<Field> fields, List<int[]> needed) {
        this.names = names;
        this.fields = fields.toArray(Field[]::new);
        this.needed = needed.toArray(int[][]::new);
        this.hosts = envelope("Computer");
        this.channels = envelope("Channel");
        this.eventIds = envelope("EventID");
        this.times = envelope("TimeCreated_SystemTime");
    }

    private FieldPlan(FieldPlan plan, FieldNames names) {
        this.names = names;
        this.fields = plan.fields;
        this.needed = plan.needed;
        this.hosts = plan.hosts;
        this.channels = plan.channels;
        this.eventIds = plan.eventIds;
        this.times = plan.times;
    }

    private int[] envelope(String name) {
        return IntStream.range(0, fields.length)
                .filter(i -> fields[i].isSystem() && fields[i].name().equals(name))
                .toArray();
    }

    /// The same with the names that other plans have too.
    FieldPlan sharing(Map<FieldNames, FieldNames> known) {
        return new FieldPlan(this, known.computeIfAbsent(names, same -> same));
    }

    /// Whether the plan holds for a record: it does not where values are empty for which others stand in.
    boolean fits(FlatRecord record) {
        for (int[] oneOf : needed) {
            if (areEmpty(oneOf, record)) {
                return false;
            }
        }
        return true;
    }

    private static boolean areEmpty(int[] values, FlatRecord record) {
        for (int value : values) {
            if (!record.isEmpty(value)) {
                return false;
            }
        }
        return true;
    }

    FieldNames names() {
        return names;
    }

    /// Which value of the record a field is.
    int value(int field) {
        return fields[field].value();
    }

    boolean has(FlatRecord record, int field) {
        return fields[field].isIn(record);
    }

    String host(FlatRecord record) {
        return first(record, hosts);
    }

    String channel(FlatRecord record) {
        return first(record, channels);
    }

    String eventId(FlatRecord record) {
        return first(record, eventIds);
    }

    /// What the envelope says of when the event happened.
    Optional<Instant> time(FlatRecord record) {
        return times.length == 0 ? Optional.empty() : LogTime.parse(first(record, times));
    }

    private String first(FlatRecord record, int[] candidates) {
        for (int field : candidates) {
            if (has(record, field)) {
                return record.text(fields[field].value());
            }
        }
        return "";
    }

    /// Puts a plan together for records of one form and shape.
    static final class Builder {
        private final RecordShape shape;
        private final FieldPath[] places;
        private final List<Field> fields = new ArrayList<>();
        private final List<int[]> needed = new ArrayList<>();

        /// Begins with what [FlatRecord#collect] finds.
        Builder(RecordShape shape, FieldPath[] places) {
            this.shape = shape;
            this.places = places;
            for (int i = 0; i < places.length; i++) {
                FieldRole role = places[i].role(shape);
                if (role.part() != FieldRole.Part.NOTHING) {
                    fields.add(new Field(role.name(), i, role, false, Set.of()));
                    for (String alias : role.aliases()) {
                        fields.add(new Field(alias, i, role, false, Set.of()));
                    }
                }
            }
        }

        /// The values at a place.
        int[] at(String place) {
            return values(i -> places[i].text().equals(place));
        }

        /// The values that are a field of the envelope.
        int[] ofEnvelope(String name) {
            return of(FieldRole.Part.SYSTEM, name);
        }

        /// The values that are a field of the data.
        int[] ofData(String name) {
            return of(FieldRole.Part.DATA, name);
        }

        private int[] of(FieldRole.Part part, String name) {
            return values(i -> {
                FieldRole role = places[i].role(shape);
                return role.part() == part && role.name().equals(name);
            });
        }

        private int[] values(IntPredicate wanted) {
            return IntStream.range(0, places.length).filter(wanted).toArray();
        }

        /// The first value at one of these places stands in for a field where all values that it is made of are
        /// empty.
        ///
        /// @param made the values of the field
        Builder standIn(int[] made, FieldRole field, String... substitutes) {
            int[] others = Arrays.stream(substitutes)
                    .flatMapToInt(place -> Arrays.stream(at(place)))
                    .toArray();
            if (others.length > 0) {
                if (made.length > 0) {
                    needed.add(made);
                } else {
                    fields.add(new Field(field.name(), others[0], field, true, Set.of()));
                    if (others.length > 1) {
                        needed.add(new int[] {others[0]});
                    }
                }
            }
            return this;
        }

        /// At least one of these values is not to be empty.
        Builder need(int[] oneOf) {
            needed.add(oneOf);
            return this;
        }

        /// A field of the data is none where its value is one of these texts.
        Builder hide(String name, Set<String> texts) {
            fields.replaceAll(field -> field.isSystem() || !field.name().equals(name) ? field : field.hiding(texts));
            return this;
        }

        FieldPlan build() {
            var names = new String[fields.size()];
            var isSystem = new boolean[fields.size()];
            for (int i = 0; i < names.length; i++) {
                names[i] = fields.get(i).name();
                isSystem[i] = fields.get(i).isSystem();
            }
            return new FieldPlan(new FieldNames(names, isSystem), fields, needed);
        }
    }
}
