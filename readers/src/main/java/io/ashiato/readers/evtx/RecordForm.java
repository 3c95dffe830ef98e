package io.ashiato.readers.evtx;

import io.ashiato.model.FieldNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Where the fields of records lie that consist of instances of the same one or two templates: worked out once, so
/// that nobody has to go through the fields of each record.
///
/// Holds for records whose values stand by themselves: no arrays, and no fragments but that of the second template.
final class RecordForm {
    /// No value: the field is the same in each record, or nothing guards it.
    static final int NONE = -1;

    private final FieldNames names;

    // By field.
    private final int[] slots;
    private final int[] guards;
    private final boolean[] isInner;
    private final boolean[] staysEmpty;
    private final @Nullable String[] constants;

    private final int[][] ofRole = new int[LaneRecord.ROLES][];
    private final int timeSlot;

    /// A field, and whether it is one of the second template.
    private record Placed(FieldCode.Field field, boolean isInner) {}

    private RecordForm(List<Placed> fields, int timeSlot, Map<FieldNames, FieldNames> known) {
        this.timeSlot = timeSlot;
        int count = fields.size();
        slots = new int[count];
        guards = new int[count];
        isInner = new boolean[count];
        staysEmpty = new boolean[count];
        constants = new String[count];
        var names = new String[count];
        var isSystem = new boolean[count];
        for (int i = 0; i < count; i++) {
            isInner[i] = fields.get(i).isInner;
            switch (fields.get(i).field) {
                case FieldCode.Fixed(String name, String value, boolean system, int guard) -> {
                    names[i] = name;
                    isSystem[i] = system;
                    slots[i] = NONE;
                    guards[i] = guard;
                    constants[i] = value;
                }
                case FieldCode.Valued valued -> {
                    names[i] = valued.name();
                    isSystem[i] = valued.isSystem();
                    slots[i] = valued.slot();
                    guards[i] = valued.guard();
                    staysEmpty[i] = valued.staysEmpty();
                }
                case FieldCode.Part part -> throw new IllegalStateException("not flat");
                case FieldCode.Content content -> throw new IllegalStateException("not flat");
            }
        }
        this.names = known.computeIfAbsent(new FieldNames(names, isSystem), same -> same);
        for (int role = 0; role < ofRole.length; role++) {
            int asked = role;
            ofRole[role] = IntStream.range(0, count)
                    .filter(i -> isSystem[i] && LaneRecord.role(names[i]) == asked)
                    .toArray();
        }
    }

    /// @param outer complete, with System, and with one fragment at most
    /// @param inner complete, of the template in that fragment; null for records that have none
    /// @param known the names of all forms, each once: that two forms have the same is then told without comparing
    /// @return none where fields lie deeper
    static Optional<RecordForm> of(FieldCode outer, @Nullable FieldCode inner, Map<FieldNames, FieldNames> known) {
        var fields = new ArrayList<Placed>();
        for (FieldCode.Field field : outer.fields()) {
            if (isFlat(field)) {
                fields.add(new Placed(field, false));
            } else if (inner != null) {
                inner.fields().forEach(each -> fields.add(new Placed(each, true)));
            }
        }
        return fields.stream().allMatch(placed -> isFlat(placed.field))
                ? Optional.of(new RecordForm(fields, outer.timeSlot(), known))
                : Optional.empty();
    }

    private static boolean isFlat(FieldCode.Field field) {
        return field instanceof FieldCode.Fixed || field instanceof FieldCode.Valued;
    }

    FieldNames names() {
        return names;
    }

    /// The number of a field's value among those of its template, or [#NONE].
    int slot(int field) {
        return slots[field];
    }

    /// The value, of the same template, that must not be null for the field to be there, or [#NONE].
    int guard(int field) {
        return guards[field];
    }

    /// Whether slot and guard are of the second template.
    boolean isInner(int field) {
        return isInner[field];
    }

    /// Whether the field is there even if the value is empty.
    boolean staysEmpty(int field) {
        return staysEmpty[field];
    }

    /// The value of a field that is the same in each record.
    @Nullable
    String constant(int field) {
        return constants[field];
    }

    /// The fields that may be what the role says; of those that are there the first is.
    int[] ofRole(int role) {
        return ofRole[role];
    }

    /// The value that is the time of the event.
    int timeSlot() {
        return timeSlot;
    }
}
