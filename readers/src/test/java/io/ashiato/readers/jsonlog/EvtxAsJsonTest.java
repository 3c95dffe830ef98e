package io.ashiato.readers.jsonlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.ashiato.bytes.ByteSource;
import io.ashiato.model.Event;
import io.ashiato.model.Fields;
import io.ashiato.readers.evtx.EvtxEvents;
import io.ashiato.readers.evtx.EvtxFile;
import io.ashiato.readers.evtx.EvtxJson;
import io.ashiato.readers.evtx.EvtxRecord;
import io.ashiato.readers.evtx.Shared;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/// The same records, once read as EVTX and once as the JSON lines that the tools around event logs make of them.
class EvtxAsJsonTest {
    @Test
    void everyRecordOfTheCorpusIsTheSameEvent() throws IOException {
        var different = new TreeMap<String, Integer>();
        int compared = 0;
        try (var zip = corpus("evtx.zip")) {
            for (ZipEntry entry : logs(zip)) {
                byte[] log = zip.getInputStream(entry).readAllBytes();
                var lines = new StringBuilder();
                var events = new ArrayList<Event>();
                for (EvtxRecord record : records(log)) {
                    events.add(EvtxEvents.event(record, "log", ""));
                    lines.append(EvtxJson.line(record.event())).append('\n');
                }
                List<Event> read = JsonLogs.events(lines.toString().getBytes(UTF_8));
                assertThat(read).as(entry.getName()).hasSameSizeAs(events);
                for (int i = 0; i < events.size(); i++) {
                    compared++;
                    difference(events.get(i), read.get(i)).forEach(d -> different.merge(d, 1, Integer::sum));
                }
            }
        }
        assertThat(compared).isEqualTo(44_506);
        assertThat(different.entrySet().stream().limit(20)).isEmpty();
    }

    private static List<String> difference(Event evtx, Event json) {
        var found = new ArrayList<String>();
        compare("time", evtx.time(), json.time(), found);
        compare("host", evtx.host(), json.host(), found);
        compare("channel", evtx.channel(), json.channel(), found);
        compare("provider", evtx.provider(), json.provider(), found);
        compare("id", evtx.eventId(), json.eventId(), found);
        compare("record id", evtx.source().recordId(), json.source().recordId(), found);
        fields("system", evtx.system(), json.system(), found);
        fields("data", evtx.data(), json.data(), found);
        return found;
    }

    /// JSON has attributes before the text, and no sign of an element that is empty but for attributes.
    private static void fields(String what, Fields evtx, Fields json, List<String> found) {
        compare(what, telling(evtx), telling(json), found);
    }

    private static List<String> telling(Fields fields) {
        return IntStream.range(0, fields.size())
                .filter(i -> !fields.value(i).isEmpty())
                .mapToObj(i -> fields.name(i) + "=" + fields.value(i))
                .sorted()
                .toList();
    }

    private static void compare(String what, Object evtx, Object json, List<String> found) {
        if (!evtx.equals(json)) {
            found.add(what + ": " + evtx + " | " + json);
        }
    }

    private static List<EvtxRecord> records(byte[] log) throws IOException {
        var file = EvtxFile.open(ByteSource.of(log));
        var records = new ArrayList<EvtxRecord>();
        for (int i = 0; i < file.chunkCount(); i++) {
            records.addAll(file.read(i).records());
        }
        return records;
    }

    private static List<? extends ZipEntry> logs(ZipFile zip) {
        return zip.stream().filter(e -> e.getName().endsWith(".evtx")).toList();
    }

    private static ZipFile corpus(String name) throws IOException {
        assumeThat(Shared.folder("corpora").isPresent() || "true".equals(System.getenv("CI")))
                .as("no shared folder beside the project")
                .isTrue();
        Path folder = Shared.folder("corpora").orElseThrow();
        return new ZipFile(folder.resolve(name).toFile());
    }
}
