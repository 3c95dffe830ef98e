package io.ashiato.casefile.pipeline;

import io.ashiato.intake.IntakeItem;
import io.ashiato.readers.ArtefactReading;
import java.io.IOException;

/// Takes everything of the evidence that is no log and that a reader could read, in the order of the evidence, on
/// one thread: an item always comes before what lies in it.
public interface ArtefactSink {
    /// @param item its content is closed when this returns
    /// @throws IOException if this machine fails
    void accept(IntakeItem item, ArtefactReading reading) throws IOException;
}
