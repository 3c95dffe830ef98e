package io.ashiato.sigma.match;

import io.ashiato.bytes.LittleEndian;
import io.ashiato.model.Event;
import io.ashiato.model.EventView;
import io.ashiato.model.FieldNames;
import io.ashiato.model.Fields;
import io.ashiato.model.RecordRef;
import io.ashiato.model.RecordView;
import io.ashiato.sigma.rule.Folding;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// The values of the current record by slot. Data hide the envelope's fields of the same name.
///
/// Values are numbered as the names of the record, joined ones behind them. Nothing is done for a value that
/// nobody asks for.
final class EventValues {
    static final int NONE = -1;

    /// Names come from the evidence; beyond this many the table is begun anew.
    private static final int MAX_KNOWN_NAMES = 10_000;

    /// Lists of names too: the characters of all that are remembered, each list with a number for every slot.
    private static final int MAX_KNOWN_CHARACTERS = 1 << 22;

    /// Longer lists are those of records that hardly come again.
    private static final int MAX_NAMES = 512;

    /// What a name takes beside its characters, as many as these.
    private static final int NAME = 32;

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
    private final Map<FieldNames, FieldChains> known = new HashMap<>();

    /// By slot: which of the joined ones it is, or [#NONE].
    private final int[] joinedAs;

    private RecordView record = NOTHING;
    private FieldChains here;
    private int ownCount;
    private int knownCharacters;
    private int timesForgotten;

    /// By entry. Null until asked for: most values are never looked at.
    private @Nullable String[] texts = new String[64];

    private char[] @Nullable [] folded = new char[64][];

    /// The entries that have a text, folded or not.
    private int[] made = new int[128];

    private int madeCount;

    EventValues(FieldSlots slots) {
        this.slots = slots;
        this.joinedAs = new int[slots.count()];
        Arrays.fill(joinedAs, NONE);
        for (int i = 0; i < slots.joined().size(); i++) {
            joinedAs[slots.joined().get(i).slot()] = i;
        }
        this.here = new FieldChains(NOTHING.names(), slots.count(), name -> NONE);
    }

    void load(RecordView loaded) {
        record = loaded;
        while (madeCount > 0) {
            int entry = made[--madeCount];
            texts[entry] = null;
            folded[entry] = null;
        }
        FieldNames names = loaded.names();
        if (!isVerySame(names, here.names())) {
            here = chainsOf(names);
            ownCount = names.size();
            makeRoom(ownCount + slots.joined().size());
        }
    }

    /// Records of the last one's templates have the very same.
    @SuppressWarnings("ReferenceEquality")
    private static boolean isVerySame(FieldNames names, FieldNames other) {
        return names == other;
    }

    private FieldChains chainsOf(FieldNames names) {
        FieldChains found = known.get(names);
        if (found == null) {
            found = new FieldChains(names, slots.count(), this::slotOfName);
            if (isRemembered(names)) {
                remember(names, found);
            }
        }
        return found;
    }

    private void remember(FieldNames names, FieldChains chains) {
        long characters = 2L * slots.count();
        for (int field = 0; field < names.size(); field++) {
            characters += NAME + names.name(field).length();
        }
        if (knownCharacters + characters > MAX_KNOWN_CHARACTERS) {
            known.clear();
            knownCharacters = 0;
            timesForgotten++;
        }
        known.put(names, chains);
        knownCharacters += (int) Math.min(MAX_KNOWN_CHARACTERS, characters);
    }

    /// Whether what follows from such names is worth keeping.
    static boolean isRemembered(FieldNames names) {
        return names.size() <= MAX_NAMES;
    }

    /// How often all names were forgotten; who keeps some is to do likewise.
    int timesForgotten() {
        return timesForgotten;
    }

    private int slotOfName(String name) {
        Integer slot = slotOfName.get(name);
        if (slot == null) {
            if (slotOfName.size() == MAX_KNOWN_NAMES) {
                slotOfName.clear();
            }
            Integer asked = slots.of(name);
            slot = asked == null ? NONE : asked;
            slotOfName.put(name, slot);
        }
        return slot;
    }

    private void makeRoom(int entries) {
        if (entries > texts.length) {
            int more = Math.max(entries, 2 * texts.length);
            texts = new String[more];
            folded = new char[more][];
            made = new int[2 * more]; // an entry may come twice: as text and folded
        }
    }

    /// The names of the record.
    FieldNames names() {
        return here.names();
    }

    /// The first entry of a slot, or [#NONE].
    int first(int slot) {
        if (joinedAs[slot] < 0) {
            return here(here.first(slot));
        }
        FieldSlots.Joined joined = slots.joined().get(joinedAs[slot]);
        return first(joined.first()) >= 0 && first(joined.second()) >= 0 ? ownCount + joinedAs[slot] : NONE;
    }

    /// The entry behind one in its slot, or [#NONE].
    int next(int entry) {
        int next = entry < ownCount ? here(here.next(entry)) : NONE;
        return next >= 0 && names().isSystem(next) == names().isSystem(entry) ? next : NONE;
    }

    /// The first field of a chain that the record has.
    private int here(int field) {
        int at = field;
        while (at >= 0 && !record.has(at)) {
            at = here.next(at);
        }
        return at;
    }

    /// Those among the slots that a record with these names may have.
    int[] present(int[] asked) {
        return Arrays.stream(asked)
                .filter(slot -> joinedAs[slot] >= 0 || here.first(slot) >= 0)
                .toArray();
    }

    /// The fields, by number, that a record with these names may have in slots that are not joined.
    BitSet fieldsIn(int[] asked) {
        var fields = new BitSet();
        for (int slot : asked) {
            for (int field = here.first(slot); field >= 0; field = here.next(field)) {
                fields.set(field);
            }
        }
        return fields;
    }

    /// Entries below this are fields of the record itself, by the number of their names.
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
            text = entry < ownCount ? record.text(entry) : joined(slots.joined().get(entry - ownCount));
            texts[entry] = text;
            made[madeCount++] = entry;
        }
        return text;
    }

    private String joined(FieldSlots.Joined joined) {
        return text(first(joined.first())) + "\\" + text(first(joined.second()));
    }

    /// Has a value taken, folded.
    void fold(int entry, FoldedValue into) {
        int kind = kind(entry);
        if (kind >> 16 == RecordView.UTF16) {
            into.set(record.bytes(), record.at(entry), (kind & 0xFFFF) / 2);
        } else {
            into.set(text(entry));
        }
    }

    char[] folded(int entry) {
        char[] units = folded[entry];
        if (units == null) {
            units = kind(entry) >> 16 == RecordView.UTF16
                    ? Folding.fold(LittleEndian.utf16(record.bytes(), record.at(entry), (kind(entry) & 0xFFFF) / 2))
                    : Folding.foldToChars(text(entry));
            folded[entry] = units;
            made[madeCount++] = entry;
        }
        return units;
    }
}
