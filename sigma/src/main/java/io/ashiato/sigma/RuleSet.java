package io.ashiato.sigma;

import io.ashiato.model.RuleCoverage.SilentSource;
import io.ashiato.model.RuleInfo;
import io.ashiato.model.RuleProblem;
import io.ashiato.sigma.match.CompiledRules;
import io.ashiato.sigma.match.Evaluation;
import io.ashiato.sigma.rule.OldAggregation;
import io.ashiato.sigma.rule.Rule;
import io.ashiato.sigma.rule.RuleChecker;
import io.ashiato.sigma.source.EventFilter;
import io.ashiato.sigma.source.LogSources;
import io.ashiato.sigma.source.Resolution;
import io.ashiato.sigma.syntax.CorrelationDocument;
import io.ashiato.sigma.syntax.Document;
import io.ashiato.sigma.syntax.DocumentReader;
import io.ashiato.sigma.syntax.Documents;
import io.ashiato.sigma.syntax.Place;
import io.ashiato.sigma.syntax.ProblemCode;
import io.ashiato.sigma.syntax.Problems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Sigma rules, ready to match. Immutable; threads share it, each with a [#matcher] of its own.
public final class RuleSet {
    private final List<CompiledRule> rules;
    private final List<CompiledRule> elsewhere;
    private final List<RuleProblem> problems;
    private final List<String> sourceNames;
    private final Correlations correlations;
    private final CompiledRules compiled;

    private RuleSet(
            List<CompiledRule> rules,
            List<CompiledRule> elsewhere,
            List<RuleProblem> problems,
            List<String> sourceNames,
            Correlations correlations,
            CompiledRules compiled) {
        this.rules = List.copyOf(rules);
        this.elsewhere = List.copyOf(elsewhere);
        this.problems = List.copyOf(problems);
        this.sourceNames = List.copyOf(sourceNames);
        this.correlations = correlations;
        this.compiled = compiled;
    }

    /// Compiles what can run; everything else is in [#problems]. Never fails because of a text.
    public static RuleSet compile(List<RuleFile> files) {
        var compiler = new Compiler();
        files.forEach(compiler::read);
        return compiler.finish();
    }

    /// The rules that run, by id.
    public List<CompiledRule> rules() {
        return rules;
    }

    /// Rules that are good but wait for other events than those of Windows logs.
    public List<CompiledRule> elsewhere() {
        return elsewhere;
    }

    /// Everything that cannot run and why, in the order of the files.
    public List<RuleProblem> problems() {
        return problems;
    }

    /// The correlations over matches of the rules.
    public Correlations correlations() {
        return correlations;
    }

    /// How many rules run: those on events and correlations, one with an old aggregation once.
    public int loaded() {
        long halves = rules.stream()
                .filter(rule -> OldAggregation.isForEvents(rule.about().id()))
                .count();
        return Math.toIntExact(rules.size() - halves + correlations.rules().size());
    }

    /// A matcher for one thread.
    public RuleMatcher matcher() {
        return new RuleMatcher(this, new Evaluation(compiled));
    }

    /// The log sources that rules ask for and that are not among those seen, by name.
    ///
    /// @param seen of all matchers, see [RuleMatcher#seenSources]
    public List<SilentSource> silentSources(Collection<String> seen) {
        var waiting = new TreeMap<String, Long>();
        rules.forEach(rule -> waiting.merge(rule.source(), 1L, Long::sum));
        waiting.keySet().removeAll(seen);
        elsewhere.forEach(rule -> waiting.merge(rule.source(), 1L, Long::sum));
        return waiting.entrySet().stream()
                .map(e -> new SilentSource(e.getKey(), e.getValue()))
                .toList();
    }

    String sourceName(int number) {
        return sourceNames.get(number);
    }

    /// Collects the rules of many files.
    private static final class Compiler {
        private record Ready(CompiledRule rule, Rule checked, Resolution.Here here) {}

        private record First(String content, String file) {}

        private final LogSources logSources = LogSources.builtIn();
        private final List<Ready> ready = new ArrayList<>();
        private final List<CompiledRule> elsewhere = new ArrayList<>();
        private final List<Problems> problems = new ArrayList<>();
        private final Correlations.Collector correlations = new Correlations.Collector();
        private final Map<String, First> firstWithId = new HashMap<>();

        void read(RuleFile file) {
            var found = new Problems(file.name());
            problems.add(found);
            Documents documents = DocumentReader.read(file.text(), found);
            for (Document document : documents.rules()) {
                Optional<Resolution> source = document.source().map(s -> resolve(s, found));
                Optional<Rule> rule = RuleChecker.check(document, found);
                if (rule.isEmpty() || source.filter(Compiler::isKnown).isEmpty()) {
                    correlations.faulty(document, file.name());
                } else if (isFirst(rule.get().about(), rule.get().content(), document.place(), file.name(), found)) {
                    add(correlations.rule(document, rule.get(), file.name(), found), source.get(), file.name());
                }
            }
            documents.faulty().forEach(faulty -> correlations.faulty(faulty, file.name()));
            for (CorrelationDocument correlation : documents.correlations()) {
                RuleInfo about = RuleChecker.about(correlation.heading(), correlation.content());
                if (isFirst(about, correlation.content(), correlation.place(), file.name(), found)) {
                    correlations.correlation(correlation, about, file.name(), found);
                }
            }
        }

        private static boolean isKnown(Resolution source) {
            return source instanceof Resolution.Here || source instanceof Resolution.Elsewhere;
        }

        private Resolution resolve(Document.Source source, Problems found) {
            Resolution resolution = logSources.resolve(source);
            switch (resolution) {
                case Resolution.Unknown unknown ->
                    found.add(ProblemCode.UNKNOWN_LOG_SOURCE, source.place(), unknown.reason());
                case Resolution.Contradiction contradiction ->
                    found.add(ProblemCode.SOURCES_EXCLUDE_EACH_OTHER, source.place(), contradiction.reason());
                case Resolution.Here here -> {}
                case Resolution.Elsewhere other -> {}
            }
            return resolution;
        }

        /// The same rule from two folders must not double its detections.
        private boolean isFirst(RuleInfo about, String content, Place place, String file, Problems found) {
            String id = about.id().toLowerCase(Locale.ROOT);
            First first = firstWithId.putIfAbsent(id, new First(content, file));
            if (first == null) {
                return true;
            }
            boolean same = first.content.equals(content);
            found.add(
                    same ? ProblemCode.DUPLICATE_RULE : ProblemCode.DUPLICATE_ID,
                    place,
                    (same ? "the same rule is in " : "another rule with the same id is in ") + first.file
                            + "; only that one runs");
            return false;
        }

        private void add(Rule rule, Resolution source, String file) {
            switch (source) {
                case Resolution.Here here ->
                    ready.add(new Ready(new CompiledRule(rule.about(), here.label(), file), rule, here));
                case Resolution.Elsewhere other -> elsewhere.add(new CompiledRule(rule.about(), other.label(), file));
                case Resolution.Unknown unknown -> {}
                case Resolution.Contradiction contradiction -> {}
            }
        }

        RuleSet finish() {
            ready.sort(Comparator.comparing((Ready r) -> r.rule.about().id()));
            elsewhere.sort(Comparator.comparing(r -> r.about().id()));
            var filters = new HashMap<String, List<EventFilter>>();
            ready.forEach(r -> filters.put(r.rule.about().id(), r.here.filters()));
            Correlations linked = correlations.finish(filters);
            List<String> sourceNames =
                    ready.stream().map(r -> r.rule.source()).distinct().sorted().toList();
            var numbers = new HashMap<String, Integer>();
            sourceNames.forEach(name -> numbers.put(name, numbers.size()));
            List<CompiledRules.Input> inputs = ready.stream()
                    .map(r -> new CompiledRules.Input(
                            r.checked.detection(), r.here.filters(), numbers.getOrDefault(r.rule.source(), 0)))
                    .toList();
            return new RuleSet(
                    ready.stream().map(Ready::rule).toList(),
                    elsewhere,
                    problems.stream().flatMap(p -> p.found().stream()).toList(),
                    sourceNames,
                    linked,
                    CompiledRules.compile(inputs));
        }
    }
}
