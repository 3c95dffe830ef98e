package io.ashiato.readers.evtx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;

/// Writes event logs: a file header, and chunks with checksums, name and template tables, and as many
/// records as go in. The same events give the same bytes.
///
/// Sound events come in by [#add(LoggedEvent)]; what no Windows would write, by
/// [#add(Instant, WrittenNode...)].
public final class EvtxWriter {
    private static final int RECORD_AREA = 512;
    private static final int MORE = 0x40; // bit of a token
    private static final int NAME_BUCKETS = 64;
    private static final int TEMPLATE_BUCKETS = 32;

    private final List<byte[]> chunks = new ArrayList<>();
    private final long firstRecordId;
    private Chunk chunk = new Chunk();
    private long nextRecordId;
    private int chunksBeforeOldest;
    private UnaryOperator<EvtxHeader> headerChange = UnaryOperator.identity();

    public EvtxWriter() {
        this(1);
    }

    /// @param firstRecordId of the first event; each further one counts up
    public EvtxWriter(long firstRecordId) {
        this.firstRecordId = firstRecordId;
        this.nextRecordId = firstRecordId;
    }

    /// Appends an event.
    public EvtxWriter add(LoggedEvent event) {
        return add(event.time(), event.xml(nextRecordId));
    }

    /// Appends a record of these tokens.
    ///
    /// @throws IllegalArgumentException if it does not fit into a chunk
    public EvtxWriter add(Instant written, WrittenNode... nodes) {
        if (!chunk.add(nextRecordId, written, List.of(nodes))) {
            endChunk();
            if (!chunk.add(nextRecordId, written, List.of(nodes))) {
                throw new IllegalArgumentException("a record of more than a chunk");
            }
        }
        nextRecordId++;
        return this;
    }

    /// Begins a new chunk with the next event.
    public EvtxWriter endChunk() {
        if (!chunk.isEmpty()) {
            chunks.add(chunk.finished(firstRecordId));
        }
        chunk = new Chunk();
        return this;
    }

    /// Lets the next event have a higher id: those between were never in this file, as in an export.
    public EvtxWriter skipRecordIds(int count) {
        nextRecordId += count;
        return this;
    }

    /// Writes the log as a full one that began again at the start of the file: so many of the newest
    /// chunks lie before the oldest one.
    public EvtxWriter wrapped(int newestChunks) {
        chunksBeforeOldest = newestChunks;
        return this;
    }

    /// Changes what the file header says, from what a sound one would say. Its checksum stays right.
    public EvtxWriter header(UnaryOperator<EvtxHeader> change) {
        headerChange = change;
        return this;
    }

    /// A log that was copied while it was written: flagged, and its counts are those of an empty log.
    public EvtxWriter dirty() {
        return header(sound -> new EvtxHeader(0, 0, 1, 3, 1, 1, true, sound.full()));
    }

    /// The log as a file.
    public byte[] bytes() {
        var all = new ArrayList<>(chunks);
        if (!chunk.isEmpty()) {
            all.add(chunk.finished(firstRecordId));
        }
        Collections.rotate(all, chunksBeforeOldest);
        boolean wraps = chunksBeforeOldest > 0;
        int last = wraps ? chunksBeforeOldest - 1 : Math.max(0, all.size() - 1);
        EvtxHeader header = headerChange.apply(
                new EvtxHeader(chunksBeforeOldest, last, nextRecordId, 3, 1, all.size(), false, wraps));
        ByteBuffer file = ByteBuffer.allocate(EvtxFile.HEADER_SIZE + all.size() * EvtxFile.CHUNK_SIZE)
                .order(ByteOrder.LITTLE_ENDIAN);
        file.putLong(EvtxFile.SIGNATURE)
                .putLong(header.firstChunk())
                .putLong(header.lastChunk())
                .putLong(header.nextRecordId())
                .putInt(128)
                .putShort((short) header.minorVersion())
                .putShort((short) header.majorVersion())
                .putShort((short) EvtxFile.HEADER_SIZE)
                .putShort((short) header.chunkCount())
                .putInt(120, (header.dirty() ? 1 : 0) | (header.full() ? 2 : 0));
        file.putInt(124, checksum(file.array(), 0, 120));
        file.position(EvtxFile.HEADER_SIZE);
        all.forEach(file::put);
        return file.array();
    }

    private static int checksum(byte[] bytes, int from, int to) {
        var crc = new CRC32();
        crc.update(bytes, from, to - from);
        return (int) crc.getValue();
    }

    /// One chunk being written. All places are counted from its start.
    private static final class Chunk {
        /// Room for a record too many, which is then taken out again.
        private final ByteBuffer out =
                ByteBuffer.allocate(4 * EvtxFile.CHUNK_SIZE).order(ByteOrder.LITTLE_ENDIAN);

        private final Map<String, Integer> names = new HashMap<>();
        private final Map<WrittenNode.Element, Integer> templates = new HashMap<>();
        private final int[] nameBuckets = new int[NAME_BUCKETS];
        private final int[] templateBuckets = new int[TEMPLATE_BUCKETS];
        private long firstId;
        private long lastId;
        private int lastRecord;

        Chunk() {
            out.position(RECORD_AREA);
        }

        boolean isEmpty() {
            return out.position() == RECORD_AREA;
        }

        boolean add(long id, Instant written, List<WrittenNode> nodes) {
            int start = out.position();
            int[] nameBucketsBefore = nameBuckets.clone();
            int[] templateBucketsBefore = templateBuckets.clone();
            record(id, written, nodes);
            if (out.position() <= EvtxFile.CHUNK_SIZE) {
                firstId = start == RECORD_AREA ? id : firstId;
                lastId = id;
                lastRecord = start;
                return true;
            }
            names.values().removeIf(place -> place >= start);
            templates.values().removeIf(place -> place >= start);
            System.arraycopy(nameBucketsBefore, 0, nameBuckets, 0, NAME_BUCKETS);
            System.arraycopy(templateBucketsBefore, 0, templateBuckets, 0, TEMPLATE_BUCKETS);
            while (out.position() > start) {
                out.put(out.position() - 1, (byte) 0).position(out.position() - 1);
            }
            return false;
        }

        private void record(long id, Instant written, List<WrittenNode> nodes) {
            int start = out.position();
            out.putInt(0x2A2A).putInt(0).putLong(id).putLong(WrittenValue.ticks(written));
            fragment(nodes, false);
            while ((out.position() - start) % 8 != 4) {
                out.put((byte) 0);
            }
            int size = out.position() + 4 - start;
            out.putInt(size).putInt(start + 4, size);
        }

        private void fragment(List<WrittenNode> nodes, boolean inTemplate) {
            out.put((byte) 0x0F).put((byte) 1).put((byte) 1).put((byte) 0);
            nodes.forEach(node -> node(node, inTemplate));
            out.put((byte) 0);
        }

        /// Text that is followed by more text says so in its token.
        private void content(List<WrittenNode> nodes, boolean inTemplate) {
            for (int i = 0; i < nodes.size(); i++) {
                int token = out.position();
                node(nodes.get(i), inTemplate);
                boolean more = nodes.get(i) instanceof WrittenNode.CharacterData
                        && i + 1 < nodes.size()
                        && nodes.get(i + 1) instanceof WrittenNode.CharacterData;
                if (more) {
                    out.put(token, (byte) (out.get(token) | MORE));
                }
            }
        }

        private void node(WrittenNode node, boolean inTemplate) {
            switch (node) {
                case WrittenNode.Element element -> element(element, inTemplate);
                case WrittenNode.Text(String text) -> text(0x05, text);
                case WrittenNode.Slot(int index, int type, boolean optional) ->
                    out.put((byte) (optional ? 0x0E : 0x0D))
                            .putShort((short) index)
                            .put((byte) type);
                case WrittenNode.CData(String text) -> text(0x07, text);
                case WrittenNode.CharacterReference(char character) ->
                    out.put((byte) 0x08).putChar(character);
                case WrittenNode.EntityReference(String name) -> {
                    out.put((byte) 0x09);
                    name(name);
                }
                case WrittenNode.Instruction(String target, String data) -> {
                    out.put((byte) 0x0A);
                    name(target);
                    text(0x0B, data);
                }
                case WrittenNode.Instance instance -> instance(instance);
                case WrittenNode.Raw raw -> out.put(raw.bytes());
            }
        }

        private void text(int token, String text) {
            out.put((byte) token);
            if (token == 0x05) {
                out.put((byte) 0x01);
            }
            out.putShort((short) text.length()).put(WrittenValue.utf16(text));
        }

        private void element(WrittenNode.Element element, boolean inTemplate) {
            boolean hasAttributes = !element.attributes().isEmpty();
            out.put((byte) (hasAttributes ? 0x41 : 0x01));
            if (inTemplate) {
                out.putShort((short) element.dependency());
            }
            int sizeAt = out.position();
            out.putInt(0);
            name(element.name());
            if (hasAttributes) {
                attributes(element.attributes(), inTemplate);
            }
            if (element.children().isEmpty()) {
                out.put((byte) 0x03);
            } else {
                out.put((byte) 0x02);
                content(element.children(), inTemplate);
                out.put((byte) 0x04);
            }
            out.putInt(sizeAt, out.position() - sizeAt - 4);
        }

        private void attributes(List<WrittenNode.Attribute> attributes, boolean inTemplate) {
            int sizeAt = out.position();
            out.putInt(0);
            for (int i = 0; i < attributes.size(); i++) {
                out.put((byte) (i + 1 < attributes.size() ? 0x46 : 0x06));
                name(attributes.get(i).name());
                content(attributes.get(i).parts(), inTemplate);
            }
            out.putInt(sizeAt, out.position() - sizeAt - 4);
        }

        private void name(String name) {
            Integer known = names.get(name);
            if (known != null) {
                out.putInt(known);
                return;
            }
            int hash = 0;
            for (int i = 0; i < name.length(); i++) {
                hash = hash * 65_599 + name.charAt(i);
            }
            int bucket = (hash & 0xFFFF) % NAME_BUCKETS;
            int place = out.position() + 4;
            out.putInt(place)
                    .putInt(nameBuckets[bucket])
                    .putShort((short) hash)
                    .putShort((short) name.length())
                    .put(WrittenValue.utf16(name))
                    .putShort((short) 0);
            nameBuckets[bucket] = place;
            names.put(name, place);
        }

        private void instance(WrittenNode.Instance instance) {
            UUID guid = UUID.nameUUIDFromBytes(
                    WrittenValue.utf16(instance.definition().toString()));
            byte[] guidBytes = WrittenValue.guidBytes(guid);
            int id = ByteBuffer.wrap(guidBytes).order(ByteOrder.LITTLE_ENDIAN).getInt();
            out.put((byte) 0x0C).put((byte) 1).putInt(id);
            Integer known = templates.get(instance.definition());
            if (known != null) {
                out.putInt(known);
            } else {
                int place = out.position() + 4;
                templates.put(instance.definition(), place);
                int bucket = Integer.remainderUnsigned(id, TEMPLATE_BUCKETS);
                out.putInt(place).putInt(templateBuckets[bucket]).put(guidBytes).putInt(0);
                templateBuckets[bucket] = place;
                fragment(List.of(instance.definition()), true);
                out.putInt(place + 20, out.position() - place - 24);
            }
            values(instance.values());
        }

        private void values(List<WrittenValue> values) {
            out.putInt(values.size());
            int table = out.position();
            out.position(table + 4 * values.size());
            for (int i = 0; i < values.size(); i++) {
                int start = out.position();
                switch (values.get(i)) {
                    case WrittenValue.Bytes bytes -> out.put(bytes.bytes());
                    case WrittenValue.Xml(List<WrittenNode> nodes) -> fragment(nodes, false);
                }
                out.putShort(table + 4 * i, (short) (out.position() - start));
                out.put(table + 4 * i + 2, (byte) values.get(i).type());
            }
        }

        /// @param firstInLog the id of the log's first record, which has the number 1
        byte[] finished(long firstInLog) {
            int free = out.position();
            ByteBuffer chunk = ByteBuffer.wrap(Arrays.copyOf(out.array(), EvtxFile.CHUNK_SIZE))
                    .order(ByteOrder.LITTLE_ENDIAN);
            chunk.put("ElfChnk\0".getBytes(StandardCharsets.US_ASCII))
                    .putLong(firstId - firstInLog + 1)
                    .putLong(lastId - firstInLog + 1)
                    .putLong(firstId)
                    .putLong(lastId)
                    .putInt(128)
                    .putInt(lastRecord)
                    .putInt(free)
                    .putInt(checksum(chunk.array(), RECORD_AREA, free))
                    .putInt(120, 1);
            chunk.position(128);
            for (int place : nameBuckets) {
                chunk.putInt(place);
            }
            for (int place : templateBuckets) {
                chunk.putInt(place);
            }
            var crc = new CRC32();
            crc.update(chunk.array(), 0, 120);
            crc.update(chunk.array(), 128, RECORD_AREA - 128);
            chunk.putInt(124, (int) crc.getValue());
            return chunk.array();
        }
    }
}
