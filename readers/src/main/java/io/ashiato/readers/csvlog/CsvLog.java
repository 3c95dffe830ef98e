package io.ashiato.readers.csvlog;

import io.ashiato.bytes.ByteSource;
import io.ashiato.readers.LineFramer;
import io.ashiato.readers.LogFramer;
import io.ashiato.readers.LogMapping;
import io.ashiato.readers.LogReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// The way into this package.
public final class CsvLog {
    private CsvLog() {}

    /// Whether a file that begins so is the log that the mapping means: its first line names the column of the
    /// time.
    public static boolean isLog(byte[] head, LogMapping mapping) {
        int end = 0;
        while (end < head.length && head[end] != '\n' && head[end] != '\r') {
            end++;
        }
        String line = new String(head, 0, end, StandardCharsets.UTF_8);
        String columns = line.startsWith("\uFEFF") ? line.substring(1) : line;
        return CsvLine.values(columns, mapping.separator()).contains(mapping.time());
    }

    /// Cuts a log into its lines; the first names the columns.
    ///
    /// @throws IOException if this machine fails to read
    public static LogFramer framer(ByteSource log) throws IOException {
        return new LineFramer(log, LineFramer.Header.FIRST_LINE);
    }

    /// Reads the lines; one for each thread.
    public static LogReader reader(LogMapping mapping) {
        return new CsvReader(mapping);
    }
}
