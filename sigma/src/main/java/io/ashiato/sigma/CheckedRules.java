package io.ashiato.sigma;

import io.ashiato.model.RuleProblem;
import io.ashiato.sigma.explain.RuleExplainer;
import io.ashiato.sigma.match.CompiledRules;
import io.ashiato.sigma.rule.CorrelationLinker;
import io.ashiato.sigma.source.EventFilter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/// All that files of rules hold, read and checked, before anybody chooses from it. Plain immutable data: what
/// `io.ashiato.sigma.store` keeps so that the same files need not be read again.
///
/// @param rules those on single events that can run, in the order of the files
/// @param correlations those that can run, each behind those that feed it
/// @param linked the same, and which rules they wait for
/// @param refused see [RuleSet#refused]
/// @param problems see [RuleSet#problems]
public record CheckedRules(
        List<FilteredRule> rules,
        List<CompiledRule> correlations,
        CorrelationLinker.Linked linked,
        List<RefusedRule> refused,
        List<RuleProblem> problems) {
    public CheckedRules {
        rules = List.copyOf(rules);
        correlations = List.copyOf(correlations);
        refused = List.copyOf(refused);
        problems = List.copyOf(problems);
    }

    /// Reads and checks. Never fails because of a text.
    public static CheckedRules read(List<RuleFile> files, RuleSetOptions options) {
        var compiler = new RuleSetCompiler(options);
        files.forEach(compiler::read);
        return compiler.finish();
    }

    /// The same rules with problems that somebody else found in the files, before those that are known.
    public CheckedRules withProblems(List<RuleProblem> found) {
        var all = new ArrayList<>(found);
        all.addAll(problems);
        return new CheckedRules(rules, correlations, linked, refused, all);
    }

    /// The wanted rules among them, ready to match.
    ///
    /// @param wanted asked of each rule that can run; what it does not want is in [RuleSet#leftOut]
    public RuleSet choose(Predicate<CompiledRule> wanted) {
        var byId = new ArrayList<>(rules);
        byId.sort(Comparator.comparing(rule -> rule.rule().about().id()));
        var events = new HashMap<String, List<EventFilter>>();
        var unwanted = new HashSet<String>();
        var chosen = new ArrayList<FilteredRule>();
        var leftOut = new ArrayList<CompiledRule>();
        for (FilteredRule rule : byId) {
            String id = rule.rule().about().id();
            boolean isWanted = wanted.test(rule.rule());
            if (!isWanted) {
                unwanted.add(id);
            }
            // What is not wanted for itself may still feed a correlation.
            boolean isAwaited = linked.feeding().contains(id);
            if (isAwaited) {
                events.put(id, rule.events());
            }
            if (isWanted || isAwaited) {
                chosen.add(rule);
            } else {
                leftOut.add(rule.rule());
            }
        }
        for (CompiledRule correlation : correlations) {
            if (!wanted.test(correlation)) {
                unwanted.add(correlation.about().id());
            }
        }
        return RuleSet.of(chosen(chosen, leftOut, events, unwanted));
    }

    private ChosenRules chosen(
            List<FilteredRule> chosen,
            List<CompiledRule> leftOut,
            Map<String, List<EventFilter>> feeding,
            Set<String> unwanted) {
        var names = new TreeSet<String>();
        chosen.forEach(rule -> names.add(rule.rule().source()));
        var sources = new HashMap<String, Integer>();
        names.forEach(name -> sources.put(name, sources.size()));
        var running = new ArrayList<CompiledRule>();
        var inputs = new ArrayList<CompiledRules.Input>();
        var filtered = new ArrayList<FilteredRule>();
        for (FilteredRule rule : chosen) {
            running.add(rule.rule());
            int source = sources.getOrDefault(rule.rule().source(), 0);
            inputs.add(new CompiledRules.Input(rule.condition(), rule.events(), source));
            if (!rule.filters().isEmpty()) {
                filtered.add(rule);
            }
        }
        return new ChosenRules(
                running,
                leftOut,
                refused,
                problems,
                List.copyOf(names),
                linked,
                correlations,
                feeding,
                unwanted,
                filtered,
                CompiledRules.tables(inputs));
    }

    /// Explainers of all rules on single events, in the order of the files.
    public List<RuleExplainer> explainers() {
        return rules.stream()
                .map(rule ->
                        new RuleExplainer(rule.rule().about(), rule.rule().source(), rule.condition(), rule.events()))
                .toList();
    }
}
