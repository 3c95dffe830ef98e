package io.ashiato.readers.jsonlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ashiato.model.Event;
import io.ashiato.readers.EventXml;
import io.ashiato.readers.LogItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Records that a shipper put into another as text: a Windows record as XML, or JSON within JSON, as Microsoft 365
/// (`AuditData`), Splunk (`_raw`) and log collectors (`message`) do. One level only. For one thread.
final class EmbeddedRecord {
    private static final String[] PLACES = {"AuditData", "_raw", "message", "MESSAGE"};

    private final EventXml xml = new EventXml();
    private @Nullable JsonRecords inner;

    /// Whether a text in the record begins as one does.
    static boolean mayBeIn(FlatRecord record) {
        for (String place : PLACES) {
            if (record.first(place)
                    .filter(text -> text.startsWith("{") || EventXml.mayBe(text))
                    .isPresent()) {
                return true;
            }
        }
        return false;
    }

    /// The event that a text in the record is; nothing where none is one of a known shape.
    Optional<Event> event(FlatRecord record, LogItem item, long offset, long number) {
        for (String place : PLACES) {
            Optional<Event> event = record.first(place).flatMap(text -> event(text, item, offset, number));
            if (event.isPresent()) {
                return event;
            }
        }
        return Optional.empty();
    }

    private Optional<Event> event(String text, LogItem item, long offset, long number) {
        if (EventXml.mayBe(text)) {
            return xml.parse(text).map(windows -> windows.event(item, offset, number));
        }
        return text.startsWith("{") ? json(text.getBytes(UTF_8), item, offset, number) : Optional.empty();
    }

    private Optional<Event> json(byte[] text, LogItem item, long offset, long number) {
        if (inner == null) {
            inner = new JsonRecords();
            inner.keepWholes();
        }
        List<Event> events = new ArrayList<>();
        try {
            inner.read(text, 0, text.length, record -> {
                if (RecordShapes.isKnown(record)) {
                    events.add(RecordShapes.of(record).event(record, item, offset, number));
                }
            });
        } catch (JacksonException e) {
            return Optional.empty(); // a message that only begins like a record
        }
        return events.stream().findFirst();
    }
}
