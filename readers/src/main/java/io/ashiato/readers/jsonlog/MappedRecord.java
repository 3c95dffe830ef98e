package io.ashiato.readers.jsonlog;

import io.ashiato.model.Event;
import io.ashiato.model.Fields;
import io.ashiato.readers.LogItem;
import io.ashiato.readers.LogMapping;
import io.ashiato.readers.LogTime;

/// A record of a log that the user described.
final class MappedRecord extends RecordShape {
    private static final int NUMBER = COUNT - 1;

    private final LogMapping mapping;

    MappedRecord(LogMapping mapping) {
        super(NUMBER);
        this.mapping = mapping;
    }

    @Override
    boolean fits(FlatRecord record) {
        return record.first(mapping.time()).isPresent();
    }

    @Override
    boolean wantsWholes() {
        return true;
    }

    @Override
    FieldRole role(FieldPath path) {
        return FieldRole.present(mapping.nameOf(path.text()));
    }

    @Override
    Event event(FlatRecord record, LogItem item, long offset, long number) {
        var data = new Fields.Builder();
        record.collect(this, data, data);
        return new Event(
                record.first(mapping.time()).flatMap(LogTime::parse),
                record.first(mapping.host()).orElse(""),
                mapping.channel(),
                "",
                record.first(mapping.eventId()).orElse(""),
                data.build(),
                Fields.NONE,
                item.at(offset, number));
    }
}
