package io.ashiato.casefile.pipeline;

import java.io.IOException;

/// Takes the events of the evidence.
public interface EventSink {
    /// Makes of an event all that does not depend on others. Called by the threads that read, several at a
    /// time, in no order; what it gives may be dropped.
    Delivery prepare(MatchedEvent event);

    /// Takes the counts of all events of a piece of a log, before the deliveries of those that are handed over.
    default void tally(EventTally tally) {}

    /// What is left to do with an event when its turn has come: one event after the other, in the order of the
    /// evidence, on one thread.
    interface Delivery {
        void deliver() throws IOException;
    }
}
