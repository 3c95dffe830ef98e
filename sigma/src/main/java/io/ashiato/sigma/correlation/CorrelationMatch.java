package io.ashiato.sigma.correlation;

import io.ashiato.model.Correlated;
import io.ashiato.model.Event;
import io.ashiato.model.RuleInfo;

/// A correlation that came to hold.
///
/// @param rule the correlation
/// @param event the last of the events, which completed it
public record CorrelationMatch(RuleInfo rule, Event event, Correlated correlated) {}
