package io.ashiato.publish.figure;

import io.ashiato.model.HostSummary;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One host of the timeline with what happened on it.
///
/// @param coverage empty for a host without a summary
record Lane(String host, Optional<HostSummary> coverage, List<Mark> marks) {
    /// @param number of the turning point in the timeline's table; 0 where it is none
    /// @param label empty where it gets none
    record Mark(Instant time, Glyph glyph, String id, String label, int number) {
        boolean tampering() {
            return glyph == Glyph.TAMPERING;
        }
    }

    Instant begin() {
        return marks.stream().map(Mark::time).min(Instant::compareTo).orElse(Instant.MAX);
    }

    long tampering() {
        return marks.stream().filter(Mark::tampering).count();
    }
}
