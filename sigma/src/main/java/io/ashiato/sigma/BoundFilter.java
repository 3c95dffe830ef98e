package io.ashiato.sigma;

import io.ashiato.sigma.rule.Expression;

/// A filter with the condition that it adds to a rule.
public record BoundFilter(RuleFilter about, Expression condition) {}
