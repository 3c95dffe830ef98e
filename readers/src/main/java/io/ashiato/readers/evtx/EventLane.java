package io.ashiato.readers.evtx;

import io.ashiato.bytes.LittleEndian;
import io.ashiato.model.Event;
import io.ashiato.model.Fields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes events of the records of chunks without making trees of them: those of [EvtxEvents]. What is not sound
/// beyond doubt, or of a rare form, is read by the plain reader. For one thread.
public final class EventLane {
    private final Layouts<FieldCodes> layouts;
    private final InstanceReader<FieldCodes> instances;
    private final ValueTexts texts = new ValueTexts();
    private Fields.Builder system = new Fields.Builder();
    private Fields.Builder data = new Fields.Builder();
    private Optional<Instant> time = Optional.empty();
    private long leftToPlain;
    private @Nullable RecordReader plain;
    private int fragments;
    private int arrays;
    private long cost;

    /// What a chunk gave.
    ///
    /// @param events in the order in which their records lie in the chunk
    public record Read(List<Event> events, ChunkFlaws flaws) {
        public Read {
            events = List.copyOf(events);
        }
    }

    public EventLane() {
        this(new Layouts<>(FieldCodes::new));
    }

    private EventLane(Layouts<FieldCodes> layouts) {
        this.layouts = layouts;
        this.instances = new InstanceReader<>(layouts, true);
    }

    /// A lane for another thread; both share what they learn of templates.
    public EventLane another() {
        return new EventLane(layouts);
    }

    /// Reads a chunk.
    ///
    /// @param path of the log, as in [io.ashiato.model.EvidenceItem#path]
    /// @param sha256 of the log
    public Read read(ChunkBytes chunk, String path, String sha256) {
        var events = new ArrayList<Event>();
        cost = 0;
        instances.turnTo(chunk.bytes(), chunk.length());
        var frames = new ChunkFrames(chunk.bytes(), chunk.length(), chunk.offset());
        var reader = new RecordReader(chunk.bytes(), chunk.length(), chunk.offset(), frames);
        plain = reader;
        frames.walk((at, size) -> {
            if (cost > Limits.CHUNK_COST) {
                return; // the chunk will be read the plain way
            }
            if (isRead(at, size)) {
                long headerId = LittleEndian.i64(chunk.bytes(), at + ChunkFrames.ID_AT);
                var source = new EvtxEvents.Source(path, sha256, chunk.offset() + at, headerId);
                events.add(EvtxEvents.event(time, system.build(), data.build(), source));
            } else {
                leftToPlain++;
                reader.read(at, size).ifPresent(record -> events.add(EvtxEvents.event(record, path, sha256)));
            }
        });
        if (cost + reader.cost() > Limits.CHUNK_COST || frames.isOverLimit()) {
            return wholePlain(chunk, path, sha256);
        }
        return new Read(events, new ChunkFlaws(events.size(), frames.chunkDamage(), frames.recordFlaws()));
    }

    private static Read wholePlain(ChunkBytes chunk, String path, String sha256) {
        EvtxChunk read = new ChunkReader(chunk.bytes(), chunk.length(), chunk.index(), chunk.offset()).read();
        List<Event> events = read.records().stream()
                .map(record -> EvtxEvents.event(record, path, sha256))
                .toList();
        return new Read(events, new ChunkFlaws(events.size(), read.chunkDamage(), read.recordFlaws()));
    }

    /// Whether the record could be read here; then its fields and its time are.
    private boolean isRead(int at, int size) {
        system = new Fields.Builder();
        data = new Fields.Builder();
        time = Optional.empty();
        fragments = 0;
        arrays = 0;
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
        for (FieldCode.Field field : code.fields()) {
            boolean isAdded = switch (field) {
                case FieldCode.Fixed fixed -> {
                    if (isThere(base, fixed.guard())) {
                        (fixed.isSystem() ? system : data).add(fixed.name(), fixed.value());
                    }
                    yield true;
                }
                case FieldCode.Valued valued -> !isThere(base, valued.guard()) || add(valued, base + valued.slot());
                case FieldCode.Part(int slot) -> part(base + slot, top);
                case FieldCode.Content content ->
                    !isThere(base, content.guard()) || content(content, base + content.slot(), top);
            };
            if (!isAdded) {
                return false;
            }
        }
        return !code.hasSystem() || time(base + code.timeSlot());
    }

    private boolean isThere(int base, int guard) {
        return guard < 0 || !instances.slots().isNull(base + guard);
    }

    private boolean add(FieldCode.Valued field, int slot) {
        Fields.Builder fields = field.isSystem() ? system : data;
        int kind = instances.slots().kind(slot);
        int at = instances.slots().at(slot);
        if (ValueBytes.isSingle(kind)) {
            fields.add(field.name(), texts.text(instances.chunk(), at, kind));
        } else if (instances.slots().isEmpty(slot)) {
            if (field.staysEmpty()) {
                fields.add(field.name(), "");
            }
        } else if (field.repeats() && kind >> 16 == (ValueReader.TEXT | ValueReader.ARRAY)) {
            List<String> items = ValueTexts.items(instances.chunk(), at, kind & 0xFFFF);
            arrays++;
            cost += (long) items.size() * (4 * field.name().length() + 4 * Limits.NODE_COST);
            items.forEach(item -> fields.add(field.name(), item));
        } else {
            return false;
        }
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
        List<XmlElement> elements = elements(slot);
        for (XmlElement element : elements) {
            if (element.name().equals(EvtxEvents.SYSTEM)) {
                return false;
            }
            EvtxEvents.data(element, data);
        }
        return !elements.isEmpty();
    }

    /// Adds what a part holds whose content is one value.
    private boolean content(FieldCode.Content content, int slot, int top) {
        int kind = instances.slots().kind(slot);
        if (instances.slots().isEmpty(slot)) {
            return true;
        }
        if (ValueBytes.isSingle(kind)) {
            data.add(
                    content.name(),
                    texts.text(instances.chunk(), instances.slots().at(slot), kind));
            return true;
        }
        if (kind >> 16 != ValueReader.BINARY_XML) {
            return false;
        }
        TemplateLayout<FieldCodes> layout = fragment(slot, top);
        if (layout != null) {
            return isComplete(layout, layout.code().ofLeaves(), top, kind & 0xFFFF);
        }
        List<XmlElement> elements = elements(slot);
        elements.forEach(element -> EvtxEvents.leaf(element, "", data));
        return !elements.isEmpty();
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
        if (!instances.slots().isEmpty(slot)) {
            time = TimeValue.of(instances, texts, slot);
        }
        return true;
    }

    /// Records so far that were left to the plain reader, one by one.
    long leftToPlain() {
        return leftToPlain;
    }
}
