package io.ashiato.sigma.rule;

import io.ashiato.model.RuleInfo;

/// A rule that can run.
///
/// @param content see [Document#content]
public record Rule(RuleInfo about, Expression detection, String content) {}
