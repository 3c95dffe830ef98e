package io.ashiato.sigma;

import io.ashiato.model.RuleCoverage.SilentSource;
import io.ashiato.model.RuleProblem;
import io.ashiato.sigma.explain.RuleExplainer;
import io.ashiato.sigma.match.CompiledRules;
import io.ashiato.sigma.match.Evaluation;
import io.ashiato.sigma.rule.Rule;
import io.ashiato.sigma.rule.RuleChecker;
import io.ashiato.sigma.source.EventFilter;
import io.ashiato.sigma.source.LogSources;
import io.ashiato.sigma.source.Resolution;
import io.ashiato.sigma.syntax.Document;
import io.ashiato.sigma.syntax.DocumentReader;
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
import java.util.function.Predicate;

/// Sigma rules, ready to match. Immutable; threads share it, each with a [#matcher] of its own.
public final class RuleSet {
    private final List<CompiledRule> rules;
    private final List<CompiledRule> elsewhere;
    private final List<CompiledRule> leftOut;
    private final List<RefusedRule> refused;
    private final List<RuleProblem> problems;
    private final List<String> sourceNames;
    private final CompiledRules compiled;

    private RuleSet(
            List<CompiledRule> rules,
            List<CompiledRule> elsewhere,
            List<CompiledRule> leftOut,
            List<RefusedRule> refused,
            List<RuleProblem> problems,
            List<String> sourceNames,
            CompiledRules compiled) {
        this.rules = List.copyOf(rules);
        this.elsewhere = List.copyOf(elsewhere);
        this.leftOut = List.copyOf(leftOut);
        this.refused = List.copyOf(refused);
        this.problems = List.copyOf(problems);
        this.sourceNames = List.copyOf(sourceNames);
        this.compiled = compiled;
    }

    /// Compiles what can run; everything else is in [#problems]. Never fails because of a text.
    public static RuleSet compile(List<RuleFile> files) {
        return compile(files, rule -> true);
    }

    /// Compiles the wanted rules among those that can run. Problems are those of all files.
    ///
    /// @param wanted asked of each good rule; what it does not want is in [#leftOut]
    public static RuleSet compile(List<RuleFile> files, Predicate<CompiledRule> wanted) {
        var compiler = new Compiler();
        files.forEach(compiler::read);
        return compiler.finish(wanted);
    }

    /// Explainers of all good rules, in the order of the files; those that wait for other events than any
    /// that is read here among them.
    public static List<RuleExplainer> explainers(List<RuleFile> files) {
        var compiler = new Compiler();
        files.forEach(compiler::read);
        return compiler.explainers();
    }

    /// The rules that run, by id.
    public List<CompiledRule> rules() {
        return rules;
    }

    /// Rules that are good but wait for other events than those of Windows logs.
    public List<CompiledRule> elsewhere() {
        return elsewhere;
    }

    /// Good rules that were not wanted, by id.
    public List<CompiledRule> leftOut() {
        return leftOut;
    }

    /// Rules that cannot run, as far as they could be read, in the order of the files. What is no rule at
    /// all is only in [#problems].
    public List<RefusedRule> refused() {
        return refused;
    }

    /// Everything that cannot run and why, in the order of the files.
    public List<RuleProblem> problems() {
        return problems;
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
        /// @param filters none where the events are not read here
        private record Ready(CompiledRule rule, Rule checked, List<EventFilter> filters) {}

        private record First(String content, String file) {}

        private final LogSources logSources = LogSources.builtIn();
        private final List<Ready> ready = new ArrayList<>();
        private final List<RefusedRule> refused = new ArrayList<>();
        private final List<RuleProblem> problems = new ArrayList<>();
        private final Map<String, First> firstWithId = new HashMap<>();

        void read(RuleFile file) {
            var found = new Problems(file.name());
            var unfit = new ArrayList<Document>();
            List<Document> documents = DocumentReader.read(file.text(), found);
            for (Document document : documents) {
                Optional<Resolution> source = document.source().map(s -> resolve(s, found));
                Optional<Rule> rule = RuleChecker.check(document, found);
                boolean runs = rule.isPresent()
                        && source.isPresent()
                        && isFirst(rule.get(), document, file.name(), found)
                        && add(rule.get(), source.get(), document, file.name());
                if (!runs) {
                    unfit.add(document);
                }
            }
            problems.addAll(found.found());
            unfit.forEach(document -> refused.add(RefusedRule.of(document, documents, file.name(), found.found())));
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
        private boolean isFirst(Rule rule, Document document, String file, Problems found) {
            String id = rule.about().id().toLowerCase(Locale.ROOT);
            First first = firstWithId.putIfAbsent(id, new First(rule.content(), file));
            if (first == null) {
                return true;
            }
            boolean same = first.content.equals(rule.content());
            found.add(
                    same ? ProblemCode.DUPLICATE_RULE : ProblemCode.DUPLICATE_ID,
                    document.place(),
                    (same ? "the same rule is in " : "another rule with the same id is in ") + first.file
                            + "; only that one runs");
            return false;
        }

        /// @return whether the log source is known
        private boolean add(Rule rule, Resolution source, Document document, String file) {
            return switch (source) {
                case Resolution.Here here -> add(rule, here.label(), here.filters(), document, file);
                case Resolution.Elsewhere other -> add(rule, other.label(), List.of(), document, file);
                case Resolution.Unknown unknown -> false;
                case Resolution.Contradiction contradiction -> false;
            };
        }

        private boolean add(Rule rule, String source, List<EventFilter> filters, Document document, String file) {
            Document.Heading heading = document.heading();
            var compiled = new CompiledRule(rule.about(), source, file, heading.status(), heading.tags());
            return ready.add(new Ready(compiled, rule, filters));
        }

        List<RuleExplainer> explainers() {
            return ready.stream()
                    .map(r -> new RuleExplainer(r.rule.about(), r.rule.source(), r.checked.detection(), r.filters))
                    .toList();
        }

        RuleSet finish(Predicate<CompiledRule> wanted) {
            ready.sort(Comparator.comparing((Ready r) -> r.rule.about().id()));
            List<CompiledRule> leftOut = ready.stream()
                    .map(Ready::rule)
                    .filter(Predicate.not(wanted))
                    .toList();
            ready.removeIf(r -> !wanted.test(r.rule));
            List<Ready> here = ready.stream().filter(r -> !r.filters.isEmpty()).toList();
            List<CompiledRule> elsewhere = ready.stream()
                    .filter(r -> r.filters.isEmpty())
                    .map(Ready::rule)
                    .toList();
            List<String> sourceNames =
                    here.stream().map(r -> r.rule.source()).distinct().sorted().toList();
            var numbers = new HashMap<String, Integer>();
            sourceNames.forEach(name -> numbers.put(name, numbers.size()));
            List<CompiledRules.Input> inputs = here.stream()
                    .map(r -> new CompiledRules.Input(
                            r.checked.detection(), r.filters, numbers.getOrDefault(r.rule.source(), 0)))
                    .toList();
            return new RuleSet(
                    here.stream().map(Ready::rule).toList(),
                    elsewhere,
                    leftOut,
                    refused,
                    problems,
                    sourceNames,
                    CompiledRules.compile(inputs));
        }
    }
}
