package io.ashiato.casefile.pipeline;

import java.util.List;

/// What one piece of a log gave.
///
/// @param deliveries of the events that are handed over, in the order of the log
/// @param tally of all
record EventBatch(List<EventSink.Delivery> deliveries, EventTally tally) {
    EventBatch {
        deliveries = List.copyOf(deliveries);
    }
}
