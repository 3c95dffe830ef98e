package io.ashiato.sigma;

import io.ashiato.model.RuleInfo;
import io.ashiato.sigma.rule.CorrelationLinker;
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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Collects the rules of many files and makes [CheckedRules] of them.
final class RuleSetCompiler {
    private record Candidate(Rule rule, Document document, Resolution source, String file) {}

    private record First(String content, String file) {}

    private final RuleSetOptions options;
    private final RuleChecker checker;
    private final LogSources logSources = LogSources.builtIn();
    private final FilterBinding filters = new FilterBinding();
    private final Correlations.Collector correlations = new Correlations.Collector();
    private final List<Candidate> candidates = new ArrayList<>();
    private final Refusals refusals = new Refusals();
    private final List<Problems> problems = new ArrayList<>();
    private final Map<String, First> firstWithId = new HashMap<>();

    RuleSetCompiler(RuleSetOptions options) {
        this.options = options;
        this.checker = new RuleChecker(new Placeholders(options.placeholders()));
    }

    void read(RuleFile file) {
        var found = new Problems(file.name());
        problems.add(found);
        Documents documents = DocumentReader.read(file.text(), found);
        var ofFile = new Refusals.OfFile(documents, file.name(), found);
        for (Document document : documents.rules()) {
            if (!isRule(document, file.name(), found)) {
                refusals.rule(document, ofFile);
            }
        }
        documents.filters().forEach(document -> filter(document, file.name(), found));
        for (CorrelationDocument document : documents.correlations()) {
            boolean isFirst = isCorrelation(document, file.name(), found);
            refusals.correlation(document, !isFirst, ofFile);
        }
        for (Documents.Faulty document : documents.faulty()) {
            correlations.faulty(document, file.name());
            refusals.correlation(document, ofFile);
        }
    }

    /// @return whether the rule can run
    private boolean isRule(Document document, String file, Problems found) {
        filters.know(document.heading().id(), document.name());
        Optional<Resolution> source = document.source().map(s -> resolve(s, found));
        Optional<Rule> rule = checker.check(document, found);
        if (rule.isEmpty() || source.filter(RuleSetCompiler::isKnown).isEmpty()) {
            correlations.faulty(document, file);
            return false;
        }
        if (!isFirst(rule.get().about(), rule.get().content(), document.place(), file, found)) {
            return false;
        }
        Rule onEvents = correlations.rule(document, rule.get(), file, found);
        return candidates.add(new Candidate(onEvents, document, source.get(), file));
    }

    private static boolean isKnown(Resolution source) {
        return source instanceof Resolution.Here;
    }

    /// @return whether it can run as far as itself is concerned
    private boolean isCorrelation(CorrelationDocument document, String file, Problems found) {
        RuleInfo about = RuleChecker.about(document.heading(), document.content());
        if (!isFirst(about, document.content(), document.place(), file, found)) {
            return false;
        }
        if (document.overRules().isPresent() && !options.unreleased()) {
            found.add(
                    ProblemCode.UNRELEASED_FEATURE,
                    document.overRules().get().place(),
                    "a condition over the names of rules comes with version 2.2 of Sigma, which is not released;"
                            + " compare their number: 'gte: 2'");
            correlations.faulty(document, file);
            return false;
        }
        correlations.correlation(document, about, file, found);
        return true;
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

    /// The rules with their filters.
    private List<FilteredRule> good() {
        var good = new ArrayList<FilteredRule>();
        for (Candidate candidate : candidates) {
            switch (candidate.source) {
                case Resolution.Here here -> good.add(filtered(candidate, here.label(), here.filters()));
                case Resolution.Unknown unknown -> {}
                case Resolution.Contradiction contradiction -> {}
            }
        }
        filters.reportUnknown();
        return good;
    }

    private FilteredRule filtered(Candidate candidate, String source, List<EventFilter> events) {
        Document document = candidate.document;
        List<BoundFilter> bound = filters.of(
                document.heading().id().orElse(candidate.rule.about().id()),
                document.name(),
                document.source().orElseThrow());
        var compiled = new CompiledRule(
                candidate.rule.about(),
                source,
                candidate.file,
                document.heading().status(),
                document.heading().tags(),
                document.attributes(),
                bound.stream().map(BoundFilter::about).toList());
        return new FilteredRule(compiled, candidate.rule.detection(), bound, events);
    }

    /// Everything that was read. Only now are all problems known: those of what refers to other files come last.
    CheckedRules finish() {
        List<FilteredRule> good = good();
        CorrelationLinker.Linked linked = correlations.link();
        List<CompiledRule> running = correlations.rules(linked);
        return new CheckedRules(
                good,
                running,
                linked,
                refusals.finish(running.stream().map(rule -> rule.about().id()).collect(Collectors.toSet())),
                problems.stream().flatMap(p -> p.found().stream()).toList());
    }
}
