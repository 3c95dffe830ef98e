package io.ashiato.sigma.syntax;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a correlation measures in the events of a group: the Sigma specification 2.1,
/// `sigma-correlation-rules-specification.md`, "Correlation Types".
public enum CorrelationType {
    EVENT_COUNT("event_count"),
    VALUE_COUNT("value_count"),
    TEMPORAL("temporal"),
    TEMPORAL_ORDERED("temporal_ordered"),
    VALUE_SUM("value_sum"),
    VALUE_AVG("value_avg"),
    VALUE_PERCENTILE("value_percentile"),
    /// Only from the old `| min(field)`; correlation rules cannot ask for it.
    VALUE_MIN(""),
    /// Only from the old `| max(field)`; correlation rules cannot ask for it.
    VALUE_MAX("");

    private final String id;

    CorrelationType(String id) {
        this.id = id;
    }

    /// The type of that name in a correlation rule.
    public static Optional<CorrelationType> of(String id) {
        return id.isEmpty()
                ? Optional.empty()
                : Arrays.stream(values()).filter(type -> type.id.equals(id)).findFirst();
    }

    /// Its name in a correlation rule; empty where none can ask for it.
    public String id() {
        return id;
    }

    static List<String> ids() {
        return Arrays.stream(values())
                .map(type -> type.id)
                .filter(id -> !id.isEmpty())
                .toList();
    }

    /// Whether it asks which of the referred rules matched, not what the events hold.
    public boolean isTemporal() {
        return this == TEMPORAL || this == TEMPORAL_ORDERED;
    }

    /// Whether its measure is a whole number of things.
    public boolean isCount() {
        return isTemporal() || this == EVENT_COUNT || this == VALUE_COUNT;
    }

    /// Whether its condition has to name a field.
    public boolean needsField() {
        return !isTemporal() && this != EVENT_COUNT;
    }
}
