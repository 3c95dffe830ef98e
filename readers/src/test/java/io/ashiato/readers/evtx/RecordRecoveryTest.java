package io.ashiato.readers.evtx;

import static io.ashiato.readers.evtx.RecoveryCertainty.CONSISTENT;
import static io.ashiato.readers.evtx.RecoveryCertainty.PARTIAL;
import static io.ashiato.readers.evtx.RecoveryCertainty.WHOLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Logs written by our own writer and then tampered with: what was taken out comes back, counted, and
/// what is listed does not.
class RecordRecoveryTest {
    private static final Instant TIME = Instant.parse("2024-05-06T07:08:09Z");
    private static final int RECORDS = 30;

    /// Three chunks of ten records each.
    private static byte[] log() {
        var writer = new EvtxWriter(100);
        for (int i = 0; i < RECORDS; i++) {
            writer.add(event(i));
            if (i % 10 == 9) {
                writer.endChunk();
            }
        }
        return writer.bytes();
    }

    private static LoggedEvent event(int i) {
        return LoggedEvent.of("Provider-" + i % 3, 4000 + i, "Channel")
                .at(TIME.plusSeconds(i))
                .on("HOST")
                .with("Number", WrittenValue.u32(i))
                .with("Text", "text " + i);
    }

    @Test
    void soundLogsHaveNothingToRecover() throws IOException {
        assertThat(Recoveries.of(log())).isEmpty();
    }

    @Test
    void unlinkedRecordsLieInSlack() throws IOException {
        var log = new EvtxTampering(log());
        List<String> before = Logs.json(log.bytes());
        List<Integer> places = log.places();
        log.cutTail(1, places.get(16), places.get(15));

        List<RecoveredRecord> found = Recoveries.of(log.bytes());

        assertThat(Logs.records(log.bytes())).hasSize(26);
        assertThat(Recoveries.places(found)).isEqualTo(Map.of(RecoveryPlace.SLACK, 4));
        assertThat(Recoveries.certainties(found)).isEqualTo(Map.of(WHOLE, 4));
        assertThat(Recoveries.json(found)).isEqualTo(before.subList(16, 20));
        assertThat(found).extracting(RecoveredRecord::headerId).containsExactly(116L, 117L, 118L, 119L);
        assertThat(found).extracting(record -> (int) record.offset()).isEqualTo(places.subList(16, 20));
    }

    @Test
    void aSwallowedRecordIsFoundInsideItsHost() throws IOException {
        var log = new EvtxTampering(log());
        List<String> before = Logs.json(log.bytes());
        List<Integer> places = log.places();
        log.swallow(0, places.get(4), places.get(5));

        List<RecoveredRecord> found = Recoveries.of(log.bytes());

        assertThat(Logs.records(log.bytes())).hasSize(29);
        assertThat(found).singleElement().satisfies(record -> {
            assertThat(record.place()).isEqualTo(RecoveryPlace.INSIDE_RECORD);
            assertThat(record.certainty()).isEqualTo(CONSISTENT);
            assertThat(record.doubts()).containsExactly(RecoveryDoubt.SIZE_DIFFERS); // the host's stands there
            assertThat(EvtxJson.line(record.event())).isEqualTo(before.get(5));
        });
    }

    @Test
    void severalSwallowedRecordsAreEachFound() throws IOException {
        var log = new EvtxTampering(log());
        List<Integer> places = log.places();
        log.swallow(0, places.get(2), places.get(6));

        List<RecoveredRecord> found = Recoveries.of(log.bytes());

        assertThat(Recoveries.places(found)).isEqualTo(Map.of(RecoveryPlace.INSIDE_RECORD, 4));
        assertThat(Recoveries.certainties(found)).isEqualTo(Map.of(WHOLE, 3, CONSISTENT, 1));
    }

    @Test
    void aChunkWithAResetHeaderGivesAllItsRecords() throws IOException {
        var log = new EvtxTampering(log());
        List<String> before = Logs.json(log.bytes());
        log.resetHeader(1);

        List<RecoveredRecord> found = Recoveries.of(log.bytes());

        assertThat(Logs.records(log.bytes())).hasSize(20);
        assertThat(Recoveries.places(found)).isEqualTo(Map.of(RecoveryPlace.CLEARED_CHUNK, 10));
        assertThat(Recoveries.certainties(found)).isEqualTo(Map.of(WHOLE, 10));
        assertThat(Recoveries.json(found)).isEqualTo(before.subList(10, 20));
    }

    @Test
    void aChunkWithAZeroedHeaderGivesAllItsRecords() throws IOException {
        var log = new EvtxTampering(log());
        List<String> before = Logs.json(log.bytes());
        log.zeroHeader(1);

        List<RecoveredRecord> found = Recoveries.of(log.bytes());

        assertThat(Recoveries.places(found)).isEqualTo(Map.of(RecoveryPlace.CLEARED_CHUNK, 10));
        assertThat(Recoveries.certainties(found)).isEqualTo(Map.of(WHOLE, 10));
        assertThat(Recoveries.json(found)).isEqualTo(before.subList(10, 20));
    }

    @Test
    void aChunkWithAnOverwrittenHeaderGivesAllItsRecords() throws IOException {
        var log = new EvtxTampering(log());
        log.fill(EvtxTampering.chunkAt(2), 512, 0x5A);

        List<RecoveredRecord> found = Recoveries.of(log.bytes());

        assertThat(Recoveries.places(found)).isEqualTo(Map.of(RecoveryPlace.HEADERLESS_CHUNK, 10));
        assertThat(Recoveries.certainties(found)).isEqualTo(Map.of(WHOLE, 10));
    }

    @Test
    void withoutAFileHeaderAllIsRecovered() throws IOException {
        var log = new EvtxTampering(log());
        List<String> before = Logs.json(log.bytes());
        log.fill(0, 8, 0);

        List<RecoveredRecord> found = Recoveries.of(log.bytes());

        assertThat(Recoveries.places(found)).isEqualTo(Map.of(RecoveryPlace.UNLISTED_CHUNK, RECORDS));
        assertThat(Recoveries.certainties(found)).isEqualTo(Map.of(WHOLE, RECORDS));
        assertThat(Recoveries.json(found)).isEqualTo(before);
    }

    @Test
    void aRecordWithoutSignatureIsFoundByItsSizes() throws IOException {
        var log = new EvtxTampering(log());
        log.fill(log.places().get(13), 4, 0).checksums(1);

        List<RecoveredRecord> found = Recoveries.of(log.bytes());

        assertThat(Logs.records(log.bytes())).hasSize(29);
        assertThat(found).singleElement().satisfies(record -> {
            assertThat(record.place()).isEqualTo(RecoveryPlace.BETWEEN_RECORDS);
            assertThat(record.certainty()).isEqualTo(CONSISTENT);
            assertThat(record.doubts()).containsExactly(RecoveryDoubt.SIGNATURE_OVERWRITTEN);
        });
    }

    /// A chunk that was used again: a new header and three new records lie over the templates of the
    /// old ones, which go on behind them.
    @Test
    void whatNewerRecordsLieOverLosesItsNamesButNotItsValues() throws IOException {
        var old = new EvtxWriter(1);
        for (int i = 0; i < 10; i++) {
            old.add(LoggedEvent.of("Old", 7, "Old")
                    .at(TIME)
                    .with("A", WrittenValue.u32(i))
                    .with("B", "value " + i));
        }
        var newer = new EvtxWriter(500);
        for (int i = 0; i < 3; i++) {
            newer.add(LoggedEvent.of("Newer", 8, "Newer").at(TIME).with("Other", "x"));
        }
        var log = new EvtxTampering(old.bytes());
        List<Integer> oldPlaces = log.places();
        byte[] newBytes = newer.bytes();
        List<EvtxRecord> newRecords = Logs.records(newBytes);
        int free = (int) newRecords.getLast().offset()
                + new EvtxTampering(newBytes).record((int) newRecords.getLast().offset()).length;
        log.write(0, Arrays.copyOf(newBytes, free));
        long left = oldPlaces.stream().filter(place -> place >= free).count();

        List<RecoveredRecord> found = Recoveries.of(log.bytes());

        assertThat(Logs.records(log.bytes())).hasSize(3);
        assertThat(left).isBetween(4L, 8L);
        assertThat(found).hasSize((int) left).allSatisfy(record -> {
            assertThat(record.place()).isEqualTo(RecoveryPlace.SLACK);
            assertThat(record.certainty()).isEqualTo(PARTIAL);
            assertThat(record.doubts()).contains(RecoveryDoubt.TEMPLATE_GONE);
            assertThat(record.event().name()).isEqualTo("Event");
            assertThat(values(record))
                    .hasSize(14)
                    .startsWith("7", "0", "4")
                    .endsWith("8", "", Long.toString(record.headerId() - 1), "value " + (record.headerId() - 1));
            assertThat(EvtxJson.line(record.event())).doesNotContain("Other", "Newer");
        });
    }

    private static List<String> values(RecoveredRecord record) {
        return record.event().child("EventData").orElseThrow().children().stream()
                .map(node -> ((XmlElement) node).text())
                .toList();
    }

    @Test
    void aNameThatLostItsHashIsNotUsed() throws IOException {
        var log = new EvtxTampering(log());
        List<Integer> places = log.places();
        log.cutTail(0, places.get(7), places.get(6));
        int name = indexOf(log.bytes(), WrittenValue.utf16("TimeCreated"));
        log.write(name, WrittenValue.utf16("TimeCheated")).checksums(0);

        List<RecoveredRecord> found = Recoveries.of(log.bytes());

        assertThat(found).hasSize(3).allSatisfy(record -> {
            assertThat(record.certainty()).isEqualTo(PARTIAL);
            assertThat(record.doubts()).containsExactly(RecoveryDoubt.NAME_OVERWRITTEN);
            assertThat(EvtxJson.line(record.event())).doesNotContain("TimeCheated");
            // EventData has its own template, whose names are sound.
            assertThat(EvtxJson.line(record.event())).contains("\"Number\":" + (record.headerId() - 100));
        });
    }

    private static int indexOf(byte[] bytes, byte... wanted) {
        for (int at = 0; at <= bytes.length - wanted.length; at++) {
            if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        throw new IllegalArgumentException("not there");
    }

    @Test
    void aRecordWhoseEndIsOverwrittenGivesNoNames() throws IOException {
        var log = new EvtxTampering(log());
        List<Integer> places = log.places();
        log.cutTail(0, places.get(9), places.get(8));
        int size = log.record(places.get(9)).length;
        log.fill(places.get(9) + size / 2, EvtxFile.CHUNK_SIZE / 2, 0xEE);

        assertThat(Recoveries.of(log.bytes())).singleElement().satisfies(record -> {
            assertThat(record.certainty()).isEqualTo(PARTIAL);
            assertThat(record.doubts()).contains(RecoveryDoubt.SIZE_DIFFERS, RecoveryDoubt.END_OVERWRITTEN);
            assertThat(record.event().child("System")).isEmpty();
        });
    }

    @Test
    void aRecordThatTheFileCutsKeepsItsNames() throws IOException {
        var log = new EvtxTampering(log());
        int last = log.places().getLast();
        byte[] cut = Arrays.copyOf(log.bytes(), last + log.record(last).length - 20);

        assertThat(Recoveries.of(cut)).singleElement().satisfies(record -> {
            assertThat(record.certainty()).isEqualTo(PARTIAL);
            assertThat(record.doubts()).contains(RecoveryDoubt.CUT).doesNotContain(RecoveryDoubt.END_OVERWRITTEN);
            assertThat(record.event().child("System")).isPresent();
            assertThat(values(record)).containsExactly("29", ""); // the text lay behind the cut
        });
    }

    @Test
    void copiesAreToldApart() throws IOException {
        var log = new EvtxTampering(log());
        List<Integer> places = log.places();
        byte[] copied = log.chunk(0);
        log.cutTail(0, places.get(8), places.get(7)).write(EvtxTampering.chunkAt(2), copied);

        List<RecoveredRecord> found = Recoveries.of(log.bytes());

        // Chunk 2 lists records 0 to 9 again; two of them lie in the slack of chunk 0, before.
        assertThat(Logs.records(log.bytes())).hasSize(28);
        assertThat(found)
                .hasSize(2)
                .allSatisfy(record -> assertThat(record.copyOf()).isEmpty());
        log.resetHeader(2);
        assertThat(Recoveries.of(log.bytes()).subList(2, 12))
                .extracting(record -> (int) record.copyOf().orElseThrow())
                .isEqualTo(places.subList(0, 10));
    }
}
