package io.ashiato.sigma;

import io.ashiato.sigma.rule.RuleChecker;
import io.ashiato.sigma.syntax.Attributes;
import io.ashiato.sigma.syntax.CorrelationDocument;
import io.ashiato.sigma.syntax.Document;
import io.ashiato.sigma.syntax.Documents;
import io.ashiato.sigma.syntax.Place;
import io.ashiato.sigma.syntax.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Collects what cannot run, of all files, until their problems are complete.
final class Refusals {
    /// @param isLinkedLast whether it is sound, and runs where all that it refers to does
    private record Unfit(CompiledRule rule, Place place, List<Place> places, Problems problems, boolean isLinkedLast) {}

    private final List<Unfit> unfit = new ArrayList<>();

    /// The documents of one file.
    ///
    /// @param documents all that the file has
    /// @param problems of the file; may get more until [#finish]
    record OfFile(Documents documents, String file, Problems problems) {}

    /// Takes a rule that cannot run.
    void rule(Document document, OfFile file) {
        String source = document.source().map(Refusals::label).orElse("");
        add(document.heading(), document.attributes(), source, document.content(), document.place(), file, false);
    }

    /// Takes a correlation with faults of its own.
    void correlation(Documents.Faulty document, OfFile file) {
        add(
                document.heading(),
                document.attributes(),
                Correlations.SOURCE,
                document.content(),
                document.place(),
                file,
                false);
    }

    /// Takes a sound correlation.
    ///
    /// @param isDuplicate whether another one has its id, so that it cannot run in any case
    void correlation(CorrelationDocument document, boolean isDuplicate, OfFile file) {
        add(
                document.heading(),
                document.attributes(),
                Correlations.SOURCE,
                document.content(),
                document.place(),
                file,
                !isDuplicate);
    }

    private void add(
            Document.Heading heading,
            Attributes attributes,
            String source,
            String content,
            Place place,
            OfFile file,
            boolean isLinkedLast) {
        var rule = new CompiledRule(
                RuleChecker.about(heading, content),
                source,
                file.file,
                heading.status(),
                heading.tags(),
                attributes,
                List.of());
        unfit.add(new Unfit(rule, place, file.documents.places(), file.problems, isLinkedLast));
    }

    private static String label(Document.Source source) {
        return List.of(source.product(), source.category(), source.service()).stream()
                .filter(part -> !part.isEmpty())
                .reduce((a, b) -> a + "/" + b)
                .orElse("");
    }

    /// @param running ids of the correlations that run
    List<RefusedRule> finish(Set<String> running) {
        return unfit.stream()
                .filter(u -> !u.isLinkedLast || !running.contains(u.rule.about().id()))
                .map(u -> RefusedRule.of(u.rule, u.place, u.places, u.problems.found()))
                .toList();
    }
}
