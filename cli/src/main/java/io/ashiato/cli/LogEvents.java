package io.ashiato.cli;

import io.ashiato.intake.FileSource;
import io.ashiato.model.Event;
import io.ashiato.readers.evtx.ChunkBytes;
import io.ashiato.readers.evtx.EvtxFile;
import io.ashiato.readers.evtx.RecordLane;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/// The events of one event log that is a file of its own, for rules to be tried on.
final class LogEvents {
    private LogEvents() {}

    /// Hands over each event that can be read, chunk by chunk in the order of the file.
    ///
    /// @param name to stand in the events for the log
    /// @return whether the file begins like an event log
    /// @throws IOException if the file cannot be read
    static boolean read(Path file, String name, Consumer<Event> events) throws IOException {
        try (FileSource source = FileSource.open(file.toRealPath())) {
            EvtxFile log = EvtxFile.open(source);
            var lane = new RecordLane();
            var chunk = new ChunkBytes();
            for (int index = 0; index < log.chunkCount(); index++) {
                log.fill(index, chunk);
                lane.events(chunk, name, "").events().forEach(events);
            }
            return log.header().isPresent();
        }
    }
}
