package io.ashiato.model;

/// A rule that matched an event.
public record Detection(RuleInfo rule, Event event) {}
