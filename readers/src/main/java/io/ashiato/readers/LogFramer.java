package io.ashiato.readers;

import java.io.IOException;
import java.util.Optional;

/// Cuts a text log into its records, front to back, in bounded memory. For one thread.
public interface LogFramer {
    /// The next records, or nothing at the end of the log. May hold no record at all, only damage.
    ///
    /// @throws IOException if this machine fails to read
    Optional<LogFrames> next() throws IOException;
}
