package io.ashiato.readers.jsonlog;

import io.ashiato.bytes.Damage;
import io.ashiato.model.Event;
import io.ashiato.readers.LogBatch;
import io.ashiato.readers.LogFrames;
import io.ashiato.readers.LogItem;
import io.ashiato.readers.LogMapping;
import io.ashiato.readers.LogReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;

/// Makes events of records that are JSON. What is not JSON costs its own line alone.
final class JsonLogReader implements LogReader {
    private final JsonRecords records = new JsonRecords();
    private final EmbeddedRecord embedded = new EmbeddedRecord();

    /// For records that are of no shape known here.
    private final Optional<RecordShape> described;

    JsonLogReader(Optional<LogMapping> mapping) {
        described = mapping.map(MappedRecord::new);
    }

    @Override
    public LogBatch read(LogFrames frames, LogItem item) {
        var events = new ArrayList<Event>(frames.count());
        List<Damage> damage = new ArrayList<>(frames.damage());
        for (int i = 0; i < frames.count(); i++) {
            long offset = frames.offset(i);
            long number = frames.number(i);
            try {
                boolean[] isCut = new boolean[1];
                Consumer<FlatRecord> each = record -> {
                    isCut[0] |= record.isCut();
                    events.add(event(record, item, offset, number));
                };
                read(frames, i, each, events);
                if (isCut[0]) {
                    damage.add(new Damage.OverLimit("values of a JSON record", offset, FlatRecord.MAX_VALUES));
                }
            } catch (JacksonException e) {
                damage.add(damage(e, frames, i));
            }
        }
        return new LogBatch(events, damage);
    }

    /// Reads a record, and again where it turns out that its objects are wanted as text too. That holds for the
    /// next ones, as logs hold records of one kind; it costs Windows records nothing.
    private void read(LogFrames frames, int i, Consumer<FlatRecord> each, List<Event> events) {
        int before = events.size();
        boolean[] wantsWholes = new boolean[1];
        Consumer<FlatRecord> asked = record -> {
            wantsWholes[0] |= shape(record).wantsWholes();
            each.accept(record);
        };
        records.read(frames.bytes(), frames.from(i), frames.to(i), asked);
        if (wantsWholes[0] && !records.keepsWholes()) {
            events.subList(before, events.size()).clear();
            records.keepWholes();
            records.read(frames.bytes(), frames.from(i), frames.to(i), each);
        }
    }

    private RecordShape shape(FlatRecord record) {
        RecordShape known = RecordShapes.of(record);
        return RecordShapes.isUnknown(known)
                ? described.filter(shape -> shape.fits(record)).orElse(known)
                : known;
    }

    private Event event(FlatRecord record, LogItem item, long offset, long number) {
        RecordShape shape = shape(record);
        if (record.has(Mark.EMBEDDED) && shape.mayEmbed()) {
            Optional<Event> inside = embedded.event(record, item, offset, number);
            if (inside.isPresent()) {
                return inside.get();
            }
        }
        return shape.event(record, item, offset, number);
    }

    /// Where a record stops being JSON: at its end, or at a byte that must not stand there.
    private static Damage damage(JacksonException e, LogFrames frames, int record) {
        long in = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getByteOffset());
        int at = (int) Math.min(frames.from(record) + in, frames.to(record));
        long offset = frames.offset(record) + in;
        return at == frames.to(record)
                ? new Damage.Truncated("JSON record", offset, 1, 0)
                : new Damage.OutOfRange("byte of JSON", offset, frames.bytes()[at] & 0xFF, ' ', '}');
    }
}
