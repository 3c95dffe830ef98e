package io.ashiato.readers.zeek;

import io.ashiato.bytes.ByteSource;
import io.ashiato.readers.LineFramer;
import io.ashiato.readers.LogFramer;
import io.ashiato.readers.LogReader;
import java.io.IOException;

/// The way into this package.
public final class ZeekLog {
    private ZeekLog() {}

    /// Cuts a log into lines.
    ///
    /// @throws IOException if this machine fails to read
    public static LogFramer framer(ByteSource log) throws IOException {
        return new LineFramer(log, LineFramer.Header.HASH_LINES);
    }

    /// Reads the lines; one for each thread.
    public static LogReader reader() {
        return new ZeekReader();
    }
}
