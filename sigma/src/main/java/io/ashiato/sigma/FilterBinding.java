package io.ashiato.sigma;

import io.ashiato.sigma.rule.Expression;
import io.ashiato.sigma.syntax.Document;
import io.ashiato.sigma.syntax.FilterDocument;
import io.ashiato.sigma.syntax.FilterDocument.Reference;
import io.ashiato.sigma.syntax.Place;
import io.ashiato.sigma.syntax.ProblemCode;
import io.ashiato.sigma.syntax.Problems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Ties filters to the rules that they name, by id or name and in any case.
final class FilterBinding {
    /// What filters may add to all rules, counted as `Budget` counts conditions: a large filter on thousands of
    /// rules multiplies.
    private static final long MAX_ADDED = 1_000_000;

    private record Candidate(BoundFilter bound, long size, Document.Source source, Place place, Problems problems) {}

    private record Named(Candidate candidate, Reference reference) {}

    private final List<Candidate> forEveryRule = new ArrayList<>();
    private final Map<String, List<Named>> byReference = new LinkedHashMap<>();
    private final Set<String> known = new HashSet<>();
    private final Set<RuleFilter> tooLarge = new HashSet<>();
    private long added;

    /// @param problems of the filter's file, which also take what turns out when rules are bound
    void add(FilterDocument document, Expression condition, String file, Problems problems) {
        Document.Source source = document.source().orElseThrow();
        var about = new RuleFilter(
                document.heading().id().orElse(""), document.heading().title(), file);
        var candidate =
                new Candidate(new BoundFilter(about, condition), condition.size(), source, document.place(), problems);
        if (document.everyRule()) {
            forEveryRule.add(candidate);
        }
        for (Reference reference : document.rules()) {
            byReference
                    .computeIfAbsent(folded(reference.text()), r -> new ArrayList<>())
                    .add(new Named(candidate, reference));
        }
    }

    /// Tells that there is such a rule, whether it can run or not.
    void know(Optional<String> id, Optional<String> name) {
        id.map(FilterBinding::folded).ifPresent(known::add);
        name.map(FilterBinding::folded).ifPresent(known::add);
    }

    /// The filters that apply to a rule. Filters that name it but are for another log source get a problem.
    List<BoundFilter> of(String id, Optional<String> name, Document.Source source) {
        var bound = new ArrayList<BoundFilter>();
        for (Candidate candidate : forEveryRule) {
            if (fits(candidate.source, source)) {
                bind(candidate, bound);
            }
        }
        var named = new ArrayList<>(byReference.getOrDefault(folded(id), List.of()));
        name.ifPresent(n -> named.addAll(byReference.getOrDefault(folded(n), List.of())));
        for (Named each : named) {
            if (!fits(each.candidate.source, source)) {
                each.candidate.problems.add(
                        ProblemCode.FILTER_SOURCE_DIFFERS,
                        each.reference.place(),
                        "the log source of rule '" + each.reference.text()
                                + "' is not the filter's; the rule runs without it");
            } else if (!bound.contains(each.candidate.bound)) {
                bind(each.candidate, bound);
            }
        }
        return bound;
    }

    private void bind(Candidate candidate, List<BoundFilter> bound) {
        if (added + candidate.size <= MAX_ADDED) {
            added += candidate.size;
            bound.add(candidate.bound);
        } else if (tooLarge.add(candidate.bound.about())) {
            candidate.problems.add(
                    ProblemCode.LIMIT_EXCEEDED,
                    candidate.place,
                    "the filters add more than " + MAX_ADDED + " tests; rules run without this one");
        }
    }

    /// A filter is for rules with its own log source or a narrower one.
    private static boolean fits(Document.Source filter, Document.Source rule) {
        return fits(filter.category(), rule.category())
                && fits(filter.product(), rule.product())
                && fits(filter.service(), rule.service());
    }

    private static boolean fits(String filter, String rule) {
        return filter.isEmpty() || filter.equalsIgnoreCase(rule);
    }

    /// Reports the references to which there is no rule in any file.
    void reportUnknown() {
        byReference.forEach((text, named) -> {
            if (!known.contains(text)) {
                named.forEach(each -> each.candidate.problems.add(
                        ProblemCode.FILTERED_RULE_UNKNOWN,
                        each.reference.place(),
                        "the filter names rule '" + each.reference.text() + "', which is in none of the files"));
            }
        });
    }

    /// `rules: any` without leave.
    static void refuseEveryRule(Place place, Problems problems) {
        problems.add(
                ProblemCode.UNRELEASED_FEATURE,
                place,
                "'rules: any' comes with version 2.2 of Sigma, which is not released; name the rules");
    }

    private static String folded(String reference) {
        return reference.toLowerCase(Locale.ROOT);
    }
}
