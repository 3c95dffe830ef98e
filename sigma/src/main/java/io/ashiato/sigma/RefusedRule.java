package io.ashiato.sigma;

import io.ashiato.model.RuleProblem;
import io.ashiato.sigma.rule.RuleChecker;
import io.ashiato.sigma.syntax.Document;
import java.util.List;

/// A rule that cannot run.
///
/// @param rule as far as it could be read; its log source as written, empty where there is none
/// @param problems what keeps it from running, in the order of their places
public record RefusedRule(CompiledRule rule, List<RuleProblem> problems) {
    public RefusedRule {
        problems = List.copyOf(problems);
    }

    /// @param documents of the file, in their order
    /// @param problems of the file
    static RefusedRule of(Document document, List<Document> documents, String file, List<RuleProblem> problems) {
        int next = documents.indexOf(document) + 1;
        int end = next < documents.size() ? documents.get(next).place().line() : Integer.MAX_VALUE;
        List<RuleProblem> own = problems.stream()
                .filter(p -> p.line() >= document.place().line() && p.line() < end)
                .toList();
        Document.Heading heading = document.heading();
        String source = document.source().map(RefusedRule::label).orElse("");
        return new RefusedRule(
                new CompiledRule(
                        RuleChecker.about(heading, document.content()),
                        source,
                        file,
                        heading.status(),
                        heading.tags(),
                        document.attributes(),
                        List.of()),
                own);
    }

    private static String label(Document.Source source) {
        return List.of(source.product(), source.category(), source.service()).stream()
                .filter(part -> !part.isEmpty())
                .reduce((a, b) -> a + "/" + b)
                .orElse("");
    }
}
