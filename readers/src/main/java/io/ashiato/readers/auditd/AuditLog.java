package io.ashiato.readers.auditd;

import io.ashiato.bytes.ByteSource;
import io.ashiato.readers.LineFramer;
import io.ashiato.readers.LogFramer;
import io.ashiato.readers.LogReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The way into this package.
public final class AuditLog {
    /// Where the id of a line's event lies at the latest: behind `node=`, `type=` and `msg=audit(`.
    private static final int ID_WITHIN = 400;

    private static final byte[] STAMP = "audit(".getBytes(StandardCharsets.US_ASCII);

    private AuditLog() {}

    /// Cuts a log into lines; a piece of it ends where an event does.
    ///
    /// @throws IOException if this machine fails to read
    public static LogFramer framer(ByteSource log) throws IOException {
        return new LineFramer(log, LineFramer.Header.NONE, AuditLog::beforeLastEvent);
    }

    /// Reads the records; one for each thread.
    public static LogReader reader() {
        return new AuditReader();
    }

    /// Where the lines of the last event begin: more of them may follow.
    private static int beforeLastEvent(byte[] block, int from, int to) {
        int start = lineStart(block, from, to);
        byte[] last = id(block, start, to);
        int end = start;
        while (end > from) {
            start = lineStart(block, from, end);
            if (!Arrays.equals(last, id(block, start, end))) {
                return end;
            }
            end = start;
        }
        return from;
    }

    /// The start of the line that ends at `end`, its line feed included.
    private static int lineStart(byte[] block, int from, int end) {
        int at = end - 1;
        while (at > from && block[at - 1] != '\n') {
            at--;
        }
        return Math.max(at, from);
    }

    private static byte[] id(byte[] block, int from, int to) {
        int end = Math.min(to, from + ID_WITHIN);
        for (int at = from; at < end - STAMP.length; at++) {
            if (Arrays.equals(block, at, at + STAMP.length, STAMP, 0, STAMP.length)) {
                int close = at;
                while (close < end && block[close] != ')') {
                    close++;
                }
                return Arrays.copyOfRange(block, at, close);
            }
        }
        return new byte[0];
    }
}
