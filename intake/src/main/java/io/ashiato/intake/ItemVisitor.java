package io.ashiato.intake;

import io.ashiato.model.Diagnostic;
import java.io.IOException;

/// Takes the items of a walk, one after the other, in the walk's order.
public interface ItemVisitor {
    /// @param item its content is closed when everything inside it has been visited; to be read no later
    /// @return what lies inside; the walk visits it next
    /// @throws IOException if this machine fails; ends the walk
    Inside item(IntakeItem item) throws IOException;

    /// Comes before or after the item of its path: an archive turns out to be damaged only while its
    /// members are read, a file may change while it is analysed.
    void diagnostic(Diagnostic diagnostic);
}
