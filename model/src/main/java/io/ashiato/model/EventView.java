package io.ashiato.model;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An event that is there already, as a view.
public final class EventView implements RecordView {
    private static final byte[] NO_BYTES = {};

    private final Event event;
    private @Nullable FieldNames fieldNames;

    public EventView(Event event) {
        this.event = event;
    }

    @Override
    public FieldNames names() {
        FieldNames made = fieldNames;
        if (made == null) {
            int envelope = event.system().size();
            var names = new String[envelope + event.data().size()];
            var isSystem = new boolean[names.length];
            for (int field = 0; field < names.length; field++) {
                names[field] = fields(field).name(index(field));
                isSystem[field] = field < envelope;
            }
            made = new FieldNames(names, isSystem);
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
        return fields(field).value(index(field));
    }

    private Fields fields(int field) {
        return field < event.system().size() ? event.system() : event.data();
    }

    private int index(int field) {
        return field < event.system().size() ? field : field - event.system().size();
    }

    @Override
    public int kind(int field) {
        return TEXT_ONLY;
    }

    @Override
    public boolean isNumeric(int field) {
        return false; // nobody knows any more
    }

    @Override
    public int at(int field) {
        return 0;
    }

    @Override
    public byte[] bytes() {
        return NO_BYTES;
    }

    @Override
    public Optional<Instant> time() {
        return event.time();
    }

    @Override
    public String host() {
        return event.host();
    }

    @Override
    public String channel() {
        return event.channel();
    }

    @Override
    public String eventId() {
        return event.eventId();
    }

    @Override
    public long offset() {
        return event.source().offset();
    }

    @Override
    public Event event() {
        return event;
    }
}
