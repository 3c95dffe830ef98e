package io.ashiato.sigma;

import io.ashiato.model.RuleInfo;
import io.ashiato.sigma.syntax.Attributes;
import java.util.List;

/// A rule of a [RuleSet].
///
/// @param source its log source, such as `windows/process_creation`
/// @param file as handed in
/// @param attributes what else it says of itself, unknown keys too
/// @param filters those that apply to it, in the order of the files; which of them took a match away is told
///     by [RuleSet#filterWatch]
public record CompiledRule(
        RuleInfo about, String source, String file, Attributes attributes, List<RuleFilter> filters) {
    public CompiledRule {
        filters = List.copyOf(filters);
    }
}
