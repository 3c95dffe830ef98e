package io.ashiato.readers.evtx;

import io.ashiato.bytes.LittleEndian;
import io.ashiato.model.Event;
import io.ashiato.model.EventView;
import io.ashiato.model.Fields;
import io.ashiato.model.RecordView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the fields of the records of chunks where they lie, without making trees or texts of them: those of
/// [EvtxEvents]. What is not sound beyond doubt, or of a rare form, is read by the plain reader. For one thread.
public final class RecordLane {
    private final Layouts<FieldCodes> layouts;
    private final InstanceReader<FieldCodes> instances;
    private final RecordForms forms = new RecordForms();
    private final FormedRecord formed;
    private final ListedRecord listed;
    private final ElementFields elementFields;
    private long leftToPlain;
    private @Nullable RecordReader plain;
    private int fragments;
    private int arrays;
    private long cost;

    /// Told of each record.
    public interface Visitor {
        /// A chunk begins; if it has begun before, then what was told of it does not count.
        void begin();

        /// @param record valid until this returns
        void record(RecordView record);
    }

    /// What a chunk gave.
    ///
    /// @param events in the order in which their records lie in the chunk
    public record Read(List<Event> events, ChunkFlaws flaws) {
        public Read {
            events = List.copyOf(events);
        }
    }

    public RecordLane() {
        this(new Layouts<>(FieldCodes::new));
    }

    private RecordLane(Layouts<FieldCodes> layouts) {
        this.layouts = layouts;
        this.instances = new InstanceReader<>(layouts, true);
        var texts = new ValueTexts();
        var recent = new RecentTexts(texts);
        this.formed = new FormedRecord(instances, texts, recent);
        this.listed = new ListedRecord(instances, texts, recent);
        this.elementFields = new ElementFields(recent);
    }

    /// A lane for another thread; both share what they learn of templates.
    public RecordLane another() {
        return new RecordLane(layouts);
    }

    /// Makes an event of each record of a chunk.
    ///
    /// @param path of the log, as in [io.ashiato.model.EvidenceItem#path]
    /// @param sha256 of the log
    public Read events(ChunkBytes chunk, String path, String sha256) {
        var events = new ArrayList<Event>();
        ChunkFlaws flaws = read(chunk, path, sha256, new Visitor() {
            @Override
            public void begin() {
                events.clear();
            }

            @Override
            public void record(RecordView record) {
                events.add(record.event());
            }
        });
        return new Read(events, flaws);
    }

    /// Reads a chunk and tells the visitor of its records, in their order.
    ///
    /// @param path of the log, as in [io.ashiato.model.EvidenceItem#path]
    /// @param sha256 of the log
    public ChunkFlaws read(ChunkBytes chunk, String path, String sha256, Visitor visitor) {
        cost = 0;
        instances.turnTo(chunk.bytes(), chunk.length());
        forms.turnTo(layouts.timesForgotten());
        formed.turnTo(path, sha256);
        listed.turnTo(path, sha256);
        var frames = new ChunkFrames(chunk.bytes(), chunk.length(), chunk.offset());
        var reader = new RecordReader(chunk.bytes(), chunk.length(), chunk.offset(), frames);
        plain = reader;
        var read = new Records(chunk, reader, path, sha256, visitor);
        visitor.begin();
        frames.walk(read::record);
        if (cost + reader.cost() > Limits.CHUNK_COST || frames.isOverLimit()) {
            return wholePlain(chunk, path, sha256, visitor);
        }
        return new ChunkFlaws(read.count, frames.chunkDamage(), frames.recordFlaws());
    }

    /// The records of one chunk, one after the other.
    private final class Records {
        private final ChunkBytes chunk;
        private final RecordReader reader;
        private final String path;
        private final String sha256;
        private final Visitor visitor;
        private int count;

        Records(ChunkBytes chunk, RecordReader reader, String path, String sha256, Visitor visitor) {
            this.chunk = chunk;
            this.reader = reader;
            this.path = path;
            this.sha256 = sha256;
            this.visitor = visitor;
        }

        void record(int at, int size) {
            if (cost > Limits.CHUNK_COST) {
                return; // the chunk will be read the plain way
            }
            LaneRecord found = hasForm(at, size) ? formed : isListed(at, size) ? listed : null;
            if (found != null) {
                count++;
                found.begin(chunk.offset() + at, LittleEndian.i64(chunk.bytes(), at + ChunkFrames.ID_AT));
                visitor.record(found);
            } else {
                leftToPlain++;
                reader.read(at, size).ifPresent(this::readPlainly);
            }
        }

        private void readPlainly(EvtxRecord record) {
            count++;
            visitor.record(new EventView(EvtxEvents.event(record, path, sha256)));
        }
    }

    private static ChunkFlaws wholePlain(ChunkBytes chunk, String path, String sha256, Visitor visitor) {
        EvtxChunk read = new ChunkReader(chunk.bytes(), chunk.length(), chunk.index(), chunk.offset()).read();
        visitor.begin();
        read.records().forEach(record -> visitor.record(new EventView(EvtxEvents.event(record, path, sha256))));
        return new ChunkFlaws(read.records().size(), read.chunkDamage(), read.recordFlaws());
    }

    /// Whether the record is of a known form; then [#formed] is turned to it.
    private boolean hasForm(int at, int size) {
        SlotTable slots = instances.slots();
        instances.beginRecord();
        TemplateLayout<FieldCodes> outer = instances.read(at + ChunkFrames.RECORD_HEADER, at + size - 4, 0);
        if (outer == null) {
            return false;
        }
        int base = instances.count();
        int slot = outer.code().ofRecord().steps().fragmentSlot();
        TemplateLayout<FieldCodes> inner = slot < 0 ? null : instances.fragment(slot, base);
        boolean isWhole = inner != null || slot < 0 || slots.isEmpty(slot);
        if (!isWhole || slots.arrays() > 0 || slots.fragments() != (inner == null ? 0 : 1)) {
            return false;
        }
        RecordForm form = forms.of(outer, inner);
        if (form == null || !TimeValue.isReadable(slots, form.timeSlot())) {
            return false;
        }
        cost += outer.cost() + (long) Limits.RESERVE_PER_BYTE * size;
        if (inner != null) {
            cost += inner.cost() + (long) Limits.RESERVE_PER_BYTE * (slots.kind(slot) & 0xFFFF);
        }
        formed.turnTo(form, base);
        return true;
    }

    /// Whether the record could be read field by field; then [#listed] holds them.
    private boolean isListed(int at, int size) {
        fragments = 0;
        arrays = 0;
        listed.clear();
        instances.beginRecord();
        TemplateLayout<FieldCodes> layout = instances.read(at + ChunkFrames.RECORD_HEADER, at + size - 4, 0);
        return layout != null
                && isComplete(layout, layout.code().ofRecord(), 0, size)
                && fragments == instances.slots().fragments()
                && arrays == instances.slots().arrays();
    }

    private boolean isComplete(TemplateLayout<FieldCodes> layout, FieldCode code, int base, int size) {
        if (!code.isComplete()) {
            return false;
        }
        cost += layout.cost() + (long) Limits.RESERVE_PER_BYTE * size;
        int top = base + instances.count();
        FieldSteps steps = code.steps();
        for (int step = 0; step < steps.count(); step++) {
            int guard = steps.guard(step);
            boolean isThere = guard < 0 || !instances.slots().isNull(base + guard);
            if (isThere && !isAdded(steps, step, base, top)) {
                return false;
            }
        }
        return !code.hasSystem() || time(base + code.timeSlot());
    }

    private boolean isAdded(FieldSteps steps, int step, int base, int top) {
        int slot = base + steps.slot(step);
        return switch (steps.action(step)) {
            case FieldSteps.FIXED -> {
                listed.add(steps.name(step), steps.isSystem(step), steps.role(step), steps.constant(step));
                yield true;
            }
            case FieldSteps.VALUED -> value(steps, step, slot);
            case FieldSteps.PART -> part(slot, top);
            default -> content(steps.name(step), slot, top);
        };
    }

    private boolean value(FieldSteps steps, int step, int slot) {
        int kind = instances.slots().kind(slot);
        int at = instances.slots().at(slot);
        if (!ValueBytes.isSingle(kind)) {
            return addRare(steps, step, kind, at);
        }
        listed.add(steps.name(step), steps.isSystem(step), steps.role(step), at, kind);
        return true;
    }

    /// Adds what is no single value: nothing, or several in an array.
    private boolean addRare(FieldSteps steps, int step, int kind, int at) {
        if (SlotTable.isEmptyKind(kind)) {
            if (steps.staysEmpty(step)) {
                listed.add(steps.name(step), steps.isSystem(step), steps.role(step), "");
            }
            return true;
        }
        if (!steps.repeats(step) || kind >> 16 != (ValueReader.TEXT | ValueReader.ARRAY)) {
            return false;
        }
        List<String> items = ValueTexts.items(instances.chunk(), at, kind & 0xFFFF);
        arrays++;
        cost += (long) items.size() * (4 * steps.name(step).length() + 4 * Limits.NODE_COST);
        items.forEach(item -> listed.add(steps.name(step), steps.isSystem(step), steps.role(step), item));
        return true;
    }

    /// Adds what a fragment among the parts of the event holds; text among them is no part.
    private boolean part(int slot, int top) {
        int kind = instances.slots().kind(slot);
        if (instances.slots().isEmpty(slot) || kind >> 16 != ValueReader.BINARY_XML) {
            return true;
        }
        TemplateLayout<FieldCodes> layout = fragment(slot, top);
        if (layout != null) {
            FieldCode code = layout.code().ofParts();
            return !code.hasSystem() && isComplete(layout, code, top, kind & 0xFFFF);
        }
        return hasElementFields(true, slot) || parts(slot);
    }

    /// Adds the fields of a fragment that is no template instance from its tokens, if it is of the usual kind.
    private boolean hasElementFields(boolean areParts, int slot) {
        int at = instances.slots().at(slot);
        int size = instances.slots().kind(slot) & 0xFFFF;
        if (fragments > InstanceReader.MOST_FRAGMENTS
                || !elementFields.read(areParts, instances.chunk(), instances.length(), at, size)) {
            return false;
        }
        cost += (long) Limits.RESERVE_PER_BYTE * size + elementFields.unfolded();
        for (int i = 0; i < elementFields.count(); i++) {
            String name = elementFields.name(i);
            if (elementFields.size(i) == 0) {
                listed.add(name, false, LaneRecord.NO_ROLE, "");
            } else {
                int kind = ValueReader.TEXT << 16 | elementFields.size(i);
                listed.add(name, false, LaneRecord.NO_ROLE, elementFields.at(i), kind);
            }
        }
        return true;
    }

    /// The fields of parts in a fragment that is no template instance, by way of trees.
    private boolean parts(int slot) {
        List<XmlElement> elements = elements(slot);
        var data = new Fields.Builder();
        for (XmlElement element : elements) {
            if (element.name().equals(EvtxEvents.SYSTEM)) {
                return false;
            }
            EvtxEvents.data(element, data);
        }
        addData(data.build());
        return !elements.isEmpty();
    }

    /// Adds what a part holds whose content is one value.
    private boolean content(String name, int slot, int top) {
        int kind = instances.slots().kind(slot);
        if (instances.slots().isEmpty(slot)) {
            return true;
        }
        if (ValueBytes.isSingle(kind)) {
            listed.add(name, false, LaneRecord.NO_ROLE, instances.slots().at(slot), kind);
            return true;
        }
        if (kind >> 16 != ValueReader.BINARY_XML) {
            return false;
        }
        TemplateLayout<FieldCodes> layout = fragment(slot, top);
        if (layout != null) {
            return isComplete(layout, layout.code().ofLeaves(), top, kind & 0xFFFF);
        }
        return hasElementFields(false, slot) || leaves(slot);
    }

    /// The leaves in a fragment that is no template instance, by way of trees.
    private boolean leaves(int slot) {
        List<XmlElement> elements = elements(slot);
        var data = new Fields.Builder();
        elements.forEach(element -> EvtxEvents.leaf(element, "", data));
        addData(data.build());
        return !elements.isEmpty();
    }

    private void addData(Fields data) {
        for (int i = 0; i < data.size(); i++) {
            listed.add(data.name(i), false, LaneRecord.NO_ROLE, data.value(i));
        }
    }

    private @Nullable TemplateLayout<FieldCodes> fragment(int slot, int top) {
        return ++fragments > InstanceReader.MOST_FRAGMENTS ? null : instances.fragment(slot, top);
    }

    /// The elements of a fragment that is no template instance; none if it is not sound.
    private List<XmlElement> elements(int slot) {
        int size = instances.slots().kind(slot) & 0xFFFF;
        cost += (long) Limits.RESERVE_PER_BYTE * size;
        if (plain == null || fragments > InstanceReader.MOST_FRAGMENTS) {
            return List.of();
        }
        List<XmlElement> elements =
                plain.fragment(instances.slots().at(slot), size).orElse(List.of());
        cost += elements.stream().mapToLong(XmlElement::unfolded).sum();
        boolean isFlat = elements.stream().allMatch(element -> element.height() <= TemplateLayout.MOST_HEIGHT);
        return isFlat ? elements : List.of();
    }

    private boolean time(int slot) {
        if (!TimeValue.isReadable(instances.slots(), slot)) {
            return false;
        }
        listed.time(slot);
        return true;
    }

    /// Records so far that were left to the plain reader, one by one.
    long leftToPlain() {
        return leftToPlain;
    }
}
