package io.ashiato.readers.syslog;

import io.ashiato.bytes.ByteSource;
import io.ashiato.readers.LineFramer;
import io.ashiato.readers.LogFramer;
import io.ashiato.readers.LogReader;
import io.ashiato.readers.TextLines;
import java.io.IOException;

/// The way into this package.
public final class SyslogLog {
    private SyslogLog() {}

    /// Cuts a log into lines.
    ///
    /// @throws IOException if this machine fails to read
    public static LogFramer framer(ByteSource log) throws IOException {
        return new LineFramer(log, LineFramer.Header.NONE);
    }

    /// Reads the lines; one for each thread.
    public static LogReader reader() {
        var lines = new SyslogReader();
        return (frames, item) -> TextLines.read(frames, item, lines::event);
    }
}
