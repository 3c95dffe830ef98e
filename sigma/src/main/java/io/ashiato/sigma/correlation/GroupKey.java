package io.ashiato.sigma.correlation;

import io.ashiato.model.Correlated;
import io.ashiato.sigma.rule.Correlation;
import io.ashiato.sigma.rule.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The values by which events belong together, and a text that is equal for equal values.
///
/// Values compare without case, as everywhere in Sigma. The text is one string and no list: strings that collide on
/// purpose are kept apart in a hash table by their order.
record GroupKey(String text, List<Correlated.Value> values) {
    /// The group of an event, or nothing when it lacks one of the fields.
    static Optional<GroupKey> of(Correlation correlation, Correlation.Input input, Signal signal) {
        var values = new ArrayList<Correlated.Value>(correlation.groupBy().size());
        for (String name : correlation.groupBy()) {
            Optional<String> value = signal.value(input.field(name));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.add(new Correlated.Value(name, value.get()));
        }
        return Optional.of(
                new GroupKey(text(values.stream().map(Correlated.Value::value).toList()), values));
    }

    /// Several values as one text: the length before each keeps `a, bc` and `ab, c` apart.
    static String text(List<String> values) {
        if (values.size() == 1) {
            return Folding.fold(values.getFirst());
        }
        var text = new StringBuilder();
        for (String value : values) {
            text.append(value.length()).append(':').append(Folding.fold(value));
        }
        return text.toString();
    }
}
