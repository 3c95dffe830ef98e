package io.ashiato.cli.example;

import io.ashiato.bytes.ByteSource;
import io.ashiato.model.Event;
import io.ashiato.readers.evtx.EvtxChunk;
import io.ashiato.readers.evtx.EvtxEvents;
import io.ashiato.readers.evtx.EvtxFile;
import io.ashiato.readers.evtx.EvtxJson;
import io.ashiato.readers.evtx.EvtxRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The event logs among the files of an example, also those in its zips, read as the program reads them.
final class ExampleLogs {
    private ExampleLogs() {}

    /// By their paths, those in a zip by the path in it.
    static SortedMap<String, byte[]> of(SortedMap<String, byte[]> files) {
        SortedMap<String, byte[]> logs = new TreeMap<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            if (file.getKey().endsWith(".evtx")) {
                logs.put(file.getKey(), file.getValue());
            } else if (file.getKey().endsWith(".zip")) {
                logs.putAll(StoredZip.members(file.getValue()));
            }
        }
        return logs;
    }

    /// All damage of a log, in words.
    static List<String> damage(byte[] log) throws IOException {
        List<String> damage = new ArrayList<>();
        EvtxFile.open(ByteSource.of(log)).damage().forEach(each -> damage.add(each.toString()));
        for (EvtxChunk chunk : chunks(log)) {
            chunk.chunkDamage().forEach(each -> damage.add(each.toString()));
            chunk.recordDamage().forEach(each -> damage.add(each.toString()));
        }
        return damage;
    }

    /// Each event as a line of JSON.
    static List<String> lines(byte[] log) throws IOException {
        return records(log).stream()
                .map(record -> EvtxJson.line(record.event()))
                .toList();
    }

    static List<Event> events(byte[] log) throws IOException {
        return records(log).stream()
                .map(record -> EvtxEvents.event(record, "", ""))
                .toList();
    }

    private static List<EvtxRecord> records(byte[] log) throws IOException {
        return chunks(log).stream().flatMap(chunk -> chunk.records().stream()).toList();
    }

    private static List<EvtxChunk> chunks(byte[] log) throws IOException {
        EvtxFile file = EvtxFile.open(ByteSource.of(log));
        List<EvtxChunk> chunks = new ArrayList<>();
        for (int i = 0; i < file.chunkCount(); i++) {
            chunks.add(file.read(i));
        }
        return chunks;
    }
}
