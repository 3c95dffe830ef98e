package io.ashiato.sigma.correlation;

import io.ashiato.model.Correlated;
import io.ashiato.model.Event;
import io.ashiato.sigma.source.EventFields;
import io.ashiato.sigma.source.EventFilter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A match on its way into a correlation: of a rule, or of another correlation.
///
/// @param event with a time; of a correlation the event that completed it
/// @param filters of the rule that matched the event
/// @param group of the correlation; empty for rules
record Signal(Event event, List<EventFilter> filters, List<Correlated.Value> group) {
    /// How examples of the specification call the field `Computer` of Windows.
    private static final String COMPUTER_NAME = "ComputerName";

    Instant time() {
        return event.time().orElseThrow();
    }

    /// The value of a field: what the events of a correlation have in common, else what the event itself holds.
    Optional<String> value(String field) {
        for (Correlated.Value common : group) {
            if (common.name().equals(field)) {
                return Optional.of(common.value());
            }
        }
        Optional<String> own = EventFields.of(event, filters).first(field);
        return own.isEmpty() && field.equals(COMPUTER_NAME)
                ? Optional.of(event.host()).filter(host -> !host.isEmpty())
                : own;
    }

    /// Estimated bytes in memory.
    long weight() {
        long bytes = 512;
        for (int i = 0; i < event.data().size(); i++) {
            bytes += 64
                    + 2L
                            * (event.data().name(i).length()
                                    + event.data().value(i).length());
        }
        for (int i = 0; i < event.system().size(); i++) {
            bytes += 64
                    + 2L
                            * (event.system().name(i).length()
                                    + event.system().value(i).length());
        }
        return bytes;
    }
}
