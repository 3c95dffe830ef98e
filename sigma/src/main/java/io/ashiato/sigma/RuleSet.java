package io.ashiato.sigma;

import io.ashiato.model.RuleCoverage.SilentSource;
import io.ashiato.model.RuleInfo;
import io.ashiato.model.RuleProblem;
import io.ashiato.sigma.match.CompiledRules;
import io.ashiato.sigma.match.Evaluation;
import io.ashiato.sigma.rule.Expression;
import io.ashiato.sigma.rule.OldAggregation;
import io.ashiato.sigma.rule.Placeholders;
import io.ashiato.sigma.rule.OldAggregation;
import io.ashiato.sigma.rule.Placeholders;
import io.ashiato.sigma.rule.Rule;
import io.ashiato.sigma.rule.RuleChecker;
import io.ashiato.sigma.source.EventFilter;
import io.ashiato.sigma.source.LogSources;
import io.ashiato.sigma.source.Resolution;
import io.ashiato.sigma.syntax.CorrelationDocument;
import io.ashiato.sigma.syntax.Document;
import io.ashiato.sigma.syntax.DocumentReader;
import io.ashiato.sigma.syntax.Documents;
import io.ashiato.sigma.syntax.FilterDocument;
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
    private final List<Filtered> filtered;

    /// A rule with filters, each part alone.
    record Filtered(
            CompiledRule rule, Expression detection, List<FilterBinding.Bound> filters, List<EventFilter> events) {}

    private RuleSet(
            List<CompiledRule> rules,
            List<CompiledRule> elsewhere,
            List<RuleProblem> problems,
            List<String> sourceNames,
            Correlations correlations,
            CompiledRules compiled,
            List<Filtered> filtered) {
        this.rules = List.copyOf(rules);
        this.elsewhere = List.copyOf(elsewhere);
        this.problems = List.copyOf(problems);
        this.sourceNames = List.copyOf(sourceNames);
        this.correlations = correlations;
        this.compiled = compiled;
        this.filtered = List.copyOf(filtered);
    }

    /// Compiles what can run; everything else is in [#problems]. Never fails because of a text.
    public static RuleSet compile(List<RuleFile> files) {
        return compile(files, RuleSetOptions.DEFAULT);
    }

    /// As [#compile(List)], with values for placeholders and the choice of the language's version.
    public static RuleSet compile(List<RuleFile> files, RuleSetOptions options) {
        var compiler = new Compiler(options);
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

    /// Tells for events which matches filters took away; for one thread.
    public FilterWatch filterWatch() {
        return new FilterWatch(filtered);
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
        private record Candidate(Rule rule, Document document, Resolution source, String file) {}

        private record First(String content, String file) {}

        private final RuleSetOptions options;
        private final RuleChecker checker;
        private final LogSources logSources = LogSources.builtIn();
        private final FilterBinding filters = new FilterBinding();
        private final Correlations.Collector correlations = new Correlations.Collector();
        private final List<Candidate> candidates = new ArrayList<>();
        private final List<Problems> problems = new ArrayList<>();
        private final Map<String, First> firstWithId = new HashMap<>();

        Compiler(RuleSetOptions options) {
            this.options = options;
            this.checker = new RuleChecker(new Placeholders(options.placeholders()));
        }

        void read(RuleFile file) {
            var found = new Problems(file.name());
            problems.add(found);
            Documents documents = DocumentReader.read(file.text(), found);
            documents.rules().forEach(document -> rule(document, file.name(), found));
            documents.filters().forEach(document -> filter(document, file.name(), found));
            documents.correlations().forEach(document -> correlation(document, file.name(), found));
            documents.faulty().forEach(faulty -> correlations.faulty(faulty, file.name()));
        }

        private void rule(Document document, String file, Problems found) {
            filters.know(document.heading().id(), document.name());
            Optional<Resolution> source = document.source().map(s -> resolve(s, found));
            Optional<Rule> rule = checker.check(document, found);
            if (rule.isEmpty() || source.filter(Compiler::isKnown).isEmpty()) {
                correlations.faulty(document, file);
            } else if (isFirst(rule.get().about(), rule.get().content(), document.place(), file, found)) {
                Rule onEvents = correlations.rule(document, rule.get(), file, found);
                candidates.add(new Candidate(onEvents, document, source.get(), file));
            }
        }

        private static boolean isKnown(Resolution source) {
            return source instanceof Resolution.Here || source instanceof Resolution.Elsewhere;
        }

        private void correlation(CorrelationDocument document, String file, Problems found) {
            RuleInfo about = RuleChecker.about(document.heading(), document.content());
            if (isFirst(about, document.content(), document.place(), file, found)) {
                correlations.correlation(document, about, file, found);
            }
        }

        private void filter(FilterDocument document, String file, Problems found) {
            if (document.everyRule() && !options.unreleased()) {
                FilterBinding.refuseEveryRule(document.place(), found);
                return;
            }
            int before = found.count();
            document.source().ifPresent(s -> resolve(s, found));
            checker.check(document, found)
                    .filter(condition -> found.count() == before)
                    .ifPresent(condition -> filters.add(document, condition, file, found));
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

        RuleSet finish() {
            candidates.sort(Comparator.comparing(c -> c.rule.about().id()));
            var ready = new ArrayList<Filtered>();
            var elsewhere = new ArrayList<CompiledRule>();
            for (Candidate candidate : candidates) {
                List<FilterBinding.Bound> bound = filters.of(
                        candidate.document.heading().id().orElse(candidate.rule.about().id()),
                        candidate.document.name(),
                        candidate.document.source().orElseThrow());
                switch (candidate.source) {
                    case Resolution.Here here ->
                        ready.add(new Filtered(
                                compiled(candidate, here.label(), bound),
                                candidate.rule.detection(),
                                bound,
                                here.filters()));
                    case Resolution.Elsewhere other -> elsewhere.add(compiled(candidate, other.label(), bound));
                    case Resolution.Unknown unknown -> {}
                    case Resolution.Contradiction contradiction -> {}
                }
            }
            filters.reportUnknown();
            var events = new HashMap<String, List<EventFilter>>();
            ready.forEach(rule -> events.put(rule.rule.about().id(), rule.events));
            Correlations linked = correlations.finish(events); // and tells the last problems
            List<String> sourceNames =
                    ready.stream().map(r -> r.rule.source()).distinct().sorted().toList();
            return new RuleSet(
                    ready.stream().map(Filtered::rule).toList(),
                    elsewhere,
                    problems.stream().flatMap(p -> p.found().stream()).toList(),
                    sourceNames,
                    linked,
                    CompiledRules.compile(inputs(ready, sourceNames)),
                    ready.stream().filter(r -> !r.filters.isEmpty()).toList());
        }

        private static CompiledRule compiled(Candidate candidate, String source, List<FilterBinding.Bound> bound) {
            return new CompiledRule(
                    candidate.rule.about(),
                    source,
                    candidate.file,
                    candidate.document.attributes(),
                    bound.stream().map(FilterBinding.Bound::about).toList());
        }

        private static List<CompiledRules.Input> inputs(List<Filtered> ready, List<String> sourceNames) {
            var numbers = new HashMap<String, Integer>();
            sourceNames.forEach(name -> numbers.put(name, numbers.size()));
            var inputs = new ArrayList<CompiledRules.Input>();
            for (Filtered rule : ready) {
                var parts = new ArrayList<Expression>();
                parts.add(rule.detection);
                rule.filters.forEach(filter -> parts.add(filter.condition()));
                inputs.add(new CompiledRules.Input(
                        Expression.all(parts), rule.events, numbers.getOrDefault(rule.rule.source(), 0)));
            }
            return inputs;
        }
    }
}
