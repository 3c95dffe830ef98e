package io.ashiato.readers.jsonlog;

import io.ashiato.bytes.ByteSource;
import io.ashiato.readers.LineFramer;
import io.ashiato.readers.LogFramer;
import io.ashiato.readers.LogReader;
import java.io.IOException;

/// The way into this package.
public final class JsonLog {
    private JsonLog() {}

    /// Cuts a log into records.
    ///
    /// @throws IOException if this machine fails to read
    public static LogFramer framer(ByteSource log) throws IOException {
        return new LineFramer(log, LineFramer.Header.NONE);
    }

    /// Reads the records; one for each thread.
    public static LogReader reader() {
        return new JsonLogReader();
    }
}
