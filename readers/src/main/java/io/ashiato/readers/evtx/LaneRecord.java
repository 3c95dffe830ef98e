package io.ashiato.readers.evtx;

import io.ashiato.model.Event;
import io.ashiato.model.FieldNames;
import io.ashiato.model.Fields;
import io.ashiato.model.RecordView;
import java.time.Instant;
import java.util.Optional;

/// A record where it lies in the chunk; one object for all records, one after the other.
abstract class LaneRecord implements RecordView {
    // What some fields of the envelope are to the record.
    static final int NO_ROLE = -1;
    static final int HOST = 0;
    static final int CHANNEL = 1;
    static final int EVENT_ID = 2;
    static final int ROLES = 3;

    final InstanceReader<FieldCodes> instances;
    final ValueTexts texts;
    private final RecentTexts recent;
    private String path = "";
    private String sha256 = "";
    private long offset;
    private long headerId;

    LaneRecord(InstanceReader<FieldCodes> instances, ValueTexts texts, RecentTexts recent) {
        this.instances = instances;
        this.texts = texts;
        this.recent = recent;
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
    final void turnTo(String path, String sha256) {
        this.path = path;
        this.sha256 = sha256;
    }

    /// Turns to another record.
    final void begin(long offset, long headerId) {
        this.offset = offset;
        this.headerId = headerId;
    }

    /// The field that is what the role says, or a negative number.
    abstract int ofRole(int role);

    /// The value that is the time of the event, or a negative number.
    abstract int timeSlot();

    /// A value that comes again in other records.
    final String recentText(int field) {
        return kind(field) == TEXT_ONLY ? text(field) : recent.text(instances.chunk(), at(field), kind(field));
    }

    private String envelope(int role) {
        int field = ofRole(role);
        return field < 0 ? "" : recentText(field);
    }

    @Override
    public final String host() {
        return envelope(HOST);
    }

    @Override
    public final String channel() {
        return envelope(CHANNEL);
    }

    @Override
    public final String eventId() {
        return envelope(EVENT_ID);
    }

    @Override
    public final boolean isNumeric(int field) {
        return switch (kind(field) >> 16) {
            case ValueReader.TEXT, ValueReader.ANSI_TEXT, ValueReader.REAL32, ValueReader.REAL64, ValueReader.BOOL ->
                false;
            default -> kind(field) != TEXT_ONLY;
        };
    }

    @Override
    public final byte[] bytes() {
        return instances.chunk();
    }

    @Override
    public final Optional<Instant> time() {
        return timeSlot() < 0 ? Optional.empty() : TimeValue.of(instances, texts, timeSlot());
    }

    @Override
    public final long offset() {
        return offset;
    }

    @Override
    public final Event event() {
        var system = new Fields.Builder();
        var data = new Fields.Builder();
        FieldNames names = names();
        for (int field = 0; field < names.size(); field++) {
            if (has(field)) {
                (names.isSystem(field) ? system : data).add(names.name(field), text(field));
            }
        }
        var source = new EvtxEvents.Source(path, sha256, offset, headerId);
        return EvtxEvents.event(time(), system.build(), data.build(), source);
    }
}
