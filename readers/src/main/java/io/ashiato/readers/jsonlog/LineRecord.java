package io.ashiato.readers.jsonlog;

import io.ashiato.model.Event;
import io.ashiato.model.FieldNames;
import io.ashiato.model.RecordView;
import io.ashiato.readers.LogItem;
import java.time.Instant;
import java.util.Optional;

/// A record of a known form where it lies in its line, valid until the next line is looked at.
final class LineRecord implements RecordView {
    private final FlatRecord record;
    private final LineValues values;
    private final RecordShape shape;
    private final FieldPlan plan;
    private final LogItem item;
    private final long offset;
    private final long number;

    /// @param values of the record
    /// @param offset of the record in the log
    /// @param number of the record in the log
    LineRecord(
            FlatRecord record,
            LineValues values,
            RecordShape shape,
            FieldPlan plan,
            LogItem item,
            long offset,
            long number) {
        this.record = record;
        this.values = values;
        this.shape = shape;
        this.plan = plan;
        this.item = item;
        this.offset = offset;
        this.number = number;
    }

    @Override
    public FieldNames names() {
        return plan.names();
    }

    @Override
    public boolean has(int field) {
        return plan.has(record, field);
    }

    @Override
    public String text(int field) {
        return record.text(plan.value(field));
    }

    @Override
    public int kind(int field) {
        return values.kind(plan.value(field));
    }

    @Override
    public boolean isNumeric(int field) {
        return kind(field) >> 16 == ASCII;
    }

    @Override
    public int at(int field) {
        return values.at(plan.value(field));
    }

    @Override
    public byte[] bytes() {
        return values.bytes();
    }

    @Override
    public Optional<Instant> time() {
        return shape.time(record, plan);
    }

    @Override
    public String host() {
        return plan.host(record);
    }

    @Override
    public String channel() {
        return plan.channel(record);
    }

    @Override
    public String eventId() {
        return plan.eventId(record);
    }

    @Override
    public long offset() {
        return offset;
    }

    @Override
    public Event event() {
        return shape.event(record, item, offset, number);
    }
}
