package io.ashiato.casefile.pipeline;

import java.io.IOException;

/// Takes every event of the evidence, one after the other, in the order of the evidence, on one thread.
public interface EventSink {
    void accept(MatchedEvent event) throws IOException;
}
