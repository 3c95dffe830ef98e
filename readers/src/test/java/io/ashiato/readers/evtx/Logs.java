package io.ashiato.readers.evtx;

import io.ashiato.bytes.ByteSource;
import io.ashiato.bytes.Damage;
import io.ashiato.model.Event;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Reads whole logs for tests.
final class Logs {
    private Logs() {}

    static List<EvtxChunk> chunks(byte[] log) throws IOException {
        EvtxFile file = EvtxFile.open(ByteSource.of(log));
        return chunks(file, file.oldestChunk());
    }

    private static List<EvtxChunk> chunks(EvtxFile file, int oldest) throws IOException {
        int count = file.chunkCount();
        var chunks = new ArrayList<EvtxChunk>();
        var buffer = new byte[EvtxFile.CHUNK_SIZE];
        for (int i = 0; i < count; i++) {
            chunks.add(file.read((oldest + i) % count, buffer));
        }
        return chunks;
    }

    static List<EvtxRecord> records(byte[] log) throws IOException {
        return chunks(log).stream().flatMap(chunk -> chunk.records().stream()).toList();
    }

    /// All records, from the first chunk of the file to the last, whatever their age.
    static List<EvtxRecord> inFileOrder(byte[] log) throws IOException {
        return chunks(EvtxFile.open(ByteSource.of(log)), 0).stream()
                .flatMap(chunk -> chunk.records().stream())
                .toList();
    }

    static List<String> json(byte[] log) throws IOException {
        return records(log).stream()
                .map(record -> EvtxJson.line(record.event()))
                .toList();
    }

    static List<Event> events(byte[] log) throws IOException {
        return records(log).stream()
                .map(record -> EvtxEvents.event(record, "a.evtx", ""))
                .toList();
    }

    /// Everything that is wrong with a log.
    static List<Damage> damage(byte[] log) throws IOException {
        var damage = new ArrayList<>(EvtxFile.open(ByteSource.of(log)).damage());
        for (EvtxChunk chunk : chunks(log)) {
            damage.addAll(chunk.chunkDamage());
            damage.addAll(chunk.recordDamage());
        }
        return damage;
    }
}
