package io.ashiato.cli;

import io.ashiato.bytes.JsonText;
import io.ashiato.readers.evtx.BinXmlValue;
import io.ashiato.readers.evtx.EvtxJson;
import io.ashiato.readers.evtx.EvtxXml;
import io.ashiato.readers.evtx.RecoveredRecord;
import io.ashiato.readers.evtx.RecoveryDoubt;
import java.util.function.Function;
import java.util.stream.Collectors;

/// How a recovered record is written: as a listed one, and marked so that it cannot be taken for one.
final class RecoveredForm {
    private RecoveredForm() {}

    /// One JSON line: the event as a listed one has it, and a member `Recovered` beside it.
    static String line(RecoveredRecord record) {
        String event = EvtxJson.line(record.event());
        var out = new StringBuilder(event.length() + 256);
        out.append(event, 0, event.length() - 1)
                .append(",\"Recovered\":{\"offset\":")
                .append(record.offset())
                .append(",\"place\":\"")
                .append(record.place().id())
                .append("\",\"certainty\":\"")
                .append(record.certainty().id())
                .append("\",\"reasons\":[")
                .append(reasons(record, id -> '"' + id + '"', ","))
                .append("],\"record_id\":")
                .append(Long.toUnsignedString(record.headerId()))
                .append(",\"written\":");
        JsonText.quote(out, written(record));
        record.copyOf().ifPresent(offset -> out.append(",\"copy_of\":").append(offset));
        return out.append("}}").toString();
    }

    /// An element `Recovered` around the event.
    static String element(RecoveredRecord record) {
        var out = new StringBuilder(1024);
        out.append("<Recovered offset=\"")
                .append(record.offset())
                .append("\" place=\"")
                .append(record.place().id())
                .append("\" certainty=\"")
                .append(record.certainty().id())
                .append("\" reasons=\"")
                .append(reasons(record, id -> id, " "))
                .append("\" record_id=\"")
                .append(Long.toUnsignedString(record.headerId()))
                .append("\" written=\"")
                .append(written(record))
                .append('"');
        record.copyOf()
                .ifPresent(offset -> out.append(" copy_of=\"").append(offset).append('"'));
        return out.append('>')
                .append(EvtxXml.document(record.event()))
                .append("</Recovered>")
                .toString();
    }

    private static String reasons(RecoveredRecord record, Function<String, String> form, String between) {
        return record.doubts().stream().map(RecoveryDoubt::id).map(form).collect(Collectors.joining(between));
    }

    /// As times in events are written: ISO 8601, or a number of 100 ns if it is no time of this calendar.
    private static String written(RecoveredRecord record) {
        return new BinXmlValue.Time(record.writtenTicks()).text();
    }
}
