package io.ashiato.model;

import java.util.List;

/// Which rules took part.
///
/// @param loaded rules that ran
/// @param matched rules that matched at least once
/// @param problems of rules that could not run
/// @param silent log sources that rules ask for and no event came from
public record RuleCoverage(long loaded, long matched, List<RuleProblem> problems, List<SilentSource> silent) {
    public RuleCoverage {
        problems = List.copyOf(problems);
        silent = List.copyOf(silent);
    }

    /// A log source without a single event, and how many rules wait for it.
    public record SilentSource(String source, long rules) {}
}
