package io.ashiato.readers.zeek;

import io.ashiato.bytes.Damage;
import io.ashiato.model.Event;
import io.ashiato.model.Fields;
import io.ashiato.readers.LogBatch;
import io.ashiato.readers.LogFrames;
import io.ashiato.readers.LogItem;
import io.ashiato.readers.LogReader;
import io.ashiato.readers.LogTime;
import io.ashiato.readers.TextLines;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Makes events of the lines behind a header; a header may come again in the middle of a log.
final class ZeekReader implements LogReader {
    /// Elements of a set that become fields of their own; the last holds the rest.
    private static final int MAX_ELEMENTS = 1_024;

    @Override
    public LogBatch read(LogFrames frames, LogItem item) {
        ZeekHeader header = ZeekHeader.of(frames.header());
        var events = new ArrayList<Event>(frames.count());
        List<Damage> damage = new ArrayList<>(frames.damage());
        for (int i = 0; i < frames.count(); i++) {
            String line = TextLines.text(frames, i);
            if (line.startsWith("#")) {
                header = header.with(line);
            } else {
                String[] values = line.split(Pattern.quote(header.separator()), ZeekHeader.MAX_COLUMNS);
                if (values.length < header.fields().size()) {
                    long missing = (long) header.fields().size() - values.length;
                    damage.add(new Damage.Truncated("columns", frames.offset(i), missing, 0));
                }
                Event event = event(header, values, item, frames.offset(i), frames.number(i));
                if (values.length == ZeekHeader.MAX_COLUMNS || event.data().size() >= MAX_ELEMENTS) {
                    damage.add(new Damage.OverLimit("values of a line", frames.offset(i), MAX_ELEMENTS));
                }
                events.add(event);
            }
        }
        return new LogBatch(events, damage);
    }

    private static Event event(ZeekHeader header, String[] values, LogItem item, long offset, long number) {
        var data = new Fields.Builder();
        for (int column = 0; column < Math.min(values.length, header.fields().size()); column++) {
            add(header, column, values[column], data);
        }
        Fields fields = data.build();
        return new Event(
                fields.first("ts").flatMap(LogTime::parse),
                "",
                "zeek/" + header.path(),
                "",
                "",
                fields,
                Fields.NONE,
                item.at(offset, number));
    }

    private static void add(ZeekHeader header, int column, String value, Fields.Builder data) {
        String name = header.fields().get(column);
        if (value.equals(header.unset())) {
            return;
        }
        if (value.equals(header.empty())) {
            data.add(name, "");
        } else if (header.isSet(column)) {
            for (String element : value.split(Pattern.quote(header.setSeparator()), MAX_ELEMENTS)) {
                data.add(name, ZeekHeader.unescaped(element));
            }
        } else {
            data.add(name, ZeekHeader.unescaped(value));
        }
    }
}
