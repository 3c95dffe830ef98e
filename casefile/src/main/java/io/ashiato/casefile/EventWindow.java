package io.ashiato.casefile;

import io.ashiato.model.Event;
import java.time.Instant;
import java.util.Optional;

/// The time from which events are wanted. An event without a time is wanted only where time does not matter.
///
/// @param from earliest time; it belongs to what is wanted
/// @param to the time before which events lie; it does not belong to what is wanted
public record EventWindow(Optional<Instant> from, Optional<Instant> to) {
    /// Every event.
    public static final EventWindow ALL = new EventWindow(Optional.empty(), Optional.empty());

    public boolean takes(Event event) {
        if (from.isEmpty() && to.isEmpty()) {
            return true;
        }
        return event.time()
                .filter(time -> from.isEmpty() || !time.isBefore(from.get()))
                .filter(time -> to.isEmpty() || time.isBefore(to.get()))
                .isPresent();
    }
}
