package io.ashiato.readers.auditd;

import io.ashiato.bytes.AsciiDigits;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Joins the lines that the kernel writes of one event and makes an event of the model of them.
final class AuditReader implements LogReader {
    static final String CHANNEL = "linux/auditd";

    @Override
    public LogBatch read(LogFrames frames, LogItem item) {
        var open = new LinkedHashMap<String, Pending>();
        List<Damage> damage = new ArrayList<>(frames.damage());
        for (int i = 0; i < frames.count(); i++) {
            AuditLine line = AuditLine.of(TextLines.text(frames, i));
            if (line.fields().size() > AuditLine.MAX_FIELDS) {
                damage.add(new Damage.OverLimit("fields of a line", frames.offset(i), AuditLine.MAX_FIELDS));
            }
            String key = line.node() + ' ' + line.stamp() + ' ' + (line.stamp().isEmpty() ? i : "");
            Pending first = open.get(key);
            if (first == null) {
                first = new Pending(frames.offset(i), frames.number(i), line, new ArrayList<>());
                open.put(key, first);
            }
            first.lines.add(line);
        }
        List<Event> events = open.values().stream().map(p -> p.event(item)).toList();
        return new LogBatch(events, damage);
    }

    /// An event of which lines were read.
    private record Pending(long offset, long number, AuditLine first, List<AuditLine> lines) {
        Event event(LogItem item) {
            var data = new Fields.Builder();
            for (AuditLine line : lines) {
                line.addTo(data);
            }
            String stamp = first.stamp();
            int colon = stamp.indexOf(':');
            String time = colon < 0 ? stamp : stamp.substring(0, colon);
            return new Event(
                    LogTime.parse(time),
                    first.node(),
                    CHANNEL,
                    "",
                    first.type(),
                    data.build(),
                    Fields.NONE,
                    item.at(offset, serial(stamp, colon)));
        }

        /// The number that the kernel gave to the event.
        private long serial(String stamp, int colon) {
            String text = stamp.substring(colon + 1);
            boolean isNumber = colon >= 0 && AsciiDigits.are(text, 18);
            return isNumber ? Long.parseLong(text) : number;
        }
    }

    /// The arguments of a command, in their order, from the fields of one line.
    static String arguments(Map<String, ? extends CharSequence> fields) {
        var text = new StringBuilder();
        for (int i = 0; fields.containsKey("a" + i); i++) {
            text.append(i == 0 ? "" : " ").append(fields.get("a" + i));
        }
        return text.toString();
    }
}
