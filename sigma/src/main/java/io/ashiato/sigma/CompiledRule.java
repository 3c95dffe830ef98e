package io.ashiato.sigma;

import io.ashiato.model.RuleInfo;
import io.ashiato.sigma.syntax.Attributes;
import io.ashiato.sigma.syntax.RuleStatus;
import java.util.List;
import java.util.Optional;

/// A rule of a [RuleSet].
///
/// @param source its log source, such as `windows/process_creation`
/// @param file as handed in
/// @param status absent where the rule gives none, or one that Sigma does not have
/// @param tags as the rule gives them, such as `attack.t1059.001`
/// @param attributes what else it says of itself, unknown keys too
/// @param filters those that apply to it, in the order of the files; which of them took a match away is told
///     by [RuleSet#filterWatch]
public record CompiledRule(
        RuleInfo about,
        String source,
        String file,
        Optional<RuleStatus> status,
        List<String> tags,
        Attributes attributes,
        List<RuleFilter> filters) {
    public CompiledRule {
        tags = List.copyOf(tags);
        filters = List.copyOf(filters);
    }
}
