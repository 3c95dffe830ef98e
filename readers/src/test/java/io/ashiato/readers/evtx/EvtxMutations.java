package io.ashiato.readers.evtx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/// Damaged logs of one to three chunks, any number of them: a seed gives the same bytes each time.
///
/// They are made of the [WrittenLogs] and, where the shared corpora lie beside the project, of chunks
/// of real logs: bits flipped, files cut, lengths that lie, offsets that point elsewhere, tokens and
/// types exchanged, records and chunks moved. Half of them get their checksums put right.
public final class EvtxMutations {
    private static final int RECORD_AREA = 512;
    private static final int MOST_CHUNKS = 3;
    private static final int MOST_CHANGES = 6;
    private static final int REAL_LOGS = 24;
    private static final int REAL_RECORDS = 8; // of each chunk; the others become slack

    /// Numbers at which signs, sizes and limits turn over.
    private static final long[] TURNING_POINTS = {
        0,
        1,
        2,
        3,
        4,
        7,
        8,
        23,
        24,
        27,
        28,
        127,
        128,
        255,
        256,
        511,
        512,
        513,
        1_024,
        1_025,
        4_095,
        4_096,
        0x7FFF,
        0x8000,
        0xFFFE,
        0xFFFF,
        0x1_0000,
        0x1_0001,
        0x7FFF_FFFFL,
        0x8000_0000L,
        0xFFFF_FFFFL
    };

    private final List<Base> bases;

    private EvtxMutations(List<Base> bases) {
        this.bases = bases;
    }

    /// A damaged log.
    ///
    /// @param description which log, and what was done to it
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Mutation(long seed, byte[] log, String description) {
        @Override
        public String toString() {
            return "seed " + seed + ": " + description;
        }
    }

    /// A sound log.
    ///
    /// @param records where they begin
    /// @param lengths where a number stands that says how long something is
    /// @param offsets where a number stands that points to a name or a template
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Base(String name, byte[] log, int[] records, int[] lengths, int[] offsets) {}

    /// Made of the logs of our own writer.
    public static EvtxMutations ofWrittenLogs() {
        var bases = new ArrayList<Base>();
        for (WrittenLogs.WrittenLog log : WrittenLogs.all()) {
            bases.add(base(log.name(), firstChunks(log.bytes(), MOST_CHUNKS)));
        }
        return new EvtxMutations(bases);
    }

    /// Made of the logs of our own writer, and of chunks of real ones if there are any.
    public static EvtxMutations ofAllLogs() {
        var bases = new ArrayList<>(ofWrittenLogs().bases);
        if (Shared.folder("corpora").isPresent()) {
            try (var corpus = Corpus.open("evtx.zip")) {
                List<ZipEntry> logs = corpus.logs().stream()
                        .filter(entry -> entry.getSize() > EvtxFile.HEADER_SIZE + EvtxFile.CHUNK_SIZE)
                        .toList();
                for (int i = 0; i < REAL_LOGS; i++) {
                    String name = logs.get(i * logs.size() / REAL_LOGS).getName();
                    bases.add(base(name, shortened(firstChunks(corpus.read(name), 1 + i % 2))));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new EvtxMutations(bases);
    }

    private static byte[] firstChunks(byte[] log, int count) {
        return Arrays.copyOf(log, Math.min(log.length, EvtxFile.HEADER_SIZE + count * EvtxFile.CHUNK_SIZE));
    }

    /// Chunks that end after a few records: reading them takes a fraction of the time. What was behind
    /// lies there still, as old records do in a log that was cleared.
    private static byte[] shortened(byte[] bytes) {
        ByteBuffer log = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int chunk = EvtxFile.HEADER_SIZE; chunk < bytes.length; chunk += EvtxFile.CHUNK_SIZE) {
            int free = log.getInt(chunk + 48);
            int last = RECORD_AREA;
            int end = RECORD_AREA;
            for (int i = 0; i < REAL_RECORDS && end < free; i++) {
                last = end;
                end += log.getInt(chunk + end + 4);
            }
            log.putLong(chunk + 32, log.getLong(chunk + last + 8)).putInt(chunk + 44, last);
            log.putInt(chunk + 48, end);
        }
        repairChecksums(bytes, bytes.length);
        return bytes;
    }

    private static void repairChecksums(byte[] bytes, int length) {
        ByteBuffer log = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = EvtxFile.HEADER_SIZE; at + EvtxFile.CHUNK_SIZE <= length; at += EvtxFile.CHUNK_SIZE) {
            int free = Math.clamp(log.getInt(at + 48), RECORD_AREA, EvtxFile.CHUNK_SIZE);
            var records = new CRC32();
            records.update(bytes, at + RECORD_AREA, free - RECORD_AREA);
            log.putInt(at + 52, (int) records.getValue());
            var header = new CRC32();
            header.update(bytes, at, 120);
            header.update(bytes, at + 128, RECORD_AREA - 128);
            log.putInt(at + 124, (int) header.getValue());
        }
    }

    /// Finds names and template definitions by the number before each, which is its own place.
    private static Base base(String name, byte[] log) {
        ByteBuffer in = ByteBuffer.wrap(log).order(ByteOrder.LITTLE_ENDIAN);
        var records = new ArrayList<Integer>();
        var lengths = new ArrayList<Integer>();
        var offsets = new ArrayList<Integer>();
        for (int chunk = EvtxFile.HEADER_SIZE; chunk < log.length; chunk += EvtxFile.CHUNK_SIZE) {
            lengths.addAll(List.of(chunk + 44, chunk + 48));
            int free = Math.clamp(in.getInt(chunk + 48), RECORD_AREA, EvtxFile.CHUNK_SIZE);
            for (int at = RECORD_AREA; at < free; at += in.getInt(chunk + at + 4)) {
                records.add(chunk + at);
                int size = in.getInt(chunk + at + 4);
                lengths.addAll(List.of(chunk + at + 4, chunk + at + size - 4));
            }
            Set<Integer> definitions = new HashSet<>();
            for (int at = RECORD_AREA; at < free - 4; at++) {
                if (in.getInt(chunk + at) == at + 4) {
                    definitions.add(at + 4);
                    lengths.addAll(List.of(chunk + at + 10, chunk + at + 24)); // of a name, of a template
                }
            }
            for (int at = RECORD_AREA; at < free - 4; at++) {
                if (definitions.contains(in.getInt(chunk + at))) {
                    offsets.add(chunk + at);
                }
            }
        }
        lengths.removeIf(at -> at + 4 > log.length);
        return new Base(name, log, ints(records), ints(lengths), ints(offsets));
    }

    private static int[] ints(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    /// The damaged log of a seed. Neighbouring seeds have nothing in common.
    public Mutation mutation(long seed) {
        var random = new Random(seed * 0x9E37_79B9_7F4A_7C15L);
        return new Change(bases.get(random.nextInt(bases.size())), random).mutation(seed);
    }

    /// One log being damaged.
    private final class Change {
        private final Base base;
        private final Random random;
        private final ByteBuffer log;
        private final StringBuilder description;
        private int length;

        Change(Base base, Random random) {
            this.base = base;
            this.random = random;
            this.log = ByteBuffer.wrap(base.log().clone()).order(ByteOrder.LITTLE_ENDIAN);
            this.length = base.log().length;
            this.description = new StringBuilder(base.name());
        }

        Mutation mutation(long seed) {
            for (int changes = 1 + random.nextInt(MOST_CHANGES); changes > 0; changes--) {
                switch (random.nextInt(10)) {
                    case 0, 1 -> flip();
                    case 2 -> number(any(base.lengths()), "length");
                    case 3 -> number(inRecord(), "number");
                    case 4, 5 -> offset();
                    case 6 -> token();
                    case 7 -> move();
                    case 8 -> chunk();
                    default -> cut();
                }
            }
            if (random.nextBoolean()) {
                repairChecksums(log.array(), length);
                description.append(", checksums repaired");
            }
            return new Mutation(seed, Arrays.copyOf(log.array(), length), description.toString());
        }

        private int any(int[] places) {
            return places[random.nextInt(places.length)];
        }

        /// A place in a record, seldom in a header.
        private int inRecord() {
            if (random.nextInt(8) == 0) {
                int chunk = random.nextInt(log.capacity() / EvtxFile.CHUNK_SIZE + 1);
                return chunk == 0
                        ? random.nextInt(124)
                        : EvtxFile.HEADER_SIZE + (chunk - 1) * EvtxFile.CHUNK_SIZE + random.nextInt(RECORD_AREA);
            }
            int record = any(base.records());
            int size =
                    ByteBuffer.wrap(base.log()).order(ByteOrder.LITTLE_ENDIAN).getInt(record + 4);
            return record + random.nextInt(size);
        }

        private void told(String change, int at) {
            description.append(", ").append(change).append(" at ").append(at);
        }

        private void flip() {
            for (int bits = 1 << random.nextInt(4); bits > 0; bits--) {
                int at = inRecord();
                log.put(at, (byte) (log.get(at) ^ 1 << random.nextInt(8)));
                told("bit", at);
            }
        }

        /// A length that lies: a little more or less, or a number at which something turns over.
        private void number(int at, String kind) {
            if (at + 4 > log.capacity()) {
                return;
            }
            long value = random.nextInt(3) == 0
                    ? (long) log.getInt(at) + random.nextInt(33) - 16
                    : TURNING_POINTS[random.nextInt(TURNING_POINTS.length)] + random.nextInt(3) - 1;
            switch (random.nextInt(3)) {
                case 0 -> log.put(at, (byte) value);
                case 1 -> log.putShort(at, (short) value);
                default -> log.putInt(at, (int) value);
            }
            told(kind + " " + value, at);
        }

        /// An offset to where another one points, near it, or anywhere.
        private void offset() {
            int at = any(base.offsets());
            int other = any(base.offsets());
            int before = log.getInt(at);
            switch (random.nextInt(4)) {
                case 0 -> {
                    log.putInt(at, log.getInt(other)).putInt(other, before);
                    told("offset swapped with that at " + other, at);
                }
                case 1 -> {
                    log.putInt(at, log.getInt(other));
                    told("offset as at " + other, at);
                }
                case 2 -> {
                    log.putInt(at, before + random.nextInt(65) - 32);
                    told("offset moved", at);
                }
                default -> {
                    log.putInt(at, random.nextInt(EvtxFile.CHUNK_SIZE + 64));
                    told("offset anywhere", at);
                }
            }
        }

        /// A byte that may be a token, a type or a count.
        private void token() {
            int at = inRecord();
            int value = random.nextInt(0x24) | (random.nextInt(4) == 0 ? random.nextInt(4) << 6 : 0);
            log.put(at, (byte) value);
            told("byte " + value, at);
        }

        /// Bytes of a record over those of another one, also whole records.
        private void move() {
            int from = random.nextBoolean() ? any(base.records()) : inRecord();
            int to = random.nextBoolean() ? any(base.records()) : inRecord();
            int count = Math.min(1 << random.nextInt(11), log.capacity() - Math.max(from, to));
            System.arraycopy(log.array(), from, log.array(), to, count);
            told(count + " bytes from " + from, to);
        }

        /// A whole chunk in place of another, out of any log; or one that was never written.
        private void chunk() {
            Base other = random.nextBoolean() ? base : bases.get(random.nextInt(bases.size()));
            int to = place(base);
            int from = place(other);
            if (random.nextInt(4) == 0) {
                int behind = random.nextInt(EvtxFile.CHUNK_SIZE);
                Arrays.fill(log.array(), to + behind, to + EvtxFile.CHUNK_SIZE, (byte) 0);
                told("zeros behind " + behind, to);
            } else {
                System.arraycopy(other.log(), from, log.array(), to, EvtxFile.CHUNK_SIZE);
                told("chunk of " + other.name() + " from " + from, to);
            }
        }

        private int place(Base of) {
            int chunks = of.log().length / EvtxFile.CHUNK_SIZE;
            return EvtxFile.HEADER_SIZE + random.nextInt(chunks) * EvtxFile.CHUNK_SIZE;
        }

        private void cut() {
            if (random.nextInt(3) == 0) {
                length = random.nextInt(8) == 0 ? random.nextInt(log.capacity()) : inRecord();
                told("cut", length);
            }
        }
    }
}
