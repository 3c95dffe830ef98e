package io.ashiato.readers.evtx;

import io.ashiato.bytes.JsonText;
import io.ashiato.bytes.LittleEndian;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Writes the records of chunks as JSON lines without making trees of them: each template is compiled once, and a
/// record is its fixed text with the values in between.
///
/// The lines are those of [EvtxJson]: a record that is not sound beyond doubt, or of a rare form, is read by the
/// plain reader, and a chunk that comes near one of its limits is read by it as a whole. For one thread.
public final class JsonLane {
    private static final int REFUSED = -1;
    /// JSON of one chunk; real ones become 0.2 MiB at most.
    private static final int MOST_BYTES = 2 << 20;

    private static final ChunkBytes NOTHING = new ChunkBytes();

    private final RecordSelection selection;
    private final SelectedRecords selected;
    private final Layouts<JsonCodes> layouts;
    private final InstanceReader<JsonCodes> instances;
    private final ValueBytes values = new ValueBytes();
    private final ElementBytes elements = new ElementBytes();
    private byte[] out = NOTHING.bytes();
    private int begin;
    private int end;
    private int records;
    private RecordReader plain = new RecordReader(NOTHING.bytes(), 0, 0, new ChunkFrames(NOTHING.bytes(), 0, 0));
    private long leftToPlain;
    private int fragments;
    private int promised; // bytes that the codes at work on this record may still write
    private long cost;

    /// A lane for every record.
    public JsonLane() {
        this(RecordSelection.ALL);
    }

    /// @param selection the records that become lines; one that is not by its id is not looked at
    public JsonLane(RecordSelection selection) {
        this(selection, new SelectedRecords(selection), new Layouts<>(JsonCodes::new));
    }

    private JsonLane(RecordSelection selection, SelectedRecords selected, Layouts<JsonCodes> layouts) {
        this.selection = selection;
        this.selected = selected;
        this.layouts = layouts;
        this.instances = new InstanceReader<>(layouts, true);
    }

    /// A lane for another thread; both share what they learn of templates.
    public JsonLane another() {
        return new JsonLane(selection, selected.another(), layouts);
    }

    /// Reads a chunk.
    ///
    /// @param into takes its lines, behind what it holds
    /// @return nothing if the chunk comes near one of its limits, as only crafted ones do: it is then to be read by
    ///     [EvtxFile#read(int)], record by record, and `into` is as it was
    public Optional<ChunkFlaws> read(ChunkBytes chunk, JsonLines into) {
        out = into.bytes();
        begin = into.length();
        end = begin;
        records = 0;
        cost = 0;
        instances.turnTo(chunk.bytes(), chunk.length());
        selected.turnTo(chunk);
        var frames = new ChunkFrames(chunk.bytes(), chunk.length(), chunk.offset());
        plain = new RecordReader(chunk.bytes(), chunk.length(), chunk.offset(), frames);
        frames.walk(this::record);
        if (cost + plain.cost() > Limits.CHUNK_COST || end - begin > MOST_BYTES || frames.isOverLimit()) {
            into.set(out, begin);
            return Optional.empty();
        }
        into.set(out, end);
        return Optional.of(new ChunkFlaws(records, frames.chunkDamage(), frames.recordFlaws()));
    }

    private void record(int at, int size) {
        SelectedRecords.Answer answer = selected.answer(at, size);
        if (answer == SelectedRecords.Answer.UNWANTED || end - begin > MOST_BYTES || cost > Limits.CHUNK_COST) {
            return; // or the chunk is given up
        }
        if (answer == SelectedRecords.Answer.UNKNOWN) {
            plain(at, size);
            return;
        }
        fragments = 0;
        instances.beginRecord();
        promised = 0;
        int written = instance(instances.read(at + ChunkFrames.RECORD_HEADER, at + size - 4, 0), 0, size, end, true);
        if (written != REFUSED && fragments == instances.slots().fragments()) {
            end = written;
            records++;
        } else {
            plain(at, size);
        }
    }

    private void plain(int at, int size) {
        leftToPlain++;
        plain.read(at, size).filter(selection::takes).ifPresent(this::line);
    }

    private void line(EvtxRecord record) {
        if (record.event().unfolded() > MOST_BYTES) {
            cost = Limits.CHUNK_COST + 1; // one such record is enough to give up the chunk
            return;
        }
        byte[] line = EvtxJson.line(record.event()).getBytes(StandardCharsets.UTF_8);
        room(line.length + 1, end);
        System.arraycopy(line, 0, out, end, line.length);
        end += line.length;
        out[end++] = '\n';
        records++;
    }

    /// Runs the code of an instance whose values begin at `base`.
    ///
    /// @param size that its values have at most, in bytes
    /// @return where it stopped, or [#REFUSED]
    private int instance(@Nullable TemplateLayout<JsonCodes> layout, int base, int size, int from, boolean isRecord) {
        if (layout == null) {
            return REFUSED;
        }
        JsonCode code = isRecord ? layout.code().asRecord() : layout.code().asMembers();
        if (code == JsonCode.NONE) {
            return REFUSED;
        }
        cost += layout.cost() + (long) Limits.RESERVE_PER_BYTE * size;
        promised += code.bound(size);
        room(promised, from);
        return run(code, base, base + instances.count(), from);
    }

    /// The loop alone: what a step does with its value is apart, so that the compiler of the machine has two methods
    /// of a reasonable size, and throws away only the one in which something happens for the first time.
    private int run(JsonCode code, int base, int top, int from) {
        int[] steps = code.steps();
        byte[] text = code.text();
        int pos = from;
        int step = 0;
        while (true) {
            int fixed = steps[step + 4];
            copy(text, steps[step + 3], out, pos, fixed);
            pos += fixed;
            int what = steps[step];
            if (what == JsonCode.END) {
                return pos;
            }
            int slot = base + steps[step + 1];
            int operand = steps[step + 2];
            if (what == JsonCode.IF_NULL) {
                step = instances.slots().isNull(slot) ? operand : step + JsonCode.WIDTH;
                continue;
            }
            pos = written(what, code, slot, operand, top, pos);
            if (pos < 0) {
                return REFUSED;
            }
            step += JsonCode.WIDTH;
        }
    }

    /// Does what a step does behind its fixed text.
    ///
    /// @return where it stopped, or [#REFUSED]
    private int written(int what, JsonCode code, int slot, int operand, int top, int pos) {
        return switch (what) {
            case JsonCode.CONTENT -> {
                int kind = instances.slots().kind(slot);
                yield ValueBytes.isSingle(kind)
                        ? values.write(instances.chunk(), instances.slots().at(slot), kind, out, pos)
                        : content(code, slot, operand, top, pos);
            }
            case JsonCode.ATTRIBUTE -> {
                int kind = instances.slots().kind(slot);
                yield SlotTable.isEmptyKind(kind)
                        ? pos - operand
                        : comma(
                                out,
                                values.write(
                                        instances.chunk(), instances.slots().at(slot), kind, out, pos));
            }
            case JsonCode.LEAF -> leaf(slot, operand, out, pos);
            case JsonCode.EMPTY_LEAF -> emptyLeaf(operand, out, pos);
            case JsonCode.ATTRIBUTES -> attributes(operand, out, pos);
            case JsonCode.MEMBERS -> members(code, slot, operand, top, pos);
            case JsonCode.CLOSE -> closed(out, pos);
            default -> pos; // fixed text only
        };
    }

    private static int comma(byte[] to, int pos) {
        if (pos < 0) {
            return REFUSED;
        }
        to[pos] = ',';
        return pos + 1;
    }

    private static int attributes(int opening, byte[] to, int pos) {
        if (to[pos - 1] != ',') {
            return pos - opening;
        }
        to[pos - 1] = '}';
        to[pos] = ',';
        return pos + 1;
    }

    private int leaf(int slot, int opening, byte[] to, int pos) {
        SlotTable slots = instances.slots();
        if (slots.isEmpty(slot)) {
            return emptyLeaf(opening, to, pos);
        }
        if (to[pos - 1] != ',') { // no attributes: the value is all there is
            return values.write(instances.chunk(), slots.at(slot), slots.kind(slot), to, pos - opening);
        }
        to[pos - 1] = '}';
        int end = JsonBytes.ascii(",\"#text\":", to, pos);
        end = values.write(instances.chunk(), slots.at(slot), slots.kind(slot), to, end);
        if (end < 0) {
            return REFUSED;
        }
        to[end] = '}';
        return end + 1;
    }

    private static int emptyLeaf(int opening, byte[] to, int pos) {
        if (to[pos - 1] != ',') {
            return JsonBytes.ascii("null", to, pos - opening);
        }
        to[pos - 1] = '}';
        to[pos] = '}';
        return pos + 1;
    }

    /// Copies a piece of fixed text: [JsonCode#COPIED_AT_ONCE] bytes, which is more than most have, and behind them
    /// eight at a time. What is too much is written over.
    private static void copy(byte[] from, int at, byte[] to, int pos, int length) {
        LittleEndian.put64(to, pos, LittleEndian.i64(from, at));
        LittleEndian.put64(to, pos + 8, LittleEndian.i64(from, at + 8));
        for (int i = JsonCode.COPIED_AT_ONCE; i < length; i += Long.BYTES) {
            LittleEndian.put64(to, pos + i, LittleEndian.i64(from, at + i));
        }
    }

    private static int closed(byte[] to, int pos) {
        if (to[pos - 1] == ',') {
            to[pos - 1] = '}';
            return pos;
        }
        return JsonBytes.ascii("null", to, pos - 1); // an object that got no members
    }

    private int content(JsonCode code, int slot, int operand, int top, int pos) {
        SlotTable slots = instances.slots();
        boolean isData = (operand & 1) == JsonCode.DATA;
        int kind = slots.kind(slot);
        if (slots.isEmpty(slot)) {
            return JsonBytes.ascii(isData ? "\"\"" : "null", out, pos);
        }
        return switch (kind >> 16) {
            case ValueReader.BINARY_XML -> isData ? REFUSED : object(code, slot, operand >> 1, top, pos);
            case ValueReader.TEXT | ValueReader.ARRAY -> isData ? list(code, slot, kind & 0xFFFF, pos) : REFUSED;
            default -> REFUSED;
        };
    }

    /// Writes an array of texts; the plain reader has an element for each.
    private int list(JsonCode code, int slot, int size, int pos) {
        byte[] chunk = instances.chunk();
        int at = instances.slots().at(slot);
        cost += (long) ValueTexts.count(chunk, at, size) * (code.text().length + 4 * Limits.NODE_COST);
        return values.list(chunk, at, size, out, pos);
    }

    private int object(JsonCode code, int slot, int keys, int top, int pos) {
        out[pos] = '{';
        int written = members(code, slot, keys, top, pos + 1);
        return written == REFUSED ? REFUSED : closed(out, written);
    }

    private int members(JsonCode code, int slot, int keys, int top, int pos) {
        SlotTable slots = instances.slots();
        if (slots.isEmpty(slot)) {
            return pos;
        }
        if (slots.kind(slot) >> 16 != ValueReader.BINARY_XML || ++fragments > InstanceReader.MOST_FRAGMENTS) {
            return REFUSED;
        }
        TemplateLayout<JsonCodes> fragment = instances.fragment(slot, top);
        if (fragment == null) {
            return elements(code, slot, keys, pos);
        }
        return code.mayTake(keys, fragment.code().asMembers())
                ? instance(fragment, top, slots.kind(slot) & 0xFFFF, pos, false)
                : REFUSED;
    }

    /// Writes a fragment that is no template instance as members: events that were forwarded, an empty EventData.
    private int elements(JsonCode code, int slot, int keys, int pos) {
        int size = instances.slots().kind(slot) & 0xFFFF;
        cost += (long) Limits.RESERVE_PER_BYTE * size;
        int written = elements.write(
                instances.chunk(), instances.length(), instances.slots().at(slot), size);
        if (written == ElementBytes.REFUSED) {
            return trees(code, slot, keys, pos);
        }
        cost += elements.unfolded();
        if (!code.mayTake(keys, elements.names())) {
            return REFUSED;
        }
        room(written + promised, pos);
        System.arraycopy(elements.bytes(), 0, out, pos, written);
        return pos + written;
    }

    /// The same by way of trees.
    private int trees(JsonCode code, int slot, int keys, int pos) {
        int size = instances.slots().kind(slot) & 0xFFFF;
        List<XmlElement> elements =
                plain.fragment(instances.slots().at(slot), size).orElse(List.of());
        var names = new HashSet<String>();
        var members = new StringBuilder();
        for (XmlElement element : elements) {
            cost += element.unfolded();
            if (!names.add(element.name())
                    || EvtxJson.isReserved(element.name())
                    || element.height() > TemplateLayout.MOST_HEIGHT
                    || element.unfolded() > MOST_BYTES) {
                return REFUSED;
            }
            JsonText.quote(members, element.name());
            members.append(':')
                    .append(EvtxJson.value(element, EvtxJson.isDataContainer(element.name())))
                    .append(',');
        }
        if (names.isEmpty() || !code.mayTake(keys, names)) {
            return REFUSED;
        }
        byte[] bytes = members.toString().getBytes(StandardCharsets.UTF_8);
        room(bytes.length + promised, pos);
        System.arraycopy(bytes, 0, out, pos, bytes.length);
        return pos + bytes.length;
    }

    private void room(int bytes, int from) {
        if (out.length - from < bytes) {
            byte[] larger = new byte[Math.max(2 * out.length, from + bytes)];
            System.arraycopy(out, 0, larger, 0, from);
            out = larger;
        }
    }

    /// Records so far that were left to the plain reader, one by one.
    long leftToPlain() {
        return leftToPlain;
    }
}
