package io.ashiato.readers.evtx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.bytes.ByteSource;
import io.ashiato.model.Event;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// Reads a hostile log in all ways, and holds it to what is promised for any input: no exception,
/// bounded time, bounded output, valid JSON and XML.
final class HostileReading {
    /// Far above what any input takes on an idle machine (tens of milliseconds).
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private HostileReading() {}

    /// What one log gave.
    ///
    /// @param output bytes of the largest of the three forms: JSON, XML, events
    record Outcome(int records, int damage, long output, Duration time) {}

    /// @param origin tells how to make this log again
    static Outcome read(byte[] log, Object origin) {
        long start = System.nanoTime();
        try {
            List<EvtxChunk> chunks = Logs.chunks(log);
            List<EvtxRecord> records =
                    chunks.stream().flatMap(chunk -> chunk.records().stream()).toList();
            long json = 0;
            long xml = 0;
            long events = 0;
            for (EvtxRecord record : records) {
                json += size(EvtxJson.line(record.event()));
                xml += size(EvtxXml.document(record.event()));
                events += size(EvtxEvents.event(record, "a.evtx", ""));
            }
            int damage = EvtxFile.open(ByteSource.of(log)).damage().size();
            for (EvtxChunk chunk : chunks) {
                damage += chunk.chunkDamage().size() + chunk.recordFlaws().size();
            }
            var time = Duration.ofNanos(System.nanoTime() - start);
            long output = Math.max(events, Math.max(json, xml));
            assertThat(output).as("%s", origin).isLessThanOrEqualTo(log.length * (long) Limits.OUTPUT_PER_BYTE);
            assertThat(damage).as("%s", origin).isLessThanOrEqualTo(mostDamage(log.length));
            assertThat(time).as("%s", origin).isLessThan(LONGEST);
            return new Outcome(records.size(), damage, output, time);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new AssertionError(origin.toString(), e);
        }
    }

    /// Whether what comes out is well-formed: slow, for some of many inputs.
    static void checkForms(byte[] log, Object origin) throws IOException {
        for (EvtxRecord record : Logs.records(log)) {
            assertThat(Json.object(EvtxJson.line(record.event())))
                    .as("%s", origin)
                    .isNotEmpty();
            assertThat(ComparedXml.of(EvtxXml.document(record.event())))
                    .as("%s", origin)
                    .isNotEmpty();
        }
    }

    /// Each lost record had 28 bytes of its own; a few more tell of the chunk and of the file.
    private static int mostDamage(int length) {
        int chunks = 1 + length / EvtxFile.CHUNK_SIZE;
        return length / 28 + chunks * (Limits.CHUNK_FLAWS + 8);
    }

    private static long size(String text) {
        return text.getBytes(UTF_8).length;
    }

    private static long size(Event event) {
        long size = 0;
        for (int i = 0; i < event.data().size(); i++) {
            size += size(event.data().name(i)) + size(event.data().value(i));
        }
        for (int i = 0; i < event.system().size(); i++) {
            size += size(event.system().name(i)) + size(event.system().value(i));
        }
        return size;
    }
}
