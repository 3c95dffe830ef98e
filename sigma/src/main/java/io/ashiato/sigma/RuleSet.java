package io.ashiato.sigma;

import io.ashiato.model.RuleCoverage.SilentSource;
import io.ashiato.model.RuleProblem;
import io.ashiato.sigma.explain.RuleExplainer;
import io.ashiato.sigma.match.CompiledRules;
import io.ashiato.sigma.match.Evaluation;
import io.ashiato.sigma.rule.OldAggregation;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Sigma rules, ready to match. Immutable; threads share it, each with a [#matcher] of its own.
public final class RuleSet {
    private final ChosenRules chosen;
    private final Correlations correlations;
    private final CompiledRules compiled;

    private RuleSet(ChosenRules chosen) {
        this.chosen = chosen;
        this.correlations =
                new Correlations(chosen.linked(), chosen.correlations(), chosen.feeding(), chosen.unwanted());
        this.compiled = CompiledRules.of(chosen.tables());
    }

    /// Makes rules ready that were chosen.
    ///
    /// @throws IllegalArgumentException if nobody chose them so: their parts do not fit each other
    public static RuleSet of(ChosenRules chosen) {
        return new RuleSet(chosen);
    }

    /// What [#of] makes the same set of.
    public ChosenRules chosen() {
        return chosen;
    }

    /// Compiles what can run; everything else is in [#problems]. Never fails because of a text.
    public static RuleSet compile(List<RuleFile> files) {
        return compile(files, RuleSetOptions.DEFAULT);
    }

    /// As [#compile(List)], with values for placeholders and the choice of the language's version.
    public static RuleSet compile(List<RuleFile> files, RuleSetOptions options) {
        return compile(files, options, rule -> true);
    }

    /// Compiles the wanted rules among those that can run. Problems are those of all files.
    ///
    /// @param wanted asked of each good rule; what it does not want is in [#leftOut]
    public static RuleSet compile(List<RuleFile> files, RuleSetOptions options, Predicate<CompiledRule> wanted) {
        return CheckedRules.read(files, options).choose(wanted);
    }

    /// Explainers of all good rules, in the order of the files.
    public static List<RuleExplainer> explainers(List<RuleFile> files) {
        return explainers(files, RuleSetOptions.DEFAULT);
    }

    /// As [#explainers(List)], with values for placeholders and the choice of the language's version.
    public static List<RuleExplainer> explainers(List<RuleFile> files, RuleSetOptions options) {
        return CheckedRules.read(files, options).explainers();
    }

    /// The rules on single events that run, by id: also those that run for correlations alone, see
    /// [Correlations#silence].
    public List<CompiledRule> rules() {
        return chosen.rules();
    }

    /// All that runs, as its authors count it: rules on single events by id, then correlations. A rule with an old
    /// aggregation, which runs as one of each, is the correlation.
    public List<CompiledRule> running() {
        return Stream.concat(
                        chosen.rules().stream()
                                .filter(rule ->
                                        !OldAggregation.isForEvents(rule.about().id())),
                        correlations.rules().stream())
                .toList();
    }

    /// Good rules on single events that do not run because they were not wanted, by id.
    public List<CompiledRule> leftOut() {
        return chosen.leftOut();
    }

    /// Rules that cannot run, as far as they could be read, in the order of the files. What is no rule at
    /// all is only in [#problems].
    public List<RefusedRule> refused() {
        return chosen.refused();
    }

    /// Everything that cannot run and why, in the order of the files.
    public List<RuleProblem> problems() {
        return chosen.problems();
    }

    /// The correlations over matches of the rules.
    public Correlations correlations() {
        return correlations;
    }

    /// How many are [#running].
    public int loaded() {
        return running().size();
    }

    /// A matcher for one thread.
    public RuleMatcher matcher() {
        return new RuleMatcher(this, new Evaluation(compiled));
    }

    /// Tells for events which matches filters took away; for one thread.
    public FilterWatch filterWatch() {
        return new FilterWatch(chosen.filtered());
    }

    /// The log sources that rules ask for and that are not among those seen, by name.
    ///
    /// @param seen of all matchers, see [RuleMatcher#seenSources]
    public List<SilentSource> silentSources(Collection<String> seen) {
        var waiting = new TreeMap<String, Long>();
        chosen.rules().forEach(rule -> waiting.merge(rule.source(), 1L, Long::sum));
        waiting.keySet().removeAll(seen);
        return waiting.entrySet().stream()
                .map(e -> new SilentSource(e.getKey(), e.getValue()))
                .toList();
    }

    String sourceName(int number) {
        return chosen.sources().get(number);
    }
}
