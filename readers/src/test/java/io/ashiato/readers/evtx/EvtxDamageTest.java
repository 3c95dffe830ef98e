package io.ashiato.readers.evtx;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.ashiato.bytes.ByteSource;
import io.ashiato.bytes.Damage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;
import org.junit.jupiter.params.provider.FieldSource;

/// Damage costs the structure that it is in, and is told.
class EvtxDamageTest {
    private static final int CHUNK = EvtxFile.HEADER_SIZE;
    private static final int FIRST_RECORD = CHUNK + 512;
    private static final int RECORDS = 10;

    /// The first template: behind the headers of record, fragment and instance.
    private static final int DEFINITION = FIRST_RECORD + 24 + 4 + 10;

    /// Two chunks with the records 1 to 5 and 6 to 10.
    private static final byte[] LOG = log();

    static final List<ArgumentSet> CASES = List.of(
            argumentSet("sound", edit(log -> {}), "1-10", ""),
            argumentSet("header checksum", edit(log -> log.putInt(124, 1)), "1-10", "file header checksum"),
            argumentSet(
                    "header counts no chunk", edit(log -> log.putShort(42, (short) 0)), "1-10", "file header checksum"),
            argumentSet("chunk signature", edit(log -> log.put(CHUNK, (byte) 'X')), "1-10", "chunk signature"),
            argumentSet("chunk header", edit(log -> log.putLong(CHUNK + 24, 9)), "1-10", "chunk header checksum"),
            argumentSet(
                    "free space at 0",
                    edit(log -> log.putInt(CHUNK + 48, 0)),
                    "1-10",
                    "chunk header checksum, free space offset"),
            argumentSet("chunk never written", edit(log -> zero(log, CHUNK, EvtxFile.CHUNK_SIZE)), "6-10", ""),
            argumentSet(
                    "tables of names and templates empty",
                    edit(log -> zero(log, CHUNK + 128, 384)),
                    "1-10",
                    "chunk header checksum"),
            argumentSet(
                    "tables of names and templates out of range",
                    edit(log -> fill(log, CHUNK + 128, 384, 0xEE)),
                    "1-10",
                    "chunk header checksum"),
            argumentSet("old records behind the last", edit(EvtxDamageTest::slack), "1-10", ""),
            argumentSet(
                    "chunk signature, and old records behind the last",
                    edit(log -> {
                        slack(log);
                        log.put(CHUNK, (byte) 'X');
                    }),
                    "1-10",
                    "chunk signature"),
            argumentSet(
                    "last record's offset too low",
                    edit(log -> log.putInt(CHUNK + 44, 512)),
                    "1-10",
                    "chunk header checksum"),
            argumentSet("definition size 0", definitionSize(0), "1-10", "records checksum"),
            argumentSet("definition size too small", definitionSize(100), "1-10", "records checksum"),
            argumentSet("definition size too large", definitionSize(1_500), "1-10", "records checksum"),
            argumentSet("definition size huge", definitionSize(-1), "1-10", "records checksum"),
            argumentSet(
                    "element size",
                    edit(log -> log.putInt(DEFINITION + 24 + 4 + 3, 9_999)),
                    "1-10",
                    "records checksum"),
            argumentSet(
                    "hash of a name",
                    edit(log -> log.putShort(DEFINITION + 24 + 4 + 3 + 8 + 4, (short) 1)),
                    "1-10",
                    "records checksum"),
            argumentSet( // all its values are lost, so it has no id; what its template says is there
                    "size of the first value",
                    edit(log -> log.putShort(record(3) + 42, (short) 0x7FFF)),
                    "1-2, -1--1, 4-10",
                    "records checksum, value"),
            argumentSet(
                    "size of the last value",
                    edit(log -> log.putShort(record(3) + 42 + 4 * 12, (short) 0x7FFF)),
                    "1-10",
                    "records checksum, value"),
            argumentSet(
                    "count of values huge",
                    edit(log -> log.putInt(record(3) + 38, Integer.MAX_VALUE)),
                    "1-2, 4-10",
                    "records checksum, substitution table"),
            argumentSet(
                    "record signature",
                    edit(log -> log.putInt(record(3), 0)),
                    "1-2, 4-10",
                    "records checksum, record signature"),
            argumentSet(
                    "record size 0",
                    edit(log -> log.putInt(record(3) + 4, 0)),
                    "1-10",
                    "records checksum, record size"),
            argumentSet(
                    "record size huge",
                    edit(log -> log.putInt(record(3) + 4, Integer.MAX_VALUE)),
                    "1-10",
                    "records checksum, record size"),
            argumentSet(
                    "record size copy",
                    edit(log -> log.putInt(record(4) - 4, 7)),
                    "1-10",
                    "records checksum, record size copy"),
            argumentSet(
                    "unknown token",
                    edit(log -> log.put(record(3) + 28, (byte) 0x7F)),
                    "1-2, 4-10",
                    "records checksum, token"),
            argumentSet(
                    "template elsewhere",
                    edit(log -> log.putInt(record(3) + 34, 0xFFFFFF)),
                    "1-2, 4-10",
                    "records checksum, template definition offset"));

    @ParameterizedTest
    @FieldSource("CASES")
    void costsOnlyWhatItIsIn(byte[] log, String ids, String damage) throws IOException {
        assertThat(ids(log)).isEqualTo(ids);
        assertThat(Logs.damage(log).stream().map(Damage::field))
                .containsExactlyElementsOf(damage.isEmpty() ? List.of() : List.of(damage.split(", ", -1)));
    }

    /// What is missing between the first record and the last is counted as lost, and nothing else.
    @ParameterizedTest
    @FieldSource("CASES")
    void flawsTellHowManyRecordsWereLost(byte[] log, String ids, String damage) throws IOException {
        long lost = Logs.chunks(log).stream()
                .flatMap(chunk -> chunk.recordFlaws().stream())
                .filter(RecordFlaw::lost)
                .count();

        List<EvtxRecord> records = Logs.records(log);
        long span = records.getLast().headerId() - records.getFirst().headerId() + 1;
        assertThat(lost).isEqualTo(span - records.size());
    }

    @Test
    void notALogIsToldByItsSignature() throws IOException {
        EvtxFile file = EvtxFile.open(ByteSource.of("not a log at all".getBytes(US_ASCII)));

        assertThat(file.header()).isEmpty();
        assertThat(file.damage()).singleElement().extracting(Damage::field).isEqualTo("file signature");
        assertThat(file.chunkCount()).isZero();
    }

    @Test
    void emptyFileIsTruncated() throws IOException {
        EvtxFile file = EvtxFile.open(ByteSource.of(new byte[0]));

        assertThat(file.damage()).containsExactly(new Damage.Truncated("file signature", 0, 8, 0));
    }

    @Test
    void headerIsReadAsItStands() throws IOException {
        byte[] log = edit(bytes -> bytes.putShort(36, (short) 2).putInt(120, 1));

        assertThat(EvtxFile.open(ByteSource.of(log)).header())
                .contains(new EvtxHeader(0, 1, RECORDS + 1, 3, 2, 2, true, false));
    }

    /// A log cut anywhere, as by a power loss, gives every record before the cut.
    @Test
    void cutCostsOnlyWhatIsBehindIt() throws IOException {
        long[] ends =
                LongStream.rangeClosed(1, RECORDS).map(EvtxDamageTest::end).toArray();
        int firstChunk = end(5);
        int used = end(RECORDS);
        for (int length = EvtxFile.HEADER_SIZE; length < used + 100; length += length < firstChunk ? 7 : 131) {
            int cut = length;
            long whole = Arrays.stream(ends).filter(end -> end <= cut).count();
            assertThat(Logs.records(Arrays.copyOf(LOG, cut)))
                    .as("cut at %s", cut)
                    .hasSize((int) whole);
        }
    }

    @Test
    void flippedBitsNeverEscapeAndSpareTheOtherChunk() throws IOException {
        long seed = 7;
        var random = new Random(seed);
        String[] otherChunk = Logs.json(LOG).subList(5, RECORDS).toArray(String[]::new);
        int used = end(5) - FIRST_RECORD;
        for (int i = 0; i < 3_000; i++) {
            byte[] log = LOG.clone();
            int at = FIRST_RECORD + random.nextInt(used);
            log[at] ^= (byte) (1 << random.nextInt(8));
            assertThat(Logs.json(log))
                    .as("seed %s, round %s, byte %s", seed, i, at)
                    .endsWith(otherChunk);
        }
    }

    /// A full log begins again at the start of the file.
    @Test
    void wrappedLogIsReadFromItsOldestChunk() throws IOException {
        byte[] wrapped = LOG.clone();
        System.arraycopy(LOG, CHUNK, wrapped, CHUNK + EvtxFile.CHUNK_SIZE, EvtxFile.CHUNK_SIZE);
        System.arraycopy(LOG, CHUNK + EvtxFile.CHUNK_SIZE, wrapped, CHUNK, EvtxFile.CHUNK_SIZE);

        assertThat(EvtxFile.open(ByteSource.of(wrapped)).oldestChunk()).isEqualTo(1);
        assertThat(ids(wrapped)).isEqualTo("1-10");
    }

    private static byte[] log() {
        var writer = new EvtxWriter();
        LoggedEvent event =
                LoggedEvent.of("Provider", 1, "Channel").on("HOST").at(Instant.parse("2025-01-01T00:00:00Z"));
        for (int i = 1; i <= RECORDS; i++) {
            writer.add(event.with("Text", "value " + i).with("Number", WrittenValue.u32(i)));
            if (i == 5) {
                writer.endChunk();
            }
        }
        return writer.bytes();
    }

    private static byte[] edit(Consumer<ByteBuffer> change) {
        byte[] copy = LOG.clone();
        change.accept(ByteBuffer.wrap(copy).order(ByteOrder.LITTLE_ENDIAN));
        return copy;
    }

    private static void zero(ByteBuffer log, int from, int count) {
        fill(log, from, count, 0);
    }

    private static void fill(ByteBuffer log, int from, int count, int value) {
        for (int i = 0; i < count; i++) {
            log.put(from + i, (byte) value);
        }
    }

    private static byte[] definitionSize(int size) {
        return edit(log -> log.putInt(DEFINITION + 20, size));
    }

    /// Behind the records of the first chunk lie those of the second, as in a chunk that was used before.
    private static void slack(ByteBuffer log) {
        int from = record(6);
        log.put(end(5), LOG, from, end(RECORDS) - from);
    }

    /// Where a record of the sound log lies.
    private static int record(int id) {
        try {
            return (int) Logs.records(LOG).get(id - 1).offset();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Behind the record of an id.
    private static int end(long id) {
        int at = record((int) id);
        return at + ByteBuffer.wrap(LOG).order(ByteOrder.LITTLE_ENDIAN).getInt(at + 4);
    }

    /// `1-2, 4-10`: the ids inside the events, in the order of reading.
    private static String ids(byte[] log) throws IOException {
        long[] ids = Logs.events(log).stream()
                .mapToLong(event -> event.source().recordId().orElse(-1))
                .toArray();
        var text = new StringBuilder();
        for (int i = 0; i < ids.length; i++) {
            int from = i;
            while (i + 1 < ids.length && ids[i + 1] == ids[i] + 1) {
                i++;
            }
            text.append(text.isEmpty() ? "" : ", ")
                    .append(ids[from])
                    .append('-')
                    .append(ids[i]);
        }
        return text.toString();
    }
}
