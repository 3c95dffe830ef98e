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
/// Knows no limit of a chunk's cost, since it spends nothing on a record: of a crafted log it may give
/// records that the other ways leave out as too costly. Of a name that comes twice the first field counts; a
/// field that is not there has the type [#ABSENT]. For one thread.
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
    private final InstanceReader instances = new InstanceReader();
    private final byte[][] bytes;
    private final int[] at;
    private final int[] kind;
    private @Nullable RecordReader plain;
    private int fragments;
    private int records;

    /// @param system fields of the envelope, as [EvtxEvents] names them; they have the first numbers
    /// @param data fields of the data, numbered behind those
    public SlotLane(List<String> system, List<String> data) {
        this.system = List.copyOf(system);
        this.data = List.copyOf(data);
        int count = system.size() + data.size();
        bytes = new byte[count][];
        at = new int[count];
        kind = new int[count];
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
        TemplateLayout layout = instances.read(recordAt + ChunkFrames.RECORD_HEADER, recordAt + size - 4, 0);
        return layout != null
                && isComplete(layout.plan(TemplateLayout.RECORD, system, data), 0)
                && fragments == instances.slots().fragments();
    }

    private boolean isComplete(FieldPlan plan, int base) {
        if (!plan.isComplete()) {
            return false;
        }
        int top = base + instances.count();
        int[] wanted = plan.wanted();
        for (int i = 0; i < wanted.length; i++) {
            int guard = plan.guards()[i];
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
        int found = instances.slots().kind(base + slot);
        boolean isEmpty = instances.slots().isEmpty(base + slot);
        if (isEmpty ? plan.stayEmpty()[index] : ValueBytes.isSingle(found)) {
            bytes[field] = instances.chunk();
            at[field] = instances.slots().at(base + slot);
            kind[field] = isEmpty ? TEXT << 16 : found;
            return true;
        }
        return isEmpty || found >> 16 == ValueReader.BINARY_XML; // no field; but an array is several
    }

    private boolean isInnerComplete(FieldPlan plan, int slot, int top) {
        if (instances.slots().kind(slot) >> 16 != ValueReader.BINARY_XML) {
            return plan.innerIsPart() || instances.slots().isEmpty(slot);
        }
        if (++fragments > InstanceReader.MOST_FRAGMENTS) {
            return false;
        }
        TemplateLayout layout = instances.fragment(slot, top);
        if (layout != null) {
            int role = plan.innerIsPart() ? TemplateLayout.PART : TemplateLayout.LEAVES;
            return isComplete(layout.plan(role, system, data), top);
        }
        return plan.innerIsPart() && areElements(slot);
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
