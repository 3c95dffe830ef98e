package io.ashiato.readers.jsonlog;

import io.ashiato.bytes.ByteSource;
import io.ashiato.model.Event;
import io.ashiato.readers.LineFramer;
import io.ashiato.readers.LogFramer;
import io.ashiato.readers.LogMapping;
import io.ashiato.readers.LogReader;
import java.io.IOException;
import java.util.Optional;

/// The way into this package.
public final class JsonLog {
    /// Bytes by which it is seen how a log is laid out.
    private static final int HEAD = 1 << 16;

    private JsonLog() {}

    /// Cuts a log into records.
    ///
    /// @throws IOException if this machine fails to read
    public static LogFramer framer(ByteSource log) throws IOException {
        return JsonHead.of(log.first(HEAD)).isLines()
                ? new LineFramer(log, LineFramer.Header.NONE)
                : new JsonDocumentFramer(log);
    }

    /// Whether a file that begins so is a log: it holds a record of a known shape.
    ///
    /// @param head at least the first record; more than the first 64 KiB are not looked at
    public static boolean isLog(byte[] head) {
        return JsonHead.of(head).hasKnownRecord();
    }

    /// Whether a file that begins so is the log that the user described: one of its records has the field of
    /// the time.
    public static boolean isLog(byte[] head, LogMapping mapping) {
        return JsonHead.of(head).hasRecordOf(mapping);
    }

    /// Whether an event was made of a record of a known shape, and not of one that a log holds beside such.
    public static boolean isOfKnownShape(Event event) {
        return !event.channel().equals(UnknownShape.CHANNEL);
    }

    /// Reads the records; one for each thread.
    public static LogReader reader() {
        return new JsonLogReader(Optional.empty());
    }

    /// Reads the records, those of no known shape as the user described them; one for each thread.
    public static LogReader reader(LogMapping mapping) {
        return new JsonLogReader(Optional.of(mapping));
    }
}
