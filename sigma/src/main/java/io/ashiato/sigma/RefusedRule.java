package io.ashiato.sigma;

import io.ashiato.model.RuleProblem;
import io.ashiato.sigma.syntax.Place;
import java.util.List;

/// A rule that cannot run.
///
/// @param rule as far as it could be read; its log source as written, empty where there is none
/// @param problems what keeps it from running, in the order of their places
public record RefusedRule(CompiledRule rule, List<RuleProblem> problems) {
    public RefusedRule {
        problems = List.copyOf(problems);
    }

    /// @param place where the rule begins
    /// @param places where the documents of its file begin
    /// @param problems of the file
    static RefusedRule of(CompiledRule rule, Place place, List<Place> places, List<RuleProblem> problems) {
        int end = places.stream()
                .mapToInt(Place::line)
                .filter(line -> line > place.line())
                .min()
                .orElse(Integer.MAX_VALUE);
        return new RefusedRule(
                rule,
                problems.stream()
                        .filter(p -> p.line() >= place.line() && p.line() < end)
                        .toList());
    }
}
