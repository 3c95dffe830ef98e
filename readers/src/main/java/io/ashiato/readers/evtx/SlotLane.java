package io.ashiato.readers.evtx;

import io.ashiato.bytes.LittleEndian;
import io.ashiato.model.Event;
import io.ashiato.model.Fields;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a few named fields of every record in place: no tree, no text, nothing allocated. The fastest way to look
/// at all records, for those who need little of each.
///
/// Knows no limit of a chunk's cost, since it spends nothing on a record: of a crafted log it may give records that
/// the other ways leave out as too costly. It does not look at values that nobody wants, and so does not tell what is
/// wrong with them. Of a name that comes twice the first field counts; a field that is not there has the type
/// [#ABSENT]. For one thread.
public final class SlotLane {
    /// Stands for the type of a field that the record does not have.
    public static final int ABSENT = -1;

    /// The type of text: UTF-16LE, the NULs that end it left out. Constants of a template and all that only the plain
    /// reader could read come as text too.
    public static final int TEXT = ValueReader.TEXT;

    /// Of a longer text, which only nested values can make, no more is given; even, so that no unit is cut.
    private static final int MOST_BYTES = 0xFFFE;

    /// Told of each record.
    public interface Visitor {
        /// The fields are in `fields` until this returns.
        ///
        /// @param headerId of the record
        /// @param at of the record from the start of the chunk
        void record(SlotLane fields, long headerId, int at);
    }

    private final List<String> system;
    private final List<String> data;
    private final Layouts<FieldPlans> layouts;
    private final InstanceReader<FieldPlans> instances;
    private final byte[][] bytes;
    private final int[] at;
    private final int[] kind;
    private final ElementFields elementFields = new ElementFields(new RecentTexts(new ValueTexts()));
    private @Nullable RecordReader plain;
    private int fragments;
    private int records;

    /// @param system fields of the envelope, as [EvtxEvents] names them; they have the first numbers
    /// @param data fields of the data, numbered behind those
    public SlotLane(List<String> system, List<String> data) {
        this(List.copyOf(system), List.copyOf(data), new Layouts<>(template -> new FieldPlans(template, system, data)));
    }

    private SlotLane(List<String> system, List<String> data, Layouts<FieldPlans> layouts) {
        this.system = system;
        this.data = data;
        this.layouts = layouts;
        this.instances = new InstanceReader<>(layouts, false);
        int count = system.size() + data.size();
        bytes = new byte[count][];
        at = new int[count];
        kind = new int[count];
    }

    /// A lane for another thread; both share what they learn of templates.
    public SlotLane another() {
        return new SlotLane(system, data, layouts);
    }

    /// Reads a chunk.
    public ChunkFlaws read(ChunkBytes chunk, Visitor visitor) {
        records = 0;
        instances.turnTo(chunk.bytes(), chunk.length());
        var frames = new ChunkFrames(chunk.bytes(), chunk.length(), chunk.offset());
        var reader = new RecordReader(chunk.bytes(), chunk.length(), chunk.offset(), frames);
        plain = reader;
        frames.walk((at, size) -> {
            if (isRead(at, size)) {
                records++;
                visitor.record(this, LittleEndian.i64(chunk.bytes(), at + ChunkFrames.ID_AT), at);
            } else {
                reader.read(at, size).ifPresent(record -> {
                    take(EvtxEvents.event(record, "", ""));
                    records++;
                    visitor.record(this, record.headerId(), at);
                });
            }
        });
        return new ChunkFlaws(records, frames.chunkDamage(), frames.recordFlaws());
    }

    /// The value's type (MS-EVEN6 2.2.12), or [#ABSENT]. An empty value has the type of text and the size 0.
    public int type(int field) {
        return kind[field] >> 16;
    }

    /// The value's size in bytes.
    public int size(int field) {
        return kind[field] & 0xFFFF;
    }

    /// Where the value begins in [#bytes].
    public int at(int field) {
        return at[field];
    }

    /// What the value lies in; not to be written to.
    public byte[] bytes(int field) {
        return bytes[field];
    }

    /// Whether the record could be read here; then its fields are.
    private boolean isRead(int recordAt, int size) {
        Arrays.fill(kind, ABSENT);
        fragments = 0;
        instances.beginRecord();
        TemplateLayout<FieldPlans> layout =
                instances.read(recordAt + ChunkFrames.RECORD_HEADER, recordAt + size - 4, 0);
        return layout != null
                && isComplete(layout.code().ofRecord(), 0)
                && fragments == instances.slots().fragments();
    }

    private boolean isComplete(FieldPlan plan, int base) {
        if (!plan.isComplete()) {
            return false;
        }
        int top = base + instances.count();
        int[] wanted = plan.wanted();
        int[] guards = plan.guards();
        for (int i = 0; i < wanted.length; i++) {
            int guard = guards[i];
            boolean isThere = guard < 0 || !instances.slots().isNull(base + guard);
            if (isThere && kind[wanted[i]] == ABSENT && !isSet(wanted[i], base, plan, i)) {
                return false;
            }
        }
        return plan.inner() == FieldPlan.NONE || isInnerComplete(plan, base + plan.inner(), top);
    }

    private boolean isSet(int field, int base, FieldPlan plan, int index) {
        int slot = plan.slots()[index];
        if (slot == FieldPlan.NONE) {
            bytes[field] = plan.constants()[index];
            at[field] = 0;
            kind[field] = TEXT << 16 | Math.min(plan.constants()[index].length, MOST_BYTES);
            return true;
        }
        SlotTable slots = instances.slots();
        if (!slots.isSound(instances.chunk(), base + slot)) {
            return false;
        }
        int found = slots.kind(base + slot);
        boolean isEmpty = SlotTable.isEmptyKind(found);
        if (isEmpty ? plan.stayEmpty()[index] : ValueBytes.isSingle(found)) {
            bytes[field] = instances.chunk();
            at[field] = slots.at(base + slot);
            kind[field] = isEmpty ? TEXT << 16 : found;
            return true;
        }
        return isEmpty || found >> 16 == ValueReader.BINARY_XML; // no field; but an array is several
    }

    private boolean isInnerComplete(FieldPlan plan, int slot, int top) {
        if (!instances.slots().isSound(instances.chunk(), slot)) {
            return false;
        }
        if (instances.slots().kind(slot) >> 16 != ValueReader.BINARY_XML) {
            return plan.innerIsPart() || instances.slots().isEmpty(slot);
        }
        if (++fragments > InstanceReader.MOST_FRAGMENTS) {
            return false;
        }
        TemplateLayout<FieldPlans> layout = instances.fragment(slot, top);
        if (layout != null) {
            FieldPlan fields =
                    plan.innerIsPart() ? layout.code().ofParts() : layout.code().ofLeaves();
            return isComplete(fields, top);
        }
        return areElementFields(plan.innerIsPart(), slot) || (plan.innerIsPart() && areElements(slot));
    }

    /// Takes the fields of a fragment that is no template instance from its tokens, if it is of the usual kind.
    private boolean areElementFields(boolean areParts, int slot) {
        int size = instances.slots().kind(slot) & 0xFFFF;
        if (!elementFields.read(
                areParts,
                instances.chunk(),
                instances.length(),
                instances.slots().at(slot),
                size)) {
            return false;
        }
        takeElementFields();
        return true;
    }

    /// Takes the fields of a fragment that is no template instance: an empty EventData, an event that was forwarded.
    private boolean areElements(int slot) {
        int size = instances.slots().kind(slot) & 0xFFFF;
        List<XmlElement> elements = plain == null
                ? List.of()
                : plain.fragment(instances.slots().at(slot), size).orElse(List.of());
        var found = new Fields.Builder();
        for (XmlElement element : elements) {
            if (element.name().equals(EvtxEvents.SYSTEM)) {
                return false;
            }
            EvtxEvents.data(element, found);
        }
        take(found.build(), data, system.size());
        return !elements.isEmpty();
    }

    private void takeElementFields() {
        for (int i = 0; i < elementFields.count(); i++) {
            int index = data.indexOf(elementFields.name(i));
            int field = system.size() + index;
            if (index >= 0 && kind[field] == ABSENT) {
                bytes[field] = instances.chunk();
                at[field] = elementFields.at(i);
                kind[field] = TEXT << 16 | elementFields.size(i);
            }
        }
    }

    /// Takes the fields of an event that the plain reader read.
    private void take(Event event) {
        Arrays.fill(kind, ABSENT);
        take(event.system(), system, 0);
        take(event.data(), data, system.size());
    }

    private void take(Fields from, List<String> names, int first) {
        for (int i = 0; i < names.size() && from.size() > 0; i++) {
            int field = first + i;
            if (kind[field] == ABSENT) {
                from.first(names.get(i)).ifPresent(text -> {
                    bytes[field] = LittleEndian.utf16(text);
                    at[field] = 0;
                    kind[field] = TEXT << 16 | Math.min(bytes[field].length, MOST_BYTES);
                });
            }
        }
    }
}
