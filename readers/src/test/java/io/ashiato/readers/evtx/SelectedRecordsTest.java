package io.ashiato.readers.evtx;

import static io.ashiato.readers.evtx.WrittenNode.element;
import static io.ashiato.readers.evtx.WrittenNode.slot;
import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.bytes.ByteSource;
import io.ashiato.model.EventTime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/// A lane that is given a selection writes the lines of those records that the selection takes, and no other.
class SelectedRecordsTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void writtenLogsGiveTheSelectedRecords() throws IOException {
        for (WrittenLogs.WrittenLog log : WrittenLogs.all()) {
            compare(log.name(), log.bytes());
        }
    }

    @Test
    void corpusGivesTheSelectedRecords() throws IOException {
        Corpus.needed();
        try (Corpus corpus = Corpus.open("evtx-odd.zip")) {
            for (ZipEntry log : corpus.logs()) {
                compare(log.getName(), corpus.read(log.getName()));
            }
        }
    }

    /// The second System is in a fragment, as no Windows writes it; its time counts, as for the plain reader.
    @Test
    void timeOfASecondSystemCounts() throws IOException {
        var inner = new WrittenNode.Instance(system(), List.of(WrittenValue.filetime(START.plusSeconds(60))));
        var definition = element("Event", system(), slot(1, ValueReader.BINARY_XML));
        byte[] log = new EvtxWriter()
                .add(
                        START,
                        new WrittenNode.Instance(
                                definition, List.of(WrittenValue.filetime(START), WrittenValue.xml(inner))))
                .bytes();

        compare("two Systems", log);
        assertThat(selectedBy(log, between(START, START.plusSeconds(1)))).isEmpty();
        assertThat(selectedBy(log, between(START.plusSeconds(60), START.plusSeconds(61))))
                .hasSize(1);
    }

    @Test
    void ordinaryRecordsAreNotReadAsTrees() throws IOException {
        var writer = new EvtxWriter(100);
        for (int i = 0; i < 200; i++) {
            writer.add(
                    LoggedEvent.of("Test", 1, "System").at(START.plusSeconds(i)).with("Text", "text " + i));
        }
        RecordSelection selection = between(START.plusSeconds(50), START.plusSeconds(60));
        var lane = new JsonLane(selection);

        assertThat(selected(writer.bytes(), selection, lane)).hasSize(10);
        assertThat(lane.leftToPlain()).isZero();
    }

    /// Only the record that is asked for tells of its damage.
    @Test
    void damageOutsideTheSelectionIsNotLookedAt() throws IOException {
        LoggedEvent event = LoggedEvent.of("Test", 1, "System").at(START);
        byte[] log = new EvtxWriter(100).add(event).add(event).bytes();
        log[EvtxFile.HEADER_SIZE + 512 + 24] = (byte) 0xEE; // the first token of the first record

        for (int id = 100; id <= 101; id++) {
            var selection = new RecordSelection(id, id, Optional.empty(), Optional.empty());
            EvtxFile file = EvtxFile.open(ByteSource.of(log));
            var chunk = new ChunkBytes();
            file.fill(0, chunk);
            assertThat(file.read(0, new byte[EvtxFile.CHUNK_SIZE], selection).recordFlaws())
                    .hasSize(101 - id);
            assertThat(new JsonLane(selection)
                            .read(chunk, new JsonLines())
                            .orElseThrow()
                            .recordFlaws())
                    .hasSize(101 - id);
        }
    }

    private static WrittenNode.Element system() {
        return element("System", element("TimeCreated").with("SystemTime", slot(0, ValueReader.FILETIME)));
    }

    private static RecordSelection between(Instant from, Instant to) {
        return new RecordSelection(0, RecordSelection.HIGHEST_ID, Optional.of(from), Optional.of(to));
    }

    /// Asks for the middle of the log by id and by time, and for its end.
    private static void compare(String name, byte[] log) throws IOException {
        List<EvtxRecord> records = Logs.inFileOrder(log);
        if (records.isEmpty()) {
            return;
        }
        EvtxRecord early = records.get(records.size() / 3);
        EvtxRecord late = records.get(records.size() * 2 / 3);
        Optional<Instant> from = time(early);
        Optional<Instant> to = time(late);
        for (RecordSelection selection : List.of(
                new RecordSelection(early.headerId(), late.headerId(), Optional.empty(), Optional.empty()),
                new RecordSelection(0, late.headerId(), from, Optional.empty()),
                new RecordSelection(0, RecordSelection.HIGHEST_ID, from, to))) {
            List<String> expected = records.stream()
                    .filter(selection::takes)
                    .map(record -> EvtxJson.line(record.event()))
                    .toList();
            assertThat(selectedBy(log, selection)).as("%s, %s", name, selection).isEqualTo(expected);
        }
    }

    private static Optional<Instant> time(EvtxRecord record) {
        return EvtxEvents.timeCreated(record).or(() -> EventTime.ofFiletime(record.writtenTicks()));
    }

    private static List<String> selectedBy(byte[] log, RecordSelection selection) throws IOException {
        return selected(log, selection, new JsonLane(selection));
    }

    /// The lines that a lane gives; of a chunk that it gives up, those of the plain reader.
    private static List<String> selected(byte[] log, RecordSelection selection, JsonLane lane) throws IOException {
        EvtxFile file = EvtxFile.open(ByteSource.of(log));
        var lines = new ArrayList<String>();
        var chunk = new ChunkBytes();
        var read = new JsonLines();
        for (int i = 0; i < file.chunkCount(); i++) {
            file.fill(i, chunk);
            read.clear();
            if (lane.read(chunk, read).isPresent()) {
                var text = new ByteArrayOutputStream();
                read.writeTo(text);
                text.toString(StandardCharsets.UTF_8).lines().forEach(lines::add);
            } else {
                file.read(i, new byte[EvtxFile.CHUNK_SIZE], selection)
                        .records()
                        .forEach(record -> lines.add(EvtxJson.line(record.event())));
            }
        }
        return lines;
    }
}
