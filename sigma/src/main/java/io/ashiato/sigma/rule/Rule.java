package io.ashiato.sigma.rule;

import io.ashiato.model.RuleInfo;
import io.ashiato.sigma.syntax.Document;

/// A rule that can run.
///
/// @param content see [Document#content]
public record Rule(RuleInfo about, Document.Source source, Expression detection, String content) {}
