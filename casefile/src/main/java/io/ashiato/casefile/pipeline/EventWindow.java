package io.ashiato.casefile.pipeline;

import java.time.Instant;
import java.util.Optional;

/// The time from which events are wanted. An event without a time is wanted only where time does not matter.
///
/// @param from earliest time; it belongs to what is wanted
/// @param to the time before which events lie; it does not belong to what is wanted
public record EventWindow(Optional<Instant> from, Optional<Instant> to) {
    /// Every event.
    public static final EventWindow ALL = new EventWindow(Optional.empty(), Optional.empty());

    /// @param time of an event
    public boolean takes(Optional<Instant> time) {
        if (from.isEmpty() && to.isEmpty()) {
            return true;
        }
        return time.filter(t -> from.isEmpty() || !t.isBefore(from.get()))
                .filter(t -> to.isEmpty() || t.isBefore(to.get()))
                .isPresent();
    }
}
