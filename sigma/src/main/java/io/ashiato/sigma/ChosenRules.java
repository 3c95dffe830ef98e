package io.ashiato.sigma;

import io.ashiato.model.RuleProblem;
import io.ashiato.sigma.match.RuleTables;
import io.ashiato.sigma.rule.CorrelationLinker;
import io.ashiato.sigma.source.EventFilter;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What was chosen of [CheckedRules], with all that is made of it before the first event: plain immutable data, of
/// which a [RuleSet] is ready at once. `io.ashiato.sigma.store` keeps it.
///
/// @param rules see [RuleSet#rules]
/// @param leftOut see [RuleSet#leftOut]
/// @param refused see [RuleSet#refused]
/// @param problems see [RuleSet#problems]
/// @param sources names of log sources, by the number that the tables have for them
/// @param linked see [CheckedRules#linked]
/// @param correlations see [CheckedRules#correlations]
/// @param feeding the events of each rule that feeds correlations, by rule id
/// @param unwanted all that was not chosen, by id: what runs of it feeds others
/// @param filtered rules that have filters, in the order of `rules`
/// @param tables of `rules`, by their number
public record ChosenRules(
        List<CompiledRule> rules,
        List<CompiledRule> leftOut,
        List<RefusedRule> refused,
        List<RuleProblem> problems,
        List<String> sources,
        CorrelationLinker.Linked linked,
        List<CompiledRule> correlations,
        Map<String, List<EventFilter>> feeding,
        Set<String> unwanted,
        List<FilteredRule> filtered,
        RuleTables tables) {
    /// @throws IllegalArgumentException if the tables name other rules or log sources
    public ChosenRules {
        rules = List.copyOf(rules);
        leftOut = List.copyOf(leftOut);
        refused = List.copyOf(refused);
        problems = List.copyOf(problems);
        sources = List.copyOf(sources);
        correlations = List.copyOf(correlations);
        feeding = Map.copyOf(feeding);
        unwanted = Set.copyOf(unwanted);
        filtered = List.copyOf(filtered);
        if (!tables.areOf(rules.size(), sources.size())) {
            throw new IllegalArgumentException("tables of other rules");
        }
    }
}
