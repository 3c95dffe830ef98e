package io.ashiato.sigma;

import io.ashiato.model.RuleInfo;

/// A rule of a [RuleSet].
///
/// @param source its log source, such as `windows/process_creation`
/// @param file as handed in
public record CompiledRule(RuleInfo about, String source, String file) {}
