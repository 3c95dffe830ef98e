package io.ashiato.readers;

import io.ashiato.model.Event;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;

/// Reads logs in which each line is an event.
public final class TextLines {
    private TextLines() {}

    /// Makes the event of a line.
    public interface LineReader {
        /// @param offset of the line in the log
        /// @param number of the line in the log
        Event event(String line, LogItem item, long offset, long number);
    }

    /// The events of the lines. Bytes that are no UTF-8 become U+FFFD.
    public static LogBatch read(LogFrames frames, LogItem item, LineReader reader) {
        var events = new ArrayList<Event>(frames.count());
        for (int i = 0; i < frames.count(); i++) {
            events.add(reader.event(text(frames, i), item, frames.offset(i), frames.number(i)));
        }
        return new LogBatch(events, frames.damage());
    }

    /// A record as text.
    public static String text(LogFrames frames, int record) {
        int from = frames.from(record);
        return new String(frames.bytes(), from, frames.to(record) - from, StandardCharsets.UTF_8);
    }
}
