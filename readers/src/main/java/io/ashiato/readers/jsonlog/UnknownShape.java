package io.ashiato.readers.jsonlog;

import io.ashiato.model.Event;
import io.ashiato.model.Fields;
import io.ashiato.readers.LogItem;
import io.ashiato.readers.LogTime;
import java.util.Optional;

/// A record of no known shape in a log of known ones: kept with the names of its places, for no rule's log source.
final class UnknownShape extends RecordShape {
    /// The channel of such records. No log source means it.
    static final String CHANNEL = "json";

    private static final String[] TIMES = {"@timestamp", "timestamp", "time", "Timestamp", "ts"};

    UnknownShape(int number) {
        super(number);
    }

    @Override
    boolean fits(FlatRecord record) {
        return true;
    }

    @Override
    boolean mayEmbed() {
        return true;
    }

    @Override
    FieldRole role(FieldPath path) {
        return FieldRole.present(path.text());
    }

    @Override
    Event event(FlatRecord record, LogItem item, long offset, long number) {
        var data = new Fields.Builder();
        record.collect(this, data, data);
        Optional<String> time = record.first(TIMES);
        return new Event(
                time.flatMap(LogTime::parse), "", CHANNEL, "", "", data.build(), Fields.NONE, item.at(offset, number));
    }
}
