package io.ashiato.casefile.store;

import io.ashiato.model.Detection;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/// The one order of detections everywhere: time, path, offset, rule id; events without a time last.
final class DetectionOrder {
    static final Comparator<Detection> BY_TIME_AND_PLACE = Comparator.comparing(
                    (Detection d) -> d.event().time(), DetectionOrder::timedFirst)
            .thenComparing(d -> d.event().source().path())
            .thenComparingLong(d -> d.event().source().offset())
            .thenComparing(d -> d.rule().id());

    private DetectionOrder() {}

    private static int timedFirst(Optional<Instant> a, Optional<Instant> b) {
        if (a.isPresent() && b.isPresent()) {
            return a.get().compareTo(b.get());
        }
        return Boolean.compare(a.isEmpty(), b.isEmpty());
    }
}
