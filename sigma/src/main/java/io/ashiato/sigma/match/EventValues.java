package io.ashiato.sigma.match;

import io.ashiato.bytes.LittleEndian;
import io.ashiato.model.Event;
import io.ashiato.model.EventView;
import io.ashiato.model.Fields;
import io.ashiato.model.RecordRef;
import io.ashiato.model.RecordView;
import io.ashiato.sigma.rule.Folding;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// The values of the current record by slot. Data hide the envelope's fields of the same name.
///
/// Values are numbered as the record's fields, joined ones behind them; those of one slot form a chain, data first.
final class EventValues {
    static final int NONE = -1;

    /// Names come from the evidence; beyond this many the table is begun anew.
    private static final int MAX_KNOWN_NAMES = 10_000;

    private static final RecordView NOTHING = new EventView(new Event(
            Optional.empty(),
            "",
            "",
            "",
            "",
            Fields.NONE,
            Fields.NONE,
            new RecordRef("", "", 0, OptionalLong.empty(), OptionalLong.empty())));

    private final FieldSlots slots;
    private final Map<String, Integer> slotOfName = new HashMap<>();

    /// By slot: first and last entry, and the load in which they were set.
    private final int[] first;

    private final int[] last;
    private final int[] setIn;
    private int load;

    private RecordView record = NOTHING;
    private int ownCount;
    private int count;

    /// By field of the last record: its name, and the slot that belongs to it.
    private @Nullable String[] nameOf = new String[64];

    private int[] slotOfField = new int[64];

    /// By entry. Texts are null until asked for: most values are never looked at.
    private @Nullable String[] texts = new String[64];

    private char[] @Nullable [] folded = new char[64][];
    private int[] slotOf = new int[64];
    private int[] next = new int[64];

    EventValues(FieldSlots slots) {
        this.slots = slots;
        this.first = new int[slots.count()];
        this.last = new int[slots.count()];
        this.setIn = new int[slots.count()];
    }

    void load(RecordView loaded) {
        record = loaded;
        ownCount = loaded.size();
        count = ownCount;
        makeRoom();
        Arrays.fill(texts, 0, count, null);
        Arrays.fill(folded, 0, count, null);
        load += 2;
        if (load < 0) {
            load = 2;
            Arrays.fill(setIn, 0);
        }
        for (int field = 0; field < ownCount; field++) {
            String name = loaded.name(field);
            if (!isVerySame(name, nameOf[field])) {
                nameOf[field] = name;
                slotOfField[field] = slotOfName(name);
            }
            slotOf[field] = slotOfField[field];
            if (slotOf[field] >= 0 && !loaded.isSystem(field)) {
                put(field, load);
            }
        }
        for (int field = 0; field < ownCount; field++) {
            if (slotOf[field] >= 0 && loaded.isSystem(field) && !put(field, load + 1)) {
                slotOf[field] = NONE;
            }
        }
        for (FieldSlots.Joined joined : slots.joined()) {
            int a = first(joined.first());
            int b = first(joined.second());
            if (a >= 0 && b >= 0) {
                join(joined.slot(), text(a) + "\\" + text(b));
            }
        }
    }

    /// Names are of the templates of the log: a record of the last one's template has the very same.
    @SuppressWarnings("ReferenceEquality")
    private static boolean isVerySame(String name, @Nullable String other) {
        return name == other;
    }

    private int slotOfName(String name) {
        Integer known = slotOfName.get(name);
        if (known == null) {
            if (slotOfName.size() == MAX_KNOWN_NAMES) {
                slotOfName.clear();
            }
            Integer slot = slots.of(name);
            known = slot == null ? NONE : slot;
            slotOfName.put(name, known);
        }
        return known;
    }

    private void join(int slot, String text) {
        int entry = count++;
        makeRoom();
        texts[entry] = text;
        folded[entry] = null;
        slotOf[entry] = slot;
        put(entry, load);
    }

    private void makeRoom() {
        if (count > texts.length) {
            int more = Math.max(count, 2 * texts.length);
            texts = Arrays.copyOf(texts, more);
            folded = Arrays.copyOf(folded, more);
            slotOf = Arrays.copyOf(slotOf, more);
            next = Arrays.copyOf(next, more);
            nameOf = Arrays.copyOf(nameOf, more);
            slotOfField = Arrays.copyOf(slotOfField, more);
        }
    }

    /// Gives an entry to its slot.
    ///
    /// @param origin tells data from the envelope: the latter's fields stay out of slots that data has set
    private boolean put(int entry, int origin) {
        int slot = slotOf[entry];
        next[entry] = NONE;
        if (setIn[slot] < load) {
            first[slot] = entry;
            setIn[slot] = origin;
        } else if (setIn[slot] == origin) {
            next[last[slot]] = entry;
        } else {
            return false;
        }
        last[slot] = entry;
        return true;
    }

    /// The first entry of a slot, or [#NONE].
    int first(int slot) {
        return setIn[slot] >= load ? first[slot] : NONE;
    }

    /// The entry behind one in its slot, or [#NONE].
    int next(int entry) {
        return next[entry];
    }

    /// How many values the record itself has.
    int ownCount() {
        return ownCount;
    }

    /// The record itself; its fields are the first entries.
    RecordView record() {
        return record;
    }

    /// What the bytes of an entry are, as [RecordView#kind].
    int kind(int entry) {
        return entry < ownCount ? record.kind(entry) : RecordView.TEXT_ONLY;
    }

    int at(int entry) {
        return record.at(entry);
    }

    byte[] bytes() {
        return record.bytes();
    }

    String text(int entry) {
        String text = texts[entry];
        if (text == null) {
            text = record.text(entry);
            texts[entry] = text;
        }
        return text;
    }

    char[] folded(int entry) {
        char[] units = folded[entry];
        if (units == null) {
            units = kind(entry) >> 16 == RecordView.UTF16
                    ? Folding.fold(LittleEndian.utf16(record.bytes(), record.at(entry), (kind(entry) & 0xFFFF) / 2))
                    : Folding.foldToChars(text(entry));
            folded[entry] = units;
        }
        return units;
    }
}
