package io.ashiato.sigma.syntax;

import java.time.Duration;
import java.util.List;

/// What followed `|` in a condition before version 2 of the language, with its `timeframe`:
/// `count(field) by group > 5`. It means a correlation over the events of its own rule.
public record Aggregation(
        CorrelationType type, CorrelationCondition condition, List<String> groupBy, Duration timeframe) {
    public Aggregation {
        groupBy = List.copyOf(groupBy);
    }
}
