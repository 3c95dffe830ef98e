package io.ashiato.readers.jsonlog;

import io.ashiato.bytes.Damage;
import io.ashiato.model.Event;
import io.ashiato.model.EventView;
import io.ashiato.model.FieldNames;
import io.ashiato.model.RecordView;
import io.ashiato.readers.LogBatch;
import io.ashiato.readers.LogFrames;
import io.ashiato.readers.LogItem;
import io.ashiato.readers.LogMapping;
import io.ashiato.readers.LogReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Makes events of records that are JSON. What is not JSON costs its own line alone.
final class JsonLogReader implements LogReader {
    private final JsonRecords records = new JsonRecords();
    private final EmbeddedRecord embedded = new EmbeddedRecord();
    private final LineForms forms = new LineForms();
    private final Map<FieldNames, FieldNames> names = new HashMap<>();

    /// For records that are of no shape known here.
    private final Optional<RecordShape> described;

    private final boolean knowsForms;

    JsonLogReader(Optional<LogMapping> mapping) {
        this(mapping, true);
    }

    /// @param knowsForms whether lines of known forms are read in place; else each is parsed
    JsonLogReader(Optional<LogMapping> mapping, boolean knowsForms) {
        this.described = mapping.map(MappedRecord::new);
        this.knowsForms = knowsForms;
    }

    @Override
    public LogBatch read(LogFrames frames, LogItem item) {
        var events = new ArrayList<Event>(frames.count());
        List<Damage> damage = read(frames, item, record -> events.add(record.event()));
        return new LogBatch(events, damage);
    }

    @Override
    public List<Damage> read(LogFrames frames, LogItem item, Consumer<RecordView> visitor) {
        List<Damage> damage = new ArrayList<>(frames.damage());
        for (int i = 0; i < frames.count(); i++) {
            if (!isReadInPlace(frames, i, item, visitor)) {
                readPlainly(frames, i, item, damage).forEach(event -> visitor.accept(new EventView(event)));
            }
        }
        return damage;
    }

    private boolean isReadInPlace(LogFrames frames, int i, LogItem item, Consumer<RecordView> visitor) {
        LineForm form = knowsForms ? forms.find(frames.bytes(), frames.from(i), frames.to(i)) : null;
        if (form == null) {
            return false;
        }
        FlatRecord record = records.current();
        record.turnTo(form.places(), form.marks(), forms.values());
        RecordShape shape = shape(record);
        if (shape.wantsWholes()) {
            return false; // forms do not tell all of its values
        }
        visitor.accept(view(record, form, shape, item, frames.offset(i), frames.number(i)));
        return true;
    }

    private RecordView view(
            FlatRecord record, LineForm form, RecordShape shape, LogItem item, long offset, long number) {
        FieldPlan plan = form.plan(shape, names);
        boolean mayEmbed = shape.mayEmbed() && record.has(Mark.EMBEDDED) && EmbeddedRecord.mayBeIn(record);
        return plan == null || mayEmbed || !plan.fits(record)
                ? new EventView(event(record, item, offset, number))
                : new LineRecord(record, forms.values(), shape, plan, item, offset, number);
    }

    private List<Event> readPlainly(LogFrames frames, int i, LogItem item, List<Damage> damage) {
        var line = new ParsedLine(frames, i, item);
        try {
            line.read();
            if (line.isCut) {
                damage.add(new Damage.OverLimit("values of a JSON record", frames.offset(i), FlatRecord.MAX_VALUES));
            }
        } catch (JacksonException e) {
            damage.add(damage(e, frames, i));
        }
        return line.events;
    }

    /// What parsing a line gives: events up to where it stops being JSON.
    private final class ParsedLine {
        private final LogFrames frames;
        private final int line;
        private final LogItem item;
        private final List<Event> events = new ArrayList<>(1);
        private boolean isCut;
        private boolean lacksWholes;
        private @Nullable LineForm form;

        ParsedLine(LogFrames frames, int line, LogItem item) {
            this.frames = frames;
            this.line = line;
            this.item = item;
        }

        /// Reads a line, and again where it turns out that its objects are wanted as text too. That holds for the
        /// next ones, as logs hold records of one kind; it costs Windows records nothing.
        void read() {
            parse();
            if (lacksWholes) {
                records.keepWholes();
                events.clear();
                parse();
            } else if (form != null && events.size() == 1) {
                forms.learn(form);
            }
        }

        private void parse() {
            records.read(frames.bytes(), frames.from(line), frames.to(line), this::take);
        }

        private void take(FlatRecord record) {
            isCut |= record.isCut();
            if (shape(record).wantsWholes()) {
                lacksWholes |= !records.keepsWholes();
            } else {
                record.dropWholes();
                form = knowsForms ? forms.form(frames.bytes(), frames.from(line), frames.to(line), record) : null;
            }
            events.add(event(record, item, frames.offset(line), frames.number(line)));
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
