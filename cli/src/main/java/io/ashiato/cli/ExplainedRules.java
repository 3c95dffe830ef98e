package io.ashiato.cli;

import io.ashiato.model.Event;
import io.ashiato.sigma.CompiledRule;
import io.ashiato.sigma.RuleFile;
import io.ashiato.sigma.RuleMatcher;
import io.ashiato.sigma.RuleSet;
import io.ashiato.sigma.correlation.CorrelationExplanation;
import io.ashiato.sigma.correlation.CorrelationTracer;
import io.ashiato.sigma.explain.RuleExplainer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The rules that are to be explained: those of a file, or those that an id or title names.
///
/// @param onEvents asked of each event
/// @param rules what runs: the correlations, and what feeds them
/// @param correlations those of `rules` that are asked of all events together
record ExplainedRules(List<RuleExplainer> onEvents, RuleSet rules, List<CompiledRule> correlations) {
    /// @param named a path, an id or a title
    /// @throws CommandException with exit code 2 where there is no such rule, or it cannot run
    static ExplainedRules of(String named, RuleOptions options, Words words) {
        boolean isPath = isPath(named);
        ExplainedRules found = isPath ? ofFiles(named, options, words) : ofName(named, options, words);
        if (found.onEvents.isEmpty() && found.correlations.isEmpty()) {
            String shown = EvidenceParameters.quoted(named);
            throw CommandException.wrongUse(
                    isPath ? words.explain().noRuleRuns(shown) : words.explain().noSuchRule(shown));
        }
        return found;
    }

    private static boolean isPath(String text) {
        try {
            return !text.isEmpty() && Files.exists(Path.of(text));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static ExplainedRules ofFiles(String path, RuleOptions options, Words words) {
        RuleFolders folders = options.empty(RuleCache.NONE, words).add(path);
        List<RuleExplainer> onEvents = folders.explainers();
        Set<String> files = folders.files().stream().map(RuleFile::name).collect(Collectors.toSet());
        options.addNamed(folders); // what a correlation waits for may lie elsewhere
        return of(onEvents, folders, rule -> files.contains(rule.file()));
    }

    private static ExplainedRules ofName(String name, RuleOptions options, Words words) {
        RulePattern pattern = RulePattern.of(name);
        RuleFolders folders = options.folders(RuleCache.NONE, words);
        List<RuleExplainer> onEvents = folders.explainers().stream()
                .filter(explainer -> pattern.fits(explainer.about()))
                .toList();
        return of(onEvents, folders, rule -> pattern.fits(rule.about()));
    }

    private static ExplainedRules of(
            List<RuleExplainer> onEvents, RuleFolders folders, Predicate<CompiledRule> isAsked) {
        RuleSet rules = folders.compileOnly(isAsked);
        return new ExplainedRules(
                onEvents,
                rules,
                rules.correlations().rules().stream().filter(isAsked).toList());
    }

    /// Titles of all that runs, by id.
    Map<String, String> titles() {
        return rules.running().stream()
                .collect(Collectors.toMap(
                        rule -> rule.about().id(), rule -> rule.about().title(), (a, b) -> a));
    }

    /// What a correlation makes of events, in whatever order they come.
    CorrelationExplanation explain(CompiledRule correlation, List<Event> events) {
        RuleMatcher matcher = rules.matcher();
        CorrelationTracer tracer =
                rules.correlations().tracer(correlation.about().id());
        events.stream()
                .sorted(Comparator.comparing((Event event) -> event.time().orElse(Instant.EPOCH)))
                .forEach(event -> tracer.accept(
                        event,
                        matcher.match(event).stream()
                                .map(rule -> rule.about().id())
                                .toList()));
        return tracer.finish();
    }
}
