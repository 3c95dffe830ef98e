package io.ashiato.sigma.match;

import io.ashiato.model.FieldNames;
import java.util.Arrays;
import java.util.function.ToIntFunction;

/// The fields of records with the same names by slot: a chain for each, data before the envelope.
final class FieldChains {
    static final int NONE = -1;

    private final FieldNames names;

    /// By slot: its first field.
    private final int[] first;

    /// By field: the next of its slot.
    private final int[] next;

    /// @param count of all slots
    /// @param slotOf gives the slot of a name, or [#NONE]
    FieldChains(FieldNames names, int count, ToIntFunction<String> slotOf) {
        this.names = names;
        this.first = new int[count];
        this.next = new int[names.size()];
        Arrays.fill(first, NONE);
        Arrays.fill(next, NONE);
        var last = new int[count];
        for (boolean envelope : new boolean[] {false, true}) {
            for (int field = 0; field < names.size(); field++) {
                int slot = names.isSystem(field) == envelope ? slotOf.applyAsInt(names.name(field)) : NONE;
                if (slot >= 0) {
                    if (first[slot] < 0) {
                        first[slot] = field;
                    } else {
                        next[last[slot]] = field;
                    }
                    last[slot] = field;
                }
            }
        }
    }

    FieldNames names() {
        return names;
    }

    /// The first field of a slot, or [#NONE].
    int first(int slot) {
        return first[slot];
    }

    /// The field behind one in its slot, or [#NONE].
    int next(int field) {
        return next[field];
    }
}
