package io.ashiato.readers.evtx;

import static io.ashiato.readers.evtx.WrittenNode.element;
import static io.ashiato.readers.evtx.WrittenNode.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.bytes.ByteSource;
import io.ashiato.readers.evtx.NameCounts.NameCount;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogStatisticsTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void soundLogHasNothingToTell() throws IOException {
        byte[] log = log(1, 3);
        LogStatistics found = statistics(log);

        assertThat(found.size()).isEqualTo(log.length);
        assertThat(found.header().orElseThrow().minorVersion()).isEqualTo(1);
        assertThat(found.chunks()).isEqualTo(new LogStatistics.Chunks(3, 3, 0, 0));
        assertThat(found.records()).isEqualTo(new LogStatistics.Records(30, 0, 0));
        assertThat(found.recordIds()).isEqualTo(new RecordIds(30, 1, 30, 0, 0, 0, List.of()));
        assertThat(found.otherEventRecordIds()).isZero();
        assertThat(found.created().first()).contains(START);
        assertThat(found.created().last()).contains(START.plusSeconds(29));
        assertThat(found.created()).isEqualTo(found.written());
        assertThat(found.created().backwards()).isZero();
        assertThat(found.channels()).isEqualTo(names("System", 30));
        assertThat(found.computers()).isEqualTo(names("pc.example", 30));
        assertThat(found.providers()).isEqualTo(names("Test", 30));
        assertThat(found.wrongChecksums().all()).isZero();
        assertThat(found.damagePlaces()).isZero();
        assertThat(found.headerCountsOtherChunks()).isFalse();
        assertThat(found.headerNamesOtherNextId()).isFalse();
    }

    @Test
    void wrappedLogIsInOrder() throws IOException {
        byte[] log = log(1, 3);
        LogStatistics found = statistics(join(log, chunk(log, 2), chunk(log, 0), chunk(log, 1)));

        assertThat(found.recordIds().holes()).isZero();
        assertThat(found.written().backwards()).isZero();
    }

    @Test
    void chunkThatWasTakenOutIsAHole() throws IOException {
        byte[] log = log(1, 3);
        LogStatistics found = statistics(join(log, chunk(log, 0), chunk(log, 2), new byte[EvtxFile.CHUNK_SIZE]));

        assertThat(found.recordIds().missing()).isEqualTo(10);
        assertThat(found.recordIds().firstHoles()).containsExactly(new RecordIds.Range(11, 20));
        assertThat(found.chunks()).isEqualTo(new LogStatistics.Chunks(3, 2, 1, 0));
        assertThat(found.headerNamesOtherNextId()).isFalse();
    }

    @Test
    void chunkThatComesTwiceRepeatsItsRecords() throws IOException {
        byte[] log = log(1, 2);
        LogStatistics found = statistics(join(log, chunk(log, 0), chunk(log, 1), chunk(log, 1)));

        assertThat(found.recordIds().repeated()).isEqualTo(10);
        assertThat(found.headerCountsOtherChunks()).isTrue();
    }

    @Test
    void headerThatStaysBehindIsTold() throws IOException {
        byte[] log = log(1, 2);
        LogStatistics found = statistics(join(log, chunk(log, 0)));

        assertThat(found.headerCountsOtherChunks()).isTrue();
        assertThat(found.headerNamesOtherNextId()).isTrue();
    }

    @Test
    void clockSetBackIsTold() throws IOException {
        var writer = new EvtxWriter();
        for (int seconds : new int[] {0, 60, 3_600, 120, 180, 100}) {
            writer.add(event().at(START.plusSeconds(seconds)));
        }
        RecordTimes found = statistics(writer.bytes()).written();

        assertThat(found.backwards()).isEqualTo(2);
        assertThat(found.largestStepBack()).isEqualTo(Duration.ofMinutes(58));
        assertThat(found.largestStepBackId()).isEqualTo(4);
        assertThat(found.last()).contains(START.plusSeconds(3_600));
    }

    @Test
    void checksumsAreCountedByWhatTheyAreOf() throws IOException {
        byte[] log = log(1, 2);
        log[42] ^= 1; // a count in the file's header
        log[EvtxFile.HEADER_SIZE + 130] ^= 1; // the table of names in a chunk's header
        log[EvtxFile.HEADER_SIZE + EvtxFile.CHUNK_SIZE + 528] ^= 1; // the written time of a record
        LogStatistics found = statistics(log);

        assertThat(found.wrongChecksums()).isEqualTo(new LogStatistics.WrongChecksums(1, 1, 1));
        assertThat(found.chunks().damaged()).isEqualTo(2);
        assertThat(found.records().lost()).isZero();
        assertThat(found.damage()).hasSize(3);
    }

    @Test
    void lostRecordsAreCountedAndLeaveAHole() throws IOException {
        byte[] log = log(1, 1);
        log[EvtxFile.HEADER_SIZE + 512 + 24] = (byte) 0xEE; // the first token of the first record
        LogStatistics found = statistics(log);

        assertThat(found.records().lost()).isEqualTo(1);
        assertThat(found.records().read()).isEqualTo(9);
        assertThat(found.recordIds().first()).isEqualTo(2);
        assertThat(found.damagePlaces()).isEqualTo(2); // the record, and the checksum over it
    }

    /// Two computers and two channels in one log, with the ids of the logs that the records came from.
    @Test
    void forwardedLogCountsWhatItWasForwardedFrom() throws IOException {
        LogStatistics found = statistics(forwarded());

        assertThat(found.recordIds()).isEqualTo(new RecordIds(3, 1, 3, 0, 0, 0, List.of()));
        assertThat(found.otherEventRecordIds()).isEqualTo(3);
        assertThat(found.eventRecordIds().first()).isEqualTo(7);
        assertThat(found.eventRecordIds().last()).isEqualTo(9_000);
        assertThat(found.channels().names()).containsExactly(new NameCount("Security", 2), new NameCount("System", 1));
        assertThat(found.computers().names())
                .containsExactly(new NameCount("a.example", 2), new NameCount("b.example", 1));
    }

    @Test
    void renderingInfoIsKeptInBothForms() throws IOException {
        for (EvtxRecord record : Logs.records(forwarded())) {
            assertThat(EvtxJson.line(record.event()))
                    .contains("\"RenderingInfo\":{\"#attributes\":{\"Culture\":\"en-US\"},"
                            + "\"Message\":\"It <began>.\\r\\n\",\"Channel\":\"Sicherheit\"}");
            assertThat(EvtxXml.document(record.event()))
                    .contains("<RenderingInfo Culture=\"en-US\"><Message>It &lt;began&gt;.&#13;\n</Message>"
                            + "<Channel>Sicherheit</Channel></RenderingInfo>");
        }
    }

    @Test
    void namesWithoutEndAreCountedTogether() throws IOException {
        var writer = new EvtxWriter();
        for (int i = 0; i < NameCounts.NAMES_COUNTED + 10; i++) {
            writer.add(START, system("c" + i + ".example", "System", 1));
        }
        writer.add(START, system("x".repeat(300), "System", 1));
        writer.add(START, element("Event"));
        NameCounts found = statistics(writer.bytes()).computers();

        assertThat(found.names()).hasSize(NameCounts.NAMES_COUNTED);
        assertThat(found.others()).isEqualTo(11);
        assertThat(found.without()).isEqualTo(1);
    }

    @Test
    void whatIsNoLogHasStatisticsToo() throws IOException {
        LogStatistics found = statistics(new byte[] {1, 2, 3});

        assertThat(found.header()).isEmpty();
        assertThat(found.damagePlaces()).isEqualTo(1);
        assertThat(found.headerCountsOtherChunks()).isFalse();
    }

    /// Each record and each lost one is counted, whatever is wrong with the log.
    @Test
    void damagedLogsAreCounted() throws IOException {
        long seed = 23;
        var random = new Random(seed);
        byte[] sound = log(1, 1);
        for (int round = 0; round < 5_000; round++) {
            byte[] log = sound.clone();
            for (int flips = random.nextInt(40); flips >= 0; flips--) {
                log[random.nextInt(EvtxFile.HEADER_SIZE + 6_000)] ^= (byte) (1 << random.nextInt(8));
            }
            LogStatistics found = statistics(Arrays.copyOf(log, log.length - random.nextInt(2) * 60_000));
            assertThat(found.recordIds().count())
                    .as("seed %s, round %s", seed, round)
                    .isEqualTo(found.records().read());
            assertThat(found.chunks().used() + found.chunks().empty())
                    .isEqualTo(found.chunks().all());
            assertThat(found.damage().size()).isLessThanOrEqualTo((int) found.damagePlaces());
        }
    }

    private static byte[] forwarded() throws IOException {
        return new EvtxWriter()
                .add(START, system("a.example", "Security", 9_000))
                .add(START, system("b.example", "System", 7))
                .add(START, system("a.example", "Security", 8_000))
                .bytes();
    }

    private static WrittenNode.Element system(String computer, String channel, int id) {
        return element(
                "Event",
                element(
                        "System",
                        element("EventRecordID", text(String.valueOf(id))),
                        element("Channel", text(channel)),
                        element("Computer", text(computer))),
                element(
                                "RenderingInfo",
                                element("Message", text("It <began>.\r\n")),
                                element("Channel", text("Sicherheit")))
                        .with("Culture", "en-US"));
    }

    private static LoggedEvent event() {
        return LoggedEvent.of("Test", 1, "System").on("pc.example");
    }

    /// A log with ten records in each chunk, one a second.
    private static byte[] log(long firstId, int chunks) {
        var writer = new EvtxWriter(firstId);
        for (int i = 0; i < chunks * 10; i++) {
            if (i % 10 == 0) {
                writer.endChunk();
            }
            writer.add(event().at(START.plusSeconds(i)));
        }
        return writer.bytes();
    }

    private static byte[] chunk(byte[] log, int index) {
        int start = EvtxFile.HEADER_SIZE + index * EvtxFile.CHUNK_SIZE;
        return Arrays.copyOfRange(log, start, start + EvtxFile.CHUNK_SIZE);
    }

    private static byte[] join(byte[] log, byte[]... chunks) {
        byte[] joined = Arrays.copyOf(log, EvtxFile.HEADER_SIZE + chunks.length * EvtxFile.CHUNK_SIZE);
        for (int i = 0; i < chunks.length; i++) {
            System.arraycopy(chunks[i], 0, joined, EvtxFile.HEADER_SIZE + i * EvtxFile.CHUNK_SIZE, EvtxFile.CHUNK_SIZE);
        }
        return joined;
    }

    private static NameCounts names(String name, long records) {
        return new NameCounts(List.of(new NameCount(name, records)), 0, 0);
    }

    private static LogStatistics statistics(byte[] log) throws IOException {
        EvtxFile file = EvtxFile.open(ByteSource.of(log));
        var builder = new LogStatistics.Builder(log.length, file);
        int chunks = file.chunkCount();
        int oldest = file.oldestChunk();
        for (int i = 0; i < chunks; i++) {
            builder.add(file.read((oldest + i) % chunks));
        }
        return builder.finish();
    }
}
