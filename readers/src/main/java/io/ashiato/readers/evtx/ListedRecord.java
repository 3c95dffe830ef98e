package io.ashiato.readers.evtx;

import io.ashiato.model.FieldNames;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A record whose fields were collected one by one, for those that have no [RecordForm].
final class ListedRecord extends LaneRecord {
    private final int[] roles = new int[ROLES];
    private int timeSlot;

    private int count;
    private String[] names = new String[64];
    private boolean[] isSystem = new boolean[64];
    private @Nullable String[] constants = new String[64];
    private int[] ats = new int[64];
    private int[] kinds = new int[64];
    private @Nullable FieldNames fieldNames;

    ListedRecord(InstanceReader<FieldCodes> instances, ValueTexts texts, RecentTexts recent) {
        super(instances, texts, recent);
    }

    /// Forgets the fields of the record before.
    void clear() {
        count = 0;
        timeSlot = -1;
        fieldNames = null;
        Arrays.fill(roles, NO_ROLE);
    }

    /// Adds a field whose value stands by itself, and is not empty.
    ///
    /// @param kind type and size, as [SlotTable] has them
    void add(String name, boolean system, int role, int at, int kind) {
        int field = make(name, system, role);
        constants[field] = null;
        ats[field] = at;
        kinds[field] = kind;
    }

    /// Adds a field whose value is there as text.
    void add(String name, boolean system, int role, String value) {
        int field = make(name, system, role);
        constants[field] = value;
        kinds[field] = TEXT_ONLY;
    }

    private int make(String name, boolean system, int role) {
        if (count == names.length) {
            int more = 2 * count;
            names = Arrays.copyOf(names, more);
            isSystem = Arrays.copyOf(isSystem, more);
            constants = Arrays.copyOf(constants, more);
            ats = Arrays.copyOf(ats, more);
            kinds = Arrays.copyOf(kinds, more);
        }
        names[count] = name;
        isSystem[count] = system;
        if (role >= 0 && roles[role] < 0) {
            roles[role] = count; // of several the first counts
        }
        return count++;
    }

    /// The value that is the time of the event.
    void time(int slot) {
        timeSlot = slot;
    }

    @Override
    int timeSlot() {
        return timeSlot;
    }

    @Override
    int ofRole(int role) {
        return roles[role];
    }

    @Override
    public FieldNames names() {
        FieldNames made = fieldNames;
        if (made == null) {
            made = new FieldNames(Arrays.copyOf(names, count), Arrays.copyOf(isSystem, count));
            fieldNames = made;
        }
        return made;
    }

    @Override
    public boolean has(int field) {
        return true;
    }

    @Override
    public String text(int field) {
        String constant = constants[field];
        return constant != null ? constant : texts.text(instances.chunk(), ats[field], kinds[field]);
    }

    @Override
    public int kind(int field) {
        return kinds[field];
    }

    @Override
    public int at(int field) {
        return ats[field];
    }
}
