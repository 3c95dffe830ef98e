package io.ashiato.sigma.correlation;

import io.ashiato.model.Event;
import io.ashiato.model.Fields;
import io.ashiato.sigma.source.EventFilter;
import java.util.List;
import java.util.Optional;

/// Finds the fields of an event under the names that rules use, as matching does: event data before the envelope,
/// blanks in names dropped, names of the log source translated.
final class EventFields {
    /// How examples of the specification call the field `Computer` of Windows.
    private static final String COMPUTER_NAME = "ComputerName";

    private EventFields() {}

    /// The first value of a field.
    ///
    /// @param filters of the rule that matched the event
    static Optional<String> value(Event event, List<EventFilter> filters, String name) {
        List<String> own = List.of(name);
        if (!filters.isEmpty()) {
            String channel = EventFilter.fold(event.channel());
            for (EventFilter filter : filters) {
                if (filter.takes(channel, event.eventId())) {
                    own = filter.fields(name);
                    break;
                }
            }
        }
        Optional<String> first = plain(event, own.getFirst());
        if (own.size() == 1) {
            return first;
        }
        String second = own.get(1);
        return first.flatMap(a -> plain(event, second).map(b -> a + "\\" + b));
    }

    private static Optional<String> plain(Event event, String name) {
        Optional<String> found = in(event.data(), name).or(() -> in(event.system(), name));
        return found.isEmpty() && name.equals(COMPUTER_NAME)
                ? Optional.of(event.host()).filter(host -> !host.isEmpty())
                : found;
    }

    private static Optional<String> in(Fields fields, String name) {
        for (int i = 0; i < fields.size(); i++) {
            String own = fields.name(i);
            if (own.equals(name)
                    || (own.indexOf(' ') >= 0 && own.replace(" ", "").equals(name))) {
                return Optional.of(fields.value(i));
            }
        }
        return Optional.empty();
    }
}
