package io.ashiato.readers.evtx;

import java.util.List;

/// The fields of a [FieldCode] as numbers in arrays, for the loop over all records.
final class FieldSteps {
    // What to do for a field.
    static final int FIXED = 0;
    static final int VALUED = 1;
    static final int PART = 2;
    static final int CONTENT = 3;

    private final int[] actions;
    private final String[] names;
    private final String[] constants;
    private final int[] slots;
    private final int[] guards;
    private final boolean[] isSystem;
    private final boolean[] staysEmpty;
    private final boolean[] repeats;
    private final int[] roles;

    private int fragments;
    private int fragmentSlot = -1;
    private boolean isPart;

    FieldSteps(List<FieldCode.Field> fields) {
        int count = fields.size();
        actions = new int[count];
        names = new String[count];
        constants = new String[count];
        slots = new int[count];
        guards = new int[count];
        isSystem = new boolean[count];
        staysEmpty = new boolean[count];
        repeats = new boolean[count];
        roles = new int[count];
        for (int i = 0; i < count; i++) {
            guards[i] = -1;
            roles[i] = LaneRecord.NO_ROLE;
            names[i] = "";
            constants[i] = "";
            set(i, fields.get(i));
        }
    }

    private void set(int i, FieldCode.Field field) {
        switch (field) {
            case FieldCode.Fixed(String name, String value, boolean system, int guard) -> {
                set(i, FIXED, name, system, guard);
                constants[i] = value;
            }
            case FieldCode.Valued valued -> {
                set(i, VALUED, valued.name(), valued.isSystem(), valued.guard());
                slots[i] = valued.slot();
                staysEmpty[i] = valued.staysEmpty();
                repeats[i] = valued.repeats();
            }
            case FieldCode.Part(int slot) -> {
                actions[i] = PART;
                slots[i] = slot;
                fragment(slot, true, -1);
            }
            case FieldCode.Content(String name, int slot, int guard) -> {
                set(i, CONTENT, name, false, guard);
                slots[i] = slot;
                fragment(slot, false, guard);
            }
        }
    }

    private void fragment(int slot, boolean part, int guard) {
        // Guarded by another value it may be passed over though it is there: as good as two.
        fragments += guard < 0 || guard == slot ? 1 : 2;
        fragmentSlot = slot;
        isPart = part;
    }

    /// How many values may be fragments that hold fields.
    int fragments() {
        return fragments;
    }

    /// The value that may be a fragment, where there is one such value alone; -1 where there is none.
    int fragmentSlot() {
        return fragmentSlot;
    }

    /// Whether that fragment's elements are parts of the event, and not fields.
    boolean isPart() {
        return isPart;
    }

    private void set(int i, int action, String name, boolean system, int guard) {
        actions[i] = action;
        names[i] = name;
        isSystem[i] = system;
        guards[i] = guard;
        roles[i] = system ? LaneRecord.role(name) : LaneRecord.NO_ROLE;
    }

    int count() {
        return actions.length;
    }

    int action(int step) {
        return actions[step];
    }

    /// `""` where there is none.
    String name(int step) {
        return names[step];
    }

    /// `""` where the value is not the same in each instance.
    String constant(int step) {
        return constants[step];
    }

    int slot(int step) {
        return slots[step];
    }

    /// The value that must not be null for the field to be there, or a negative number.
    int guard(int step) {
        return guards[step];
    }

    boolean isSystem(int step) {
        return isSystem[step];
    }

    /// Whether the field is there even if the value is empty.
    boolean staysEmpty(int step) {
        return staysEmpty[step];
    }

    /// Whether an array gives as many fields.
    boolean repeats(int step) {
        return repeats[step];
    }

    /// What the field is to the record, see [LaneRecord].
    int role(int step) {
        return roles[step];
    }
}
