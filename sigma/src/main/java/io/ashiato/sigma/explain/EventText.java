package io.ashiato.sigma.explain;

import io.ashiato.model.Event;
import io.ashiato.model.Fields;
import io.ashiato.sigma.source.EventFilter;
import java.util.ArrayList;
import java.util.List;

/// The values of an event under the names that rules use. Event data hide the envelope's fields of the same
/// name.
///
/// @param filter that has the event's own names
record EventText(Event event, EventFilter filter) {
    /// A value of the event.
    ///
    /// @param field the event's own name; two of them where the value is joined
    record FieldValue(String field, String text) {}

    /// The values of a field; none where it is not there.
    List<FieldValue> values(String field) {
        List<String> names = filter.fields(withoutBlanks(field));
        if (names.size() == 1) {
            return named(names.getFirst());
        }
        List<FieldValue> first = named(names.getFirst());
        List<FieldValue> second = named(names.getLast());
        if (first.isEmpty() || second.isEmpty()) {
            return List.of();
        }
        return List.of(new FieldValue(
                String.join("\\", names),
                first.getFirst().text() + "\\" + second.getFirst().text()));
    }

    /// All values, which keywords are looked for in.
    List<FieldValue> all() {
        var values = new ArrayList<FieldValue>();
        for (Fields fields : List.of(event.data(), event.system())) {
            for (int i = 0; i < fields.size(); i++) {
                values.add(new FieldValue(fields.name(i), fields.value(i)));
            }
        }
        return values;
    }

    private List<FieldValue> named(String name) {
        List<FieldValue> data = named(event.data(), name);
        return data.isEmpty() ? named(event.system(), name) : data;
    }

    private static List<FieldValue> named(Fields fields, String name) {
        var values = new ArrayList<FieldValue>();
        for (int i = 0; i < fields.size(); i++) {
            if (withoutBlanks(fields.name(i)).equals(name)) {
                values.add(new FieldValue(fields.name(i), fields.value(i)));
            }
        }
        return values;
    }

    private static String withoutBlanks(String name) {
        return name.indexOf(' ') < 0 ? name : name.replace(" ", "");
    }
}
