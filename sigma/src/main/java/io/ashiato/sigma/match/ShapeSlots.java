package io.ashiato.sigma.match;

import io.ashiato.model.RecordShape;
import java.util.Arrays;
import java.util.function.ToIntFunction;

/// The fields of one shape by slot: a chain for each, data before the envelope.
final class ShapeSlots {
    static final int NONE = -1;

    private final RecordShape shape;

    /// By slot: its first field.
    private final int[] first;

    /// By field: the next of its slot.
    private final int[] next;

    /// @param count of all slots
    /// @param slotOf gives the slot of a name, or [#NONE]
    ShapeSlots(RecordShape shape, int count, ToIntFunction<String> slotOf) {
        this.shape = shape;
        this.first = new int[count];
        this.next = new int[shape.size()];
        Arrays.fill(first, NONE);
        Arrays.fill(next, NONE);
        var last = new int[count];
        for (boolean envelope : new boolean[] {false, true}) {
            for (int field = 0; field < shape.size(); field++) {
                int slot = shape.isSystem(field) == envelope ? slotOf.applyAsInt(shape.name(field)) : NONE;
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

    RecordShape shape() {
        return shape;
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
