package io.ashiato.model;

import java.time.Instant;
import java.util.Optional;

/// An event that is there already, as a view.
public final class EventView implements RecordView {
    private static final byte[] NO_BYTES = {};

    private final Event event;

    public EventView(Event event) {
        this.event = event;
    }

    @Override
    public int size() {
        return event.system().size() + event.data().size();
    }

    @Override
    public String name(int field) {
        return fields(field).name(index(field));
    }

    @Override
    public boolean isSystem(int field) {
        return field < event.system().size();
    }

    @Override
    public String text(int field) {
        return fields(field).value(index(field));
    }

    private Fields fields(int field) {
        return isSystem(field) ? event.system() : event.data();
    }

    private int index(int field) {
        return isSystem(field) ? field : field - event.system().size();
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
