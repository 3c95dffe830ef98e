package io.ashiato.model;

import java.util.Optional;

/// A rule that matched an event, or a correlation that an event completed.
///
/// @param event of a correlation the last one
/// @param correlated the events behind a correlation; empty for a rule on single events
public record Detection(RuleInfo rule, Event event, Optional<Correlated> correlated) {
    /// A rule on single events.
    public Detection(RuleInfo rule, Event event) {
        this(rule, event, Optional.empty());
    }
}
