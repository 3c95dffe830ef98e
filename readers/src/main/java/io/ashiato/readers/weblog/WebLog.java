package io.ashiato.readers.weblog;

import io.ashiato.bytes.ByteSource;
import io.ashiato.readers.LineFramer;
import io.ashiato.readers.LogFramer;
import io.ashiato.readers.LogReader;
import io.ashiato.readers.TextLines;
import java.io.IOException;

/// The way into this package.
public final class WebLog {
    private WebLog() {}

    /// Cuts a log in the common or combined form into lines.
    ///
    /// @throws IOException if this machine fails to read
    public static LogFramer accessFramer(ByteSource log) throws IOException {
        return new LineFramer(log, LineFramer.Header.NONE);
    }

    /// Cuts a log of the W3C's extended form into lines.
    ///
    /// @throws IOException if this machine fails to read
    public static LogFramer extendedFramer(ByteSource log) throws IOException {
        return new LineFramer(log, LineFramer.Header.HASH_LINES);
    }

    /// Reads lines of the common or combined form; one for each thread.
    public static LogReader accessReader() {
        return (frames, item) -> TextLines.read(frames, item, AccessLine::event);
    }

    /// Reads lines of the extended form; one for each thread.
    public static LogReader extendedReader() {
        return new ExtendedReader();
    }
}
