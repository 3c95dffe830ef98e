package io.ashiato.readers;

import io.ashiato.bytes.Damage;
import io.ashiato.model.Event;
import java.util.List;

/// What some records of a text log gave.
///
/// @param events in the order of the log
/// @param damage records that could not be read, or only in part, and where they begin
public record LogBatch(List<Event> events, List<Damage> damage) {
    public LogBatch {
        events = List.copyOf(events);
        damage = List.copyOf(damage);
    }
}
