package io.ashiato.casefile.pipeline;

import java.io.IOException;

/// Takes the events of the evidence, one after the other, in the order of the evidence, on one thread.
public interface EventSink {
    void accept(MatchedEvent event) throws IOException;

    /// Takes the counts of all events of a piece of a log, before those of them that are handed over.
    default void tally(EventTally tally) {}
}
