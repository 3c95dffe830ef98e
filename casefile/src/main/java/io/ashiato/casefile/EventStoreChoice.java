package io.ashiato.casefile;

import io.ashiato.casefile.store.CaseFolder;
import io.ashiato.casefile.store.EventStore;
import io.ashiato.casefile.store.EventStoreUnavailableException;
import io.ashiato.casefile.store.JsonLinesEventStore;
import io.ashiato.casefile.store.ParquetEventStore;
import io.ashiato.model.Event;
import java.io.IOException;
import java.util.Optional;

/// The best event store that this machine can run: Parquet, or else compressed JSON lines.
///
/// @param name of its file in the case
/// @param reason why it is not Parquet
record EventStoreChoice(EventStore store, String name, Optional<String> reason) implements AutoCloseable {
    static EventStoreChoice open(CaseFolder folder) throws IOException {
        try {
            String name = "events/events.parquet";
            return new EventStoreChoice(
                    ParquetEventStore.open(folder.prepare(name), folder.scratch()), name, Optional.empty());
        } catch (EventStoreUnavailableException e) {
            String name = "events/events.jsonl.gz";
            return new EventStoreChoice(
                    JsonLinesEventStore.open(folder.prepare(name)), name, Optional.ofNullable(e.getMessage()));
        }
    }

    void add(Event event) throws IOException {
        store.add(event);
    }

    void finish(CaseFolder folder) throws IOException {
        store.finish();
        folder.adopt(name);
    }

    @Override
    public void close() throws IOException {
        store.close();
    }
}
