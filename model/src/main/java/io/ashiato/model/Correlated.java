package io.ashiato.model;

import java.time.Instant;
import java.util.List;

/// The events behind a detection by correlation: several that only together mean something.
///
/// @param group what the events have in common, by the correlation's names; empty where it takes all events together
/// @param events how many there are
/// @param first time of the first
/// @param last time of the last, which is the time of the detection
/// @param records the first of each rule that takes part and the last of all, in order of time; at most [#MAX_RECORDS]
public record Correlated(List<Value> group, long events, Instant first, Instant last, List<Part> records) {
    /// More is not looked at one by one; all of them are found again by group and time.
    public static final int MAX_RECORDS = 16;

    public Correlated {
        group = List.copyOf(group);
        records = List.copyOf(records);
    }

    /// A field, or alias, and the value that all events have there.
    public record Value(String name, String value) {}

    /// An event that takes part.
    ///
    /// @param ruleId of the rule that matched it, or of a correlation that it completed
    public record Part(String ruleId, Instant time, RecordRef source) {}
}
