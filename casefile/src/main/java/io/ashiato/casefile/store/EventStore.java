package io.ashiato.casefile.store;

import io.ashiato.model.Event;
import java.io.IOException;

/// Keeps every event of a case, detected or not. Events come in the order of the evidence; how the
/// store orders them is its own matter. Not safe for several threads.
public interface EventStore extends AutoCloseable {
    void add(Event event) throws IOException;

    /// Writes what is not yet written; the store's file is whole after that.
    void finish() throws IOException;

    @Override
    void close() throws IOException;
}
