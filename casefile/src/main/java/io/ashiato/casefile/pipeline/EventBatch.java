package io.ashiato.casefile.pipeline;

import java.util.List;

/// What one piece of a log gave.
///
/// @param events that are handed over, in the order of the log
/// @param tally of all
record EventBatch(List<MatchedEvent> events, EventTally tally) {
    EventBatch {
        events = List.copyOf(events);
    }
}
