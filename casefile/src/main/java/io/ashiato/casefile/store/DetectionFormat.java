package io.ashiato.casefile.store;

import io.ashiato.model.Detection;
import io.ashiato.model.Event;
import java.util.List;

/// How detections are printed, one line each. What a line says depends on its detection alone, so lines are
/// made on the threads that read. One instance serves one thread, and may keep what it made for rules and
/// names.
public interface DetectionFormat {
    /// Begins the lines of one event.
    Lines of(Event event);

    /// Lines of one event.
    interface Lines {
        /// The line of one detection of the event.
        ///
        /// @return UTF-8 with the line's end, in pieces. What several lines have in common is the same array,
        ///     so that an event costs no more memory the more rules match it. Nobody writes to them.
        List<byte[]> line(Detection detection);
    }
}
