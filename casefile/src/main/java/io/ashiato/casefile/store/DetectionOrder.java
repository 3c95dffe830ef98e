package io.ashiato.casefile.store;

import io.ashiato.model.Correlated;
import io.ashiato.model.Detection;
import io.ashiato.model.Event;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;

/// The one order of events and detections everywhere: time, path, offset, and of detections the rule id and the group;
/// events without a time last.
final class DetectionOrder {
    static final Comparator<Event> EVENTS = Comparator.comparing(Event::time, DetectionOrder::timedFirst)
            .thenComparing(event -> event.source().path())
            .thenComparingLong(event -> event.source().offset());

    static final Comparator<Detection> BY_TIME_AND_PLACE = Comparator.comparing(Detection::event, EVENTS)
            .thenComparing(d -> d.rule().id())
            .thenComparing(DetectionOrder::group);

    private DetectionOrder() {}

    /// What tells detections of one event and rule apart: an event may complete the same correlation for two
    /// groups.
    static String group(Detection detection) {
        return detection.correlated().isEmpty()
                ? ""
                : detection.correlated().get().group().stream()
                        .map(Correlated.Value::value)
                        .collect(Collectors.joining("\n"));
    }

    /// The same order of what is printed of detections. By hand, since a hunt compares millions of times before
    /// chained comparators have become quick.
    static int compare(DetectionLine a, DetectionLine b) {
        int order = timedFirst(a.time(), b.time());
        if (order == 0) {
            order = a.path().compareTo(b.path());
        }
        if (order == 0) {
            order = Long.compare(a.offset(), b.offset());
        }
        if (order == 0) {
            order = a.ruleId().compareTo(b.ruleId());
        }
        return order == 0 ? a.group().compareTo(b.group()) : order;
    }

    private static int timedFirst(Optional<Instant> a, Optional<Instant> b) {
        if (a.isPresent() && b.isPresent()) {
            return a.get().compareTo(b.get());
        }
        return Boolean.compare(a.isEmpty(), b.isEmpty());
    }
}
