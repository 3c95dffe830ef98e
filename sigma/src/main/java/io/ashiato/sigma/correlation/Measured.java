package io.ashiato.sigma.correlation;

import io.ashiato.sigma.rule.Correlation;
import io.ashiato.sigma.rule.Decimal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a correlation takes from an event beside its time.
///
/// @param text the folded value to count, or `""`
/// @param number the value to measure, or 0
record Measured(String text, BigDecimal number) {
    private static final Measured NOTHING = new Measured("", BigDecimal.ZERO);

    /// Nothing when the event lacks a field that is counted, or holds no decimal number where one is measured: such
    /// an event takes no part.
    static Optional<Measured> of(Correlation correlation, Correlation.Input input, Signal signal) {
        List<String> fields = correlation.condition().fields();
        return switch (correlation.type()) {
            case EVENT_COUNT, TEMPORAL, TEMPORAL_ORDERED -> Optional.of(NOTHING);
            case VALUE_COUNT -> tuple(fields, input, signal);
            case VALUE_SUM, VALUE_AVG, VALUE_PERCENTILE, VALUE_MIN, VALUE_MAX ->
                signal.value(input.field(fields.getFirst()))
                        .flatMap(text -> Decimal.parse(text.strip()))
                        .map(number -> new Measured("", number));
        };
    }

    private static Optional<Measured> tuple(List<String> fields, Correlation.Input input, Signal signal) {
        var values = new ArrayList<String>(fields.size());
        for (String field : fields) {
            Optional<String> value = signal.value(input.field(field));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.add(value.get());
        }
        return Optional.of(new Measured(GroupKey.text(values), BigDecimal.ZERO));
    }
}
