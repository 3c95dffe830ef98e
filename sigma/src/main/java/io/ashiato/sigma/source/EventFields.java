package io.ashiato.sigma.source;

import io.ashiato.model.Event;
import io.ashiato.model.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The values of an event under the names that rules use, as matching finds them: event data hide the envelope's
/// fields of the same name, and blanks in names do not count.
///
/// @param filter that has the event's own names
public record EventFields(Event event, EventFilter filter) {
    private static final EventFilter OWN_NAMES = EventFilter.of(Set.of());

    /// The fields of an event that a rule matched.
    ///
    /// @param filters of the rule; the first that takes the event has its names
    public static EventFields of(Event event, List<EventFilter> filters) {
        String channel = filters.isEmpty() ? "" : EventFilter.fold(event.channel());
        return new EventFields(
                event,
                filters.stream()
                        .filter(filter -> filter.takes(channel, event.eventId()))
                        .findFirst()
                        .orElse(OWN_NAMES));
    }

    /// A value of the event.
    ///
    /// @param field the event's own name; two of them where the value is joined
    public record FieldValue(String field, String text) {}

    /// The values of a field; none where it is not there.
    public List<FieldValue> values(String field) {
        List<String> names = filter.fields(withoutBlanks(field));
        if (names.size() == 1) {
            return named(names.getFirst());
        }
        return joined(names)
                .map(text -> List.of(new FieldValue(String.join("\\", names), text)))
                .orElse(List.of());
    }

    /// The first value of a field.
    public Optional<String> first(String field) {
        List<String> names = filter.fields(withoutBlanks(field));
        return names.size() == 1 ? firstNamed(names.getFirst()) : joined(names);
    }

    /// All values, which keywords are looked for in.
    public List<FieldValue> all() {
        var values = new ArrayList<FieldValue>();
        for (Fields fields : List.of(event.data(), event.system())) {
            for (int i = 0; i < fields.size(); i++) {
                values.add(new FieldValue(fields.name(i), fields.value(i)));
            }
        }
        return values;
    }

    private Optional<String> joined(List<String> names) {
        return firstNamed(names.getFirst())
                .flatMap(first -> firstNamed(names.getLast()).map(second -> first + "\\" + second));
    }

    private Optional<String> firstNamed(String name) {
        Fields fields = next(event.data(), name, 0) < 0 ? event.system() : event.data();
        int at = next(fields, name, 0);
        return at < 0 ? Optional.empty() : Optional.of(fields.value(at));
    }

    private List<FieldValue> named(String name) {
        Fields fields = next(event.data(), name, 0) < 0 ? event.system() : event.data();
        var values = new ArrayList<FieldValue>();
        for (int at = next(fields, name, 0); at >= 0; at = next(fields, name, at + 1)) {
            values.add(new FieldValue(fields.name(at), fields.value(at)));
        }
        return values;
    }

    /// Where a field of that name is, from a place on, or a negative number.
    private static int next(Fields fields, String name, int from) {
        for (int i = from; i < fields.size(); i++) {
            if (withoutBlanks(fields.name(i)).equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private static String withoutBlanks(String name) {
        return name.indexOf(' ') < 0 ? name : name.replace(" ", "");
    }
}
