package io.ashiato.readers.evtx;

import io.ashiato.model.Event;
import io.ashiato.model.Fields;
import io.ashiato.model.RecordView;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The fields of one record where they lie in the chunk, collected by a [RecordLane].
final class RecordFields implements RecordView {
    // What some fields of the envelope are to the record.
    static final int NO_ROLE = -1;
    private static final int HOST = 0;
    private static final int CHANNEL = 1;
    private static final int EVENT_ID = 2;
    private static final int ROLES = 3;

    private final InstanceReader<FieldCodes> instances;
    private final ValueTexts texts = new ValueTexts();
    private final RecentTexts recent = new RecentTexts(texts);
    private final int[] roles = new int[ROLES];
    private String path = "";
    private String sha256 = "";
    private long offset;
    private long headerId;
    private int timeSlot;

    private int count;
    private String[] names = new String[64];
    private boolean[] isSystem = new boolean[64];
    private @Nullable String[] constants = new String[64];
    private int[] ats = new int[64];
    private int[] kinds = new int[64];

    RecordFields(InstanceReader<FieldCodes> instances) {
        this.instances = instances;
    }

    /// What a field of the envelope is to the record.
    static int role(String name) {
        return switch (name) {
            case "Computer" -> HOST;
            case "Channel" -> CHANNEL;
            case "EventID" -> EVENT_ID;
            default -> NO_ROLE;
        };
    }

    /// Turns to another log.
    void turnTo(String path, String sha256) {
        this.path = path;
        this.sha256 = sha256;
    }

    /// Begins another record.
    void begin(long offset, long headerId) {
        this.offset = offset;
        this.headerId = headerId;
        count = 0;
        timeSlot = -1;
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
    public int size() {
        return count;
    }

    @Override
    public String name(int field) {
        return names[field];
    }

    @Override
    public boolean isSystem(int field) {
        return isSystem[field];
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
    public boolean isNumeric(int field) {
        return switch (kinds[field] >> 16) {
            case ValueReader.TEXT, ValueReader.ANSI_TEXT, ValueReader.REAL32, ValueReader.REAL64, ValueReader.BOOL ->
                false;
            default -> kinds[field] != TEXT_ONLY;
        };
    }

    @Override
    public int at(int field) {
        return ats[field];
    }

    @Override
    public byte[] bytes() {
        return instances.chunk();
    }

    @Override
    public Optional<Instant> time() {
        return timeSlot < 0 ? Optional.empty() : TimeValue.of(instances, texts, timeSlot);
    }

    @Override
    public String host() {
        return envelope(HOST);
    }

    @Override
    public String channel() {
        return envelope(CHANNEL);
    }

    @Override
    public String eventId() {
        return envelope(EVENT_ID);
    }

    private String envelope(int role) {
        int field = roles[role];
        if (field < 0) {
            return "";
        }
        String constant = constants[field];
        return constant != null ? constant : recent.text(instances.chunk(), ats[field], kinds[field]);
    }

    @Override
    public long offset() {
        return offset;
    }

    @Override
    public Event event() {
        var system = new Fields.Builder();
        var data = new Fields.Builder();
        for (int field = 0; field < count; field++) {
            (isSystem[field] ? system : data).add(names[field], text(field));
        }
        var source = new EvtxEvents.Source(path, sha256, offset, headerId);
        return EvtxEvents.event(time(), system.build(), data.build(), source);
    }
}
