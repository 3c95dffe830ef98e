package io.ashiato.readers.csvlog;

import io.ashiato.bytes.Damage;
import io.ashiato.model.Event;
import io.ashiato.model.Fields;
import io.ashiato.readers.LogBatch;
import io.ashiato.readers.LogFrames;
import io.ashiato.readers.LogItem;
import io.ashiato.readers.LogMapping;
import io.ashiato.readers.LogReader;
import io.ashiato.readers.LogTime;
import io.ashiato.readers.TextLines;
import java.util.ArrayList;
import java.util.List;

/// Makes events of the lines behind the first, which names the columns. Empty values make no field.
final class CsvReader implements LogReader {
    private final LogMapping mapping;

    CsvReader(LogMapping mapping) {
        this.mapping = mapping;
    }

    @Override
    public LogBatch read(LogFrames frames, LogItem item) {
        List<Event> events = new ArrayList<>(frames.count());
        List<Damage> damage = new ArrayList<>(frames.damage());
        List<String> columns = frames.header().isEmpty()
                ? List.of()
                : CsvLine.values(frames.header().getFirst(), mapping.separator());
        for (int i = 0; i < frames.count(); i++) {
            String line = TextLines.text(frames, i);
            if (columns.isEmpty()) { // the first piece of the log: its first line is no record
                columns = CsvLine.values(line, mapping.separator());
                continue;
            }
            List<String> values = CsvLine.values(line, mapping.separator());
            if (values.size() != columns.size()) {
                damage.add(new Damage.OutOfRange(
                        "columns", frames.offset(i), values.size(), columns.size(), columns.size()));
            }
            events.add(event(columns, values, item, frames.offset(i), frames.number(i)));
        }
        return new LogBatch(events, damage);
    }

    private Event event(List<String> columns, List<String> values, LogItem item, long offset, long number) {
        var raw = new Fields.Builder();
        var data = new Fields.Builder();
        for (int i = 0; i < Math.min(columns.size(), values.size()); i++) {
            if (!values.get(i).isEmpty()) {
                raw.add(columns.get(i), values.get(i));
                data.add(mapping.nameOf(columns.get(i)), values.get(i));
            }
        }
        Fields fields = raw.build();
        return new Event(
                fields.first(mapping.time()).flatMap(LogTime::parse),
                fields.first(mapping.host()).orElse(""),
                mapping.channel(),
                "",
                fields.first(mapping.eventId()).orElse(""),
                data.build(),
                Fields.NONE,
                item.at(offset, number));
    }
}
