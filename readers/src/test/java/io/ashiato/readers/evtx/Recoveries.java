package io.ashiato.readers.evtx;

import io.ashiato.bytes.ByteSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Recovers from whole files for tests.
final class Recoveries {
    private Recoveries() {}

    static List<RecoveredRecord> of(byte[] file) throws IOException {
        var found = new ArrayList<RecoveredRecord>();
        RecordRecovery.of(ByteSource.of(file)).forEach(found::add);
        return found;
    }

    static List<String> json(List<RecoveredRecord> records) {
        return records.stream().map(record -> EvtxJson.line(record.event())).toList();
    }

    static Map<RecoveryCertainty, Integer> certainties(List<RecoveredRecord> records) {
        var counts = new EnumMap<RecoveryCertainty, Integer>(RecoveryCertainty.class);
        records.forEach(record -> counts.merge(record.certainty(), 1, Integer::sum));
        return counts;
    }

    static Map<RecoveryPlace, Integer> places(List<RecoveredRecord> records) {
        var counts = new EnumMap<RecoveryPlace, Integer>(RecoveryPlace.class);
        records.forEach(record -> counts.merge(record.place(), 1, Integer::sum));
        return counts;
    }
}
