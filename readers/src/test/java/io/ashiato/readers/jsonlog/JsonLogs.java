package io.ashiato.readers.jsonlog;

import io.ashiato.bytes.ByteSource;
import io.ashiato.bytes.Damage;
import io.ashiato.model.Event;
import io.ashiato.readers.LogBatch;
import io.ashiato.readers.LogFramer;
import io.ashiato.readers.LogFrames;
import io.ashiato.readers.LogItem;
import io.ashiato.readers.LogReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads whole logs.
final class JsonLogs {
    private JsonLogs() {}

    static List<Event> events(byte[] log) throws IOException {
        return read(log).events();
    }

    static LogBatch read(byte[] log) throws IOException {
        LogFramer framer = JsonLog.framer(ByteSource.of(log));
        LogReader reader = JsonLog.reader();
        var events = new ArrayList<Event>();
        var damage = new ArrayList<Damage>();
        for (Optional<LogFrames> frames = framer.next(); frames.isPresent(); frames = framer.next()) {
            LogBatch batch = reader.read(frames.get(), new LogItem("log", ""));
            events.addAll(batch.events());
            damage.addAll(batch.damage());
        }
        return new LogBatch(events, damage);
    }
}
