package io.ashiato.sigma.match;

import io.ashiato.model.Event;
import io.ashiato.model.Fields;
import io.ashiato.sigma.rule.Folding;
import java.util.Arrays;

/// The values of the current event by slot. Event data hide the envelope's fields of the same name.
///
/// Values are numbered in the order of the event; those of one slot form a chain.
final class EventValues {
    private static final int END = -1;

    /// Stands for units not yet made: most values of an event are never looked at.
    private static final char[] NOT_FOLDED = {};

    private final FieldSlots slots;

    /// By slot: first and last entry, and the load in which they were set.
    private final int[] first;

    private final int[] last;
    private final int[] setIn;
    private int load;

    private String[] texts = new String[64];
    private char[][] folded = new char[64][];
    private int[] next = new int[64];
    private int count;
    private int ownCount;

    EventValues(FieldSlots slots) {
        this.slots = slots;
        this.first = new int[slots.count()];
        this.last = new int[slots.count()];
        this.setIn = new int[slots.count()];
    }

    void load(Event event) {
        count = 0;
        load += 2;
        if (load < 0) {
            load = 2;
            Arrays.fill(setIn, 0);
        }
        add(event.data(), load);
        add(event.system(), load + 1);
        ownCount = count;
        for (FieldSlots.Joined joined : slots.joined()) {
            int a = first(joined.first());
            int b = first(joined.second());
            if (a >= 0 && b >= 0) {
                append(texts[a] + "\\" + texts[b]);
                put(joined.slot(), load);
            }
        }
    }

    /// @param origin tells data from the envelope: the latter's fields stay out of slots that data has set
    private void add(Fields fields, int origin) {
        for (int i = 0; i < fields.size(); i++) {
            append(fields.value(i));
            Integer slot = slots.of(fields.name(i));
            if (slot != null) {
                put(slot, origin);
            }
        }
    }

    private void append(String text) {
        if (count == texts.length) {
            texts = Arrays.copyOf(texts, 2 * count);
            folded = Arrays.copyOf(folded, 2 * count);
            next = Arrays.copyOf(next, 2 * count);
        }
        texts[count] = text;
        folded[count] = NOT_FOLDED;
        next[count++] = END;
    }

    /// Gives the newest entry to a slot.
    private void put(int slot, int origin) {
        int entry = count - 1;
        if (setIn[slot] < load) {
            first[slot] = entry;
            setIn[slot] = origin;
        } else if (setIn[slot] == origin) {
            next[last[slot]] = entry;
        } else {
            return;
        }
        last[slot] = entry;
    }

    /// The first entry of a slot, or a negative number.
    int first(int slot) {
        return setIn[slot] >= load ? first[slot] : END;
    }

    /// The entry behind one in its slot, or a negative number.
    int next(int entry) {
        return next[entry];
    }

    /// How many values the event itself has, joined ones not counted.
    int ownCount() {
        return ownCount;
    }

    String text(int entry) {
        return texts[entry];
    }

    char[] folded(int entry) {
        char[] units = folded[entry];
        if (units.length == 0 && !texts[entry].isEmpty()) {
            units = Folding.foldToChars(texts[entry]);
            folded[entry] = units;
        }
        return units;
    }
}
