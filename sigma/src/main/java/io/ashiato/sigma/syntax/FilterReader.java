package io.ashiato.sigma.syntax;

import io.ashiato.sigma.syntax.FilterDocument.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// Reads filters: the shape of `sigma-filters-specification.md` 2.1.
final class FilterReader {
    private static final String RULES = "rules";

    /// The word of version 2.2 for all rules whose log source fits.
    private static final String ANY = "any";

    private final Keys keys;
    private final Problems problems;

    private FilterReader(Keys keys, Problems problems) {
        this.keys = keys;
        this.problems = problems;
    }

    /// @param before how many problems there were before the document
    static FilterDocument read(Keys keys, String content, int before, Problems problems) {
        return new FilterReader(keys, problems).document(content, before);
    }

    private FilterDocument document(String content, int before) {
        var head = new HeadingReader(keys, problems);
        Document.Heading heading = head.heading();
        head.refuseOtherTaxonomy();
        Optional<Document.Source> source = head.source();
        var references = new ArrayList<Reference>();
        Map<String, Search> identifiers = Map.of();
        List<Condition> conditions = List.of();
        boolean everyRule = false;
        Node node = keys.nodes().get("filter");
        if (node instanceof MappingNode map) {
            Keys parts = Keys.of(map, problems);
            everyRule = references(parts, references);
            DetectionReader detection = DetectionReader.read(parts, Set.of(RULES), problems);
            identifiers = detection.identifiers();
            conditions = detection.conditions();
            parts.node("condition")
                    .filter(SequenceNode.class::isInstance)
                    .ifPresent(list -> parts.wrongType("condition", "one text in a filter", list));
        } else {
            keys.node("filter")
                    .ifPresent(n -> keys.wrongType("filter", "a map of rules, search identifiers and a condition", n));
        }
        return new FilterDocument(
                problems.count() == before,
                heading,
                source,
                everyRule,
                references,
                identifiers,
                conditions,
                keys.place(),
                content);
    }

    /// @return whether all rules are meant
    private boolean references(Keys parts, List<Reference> into) {
        Node rules = parts.nodes().get(RULES);
        if (rules == null) {
            parts.missing(RULES, List.of(RULES));
            return false;
        }
        List<Node> nodes = rules instanceof SequenceNode list ? list.getValue() : List.of(rules);
        boolean texts = nodes.stream().allMatch(n -> n instanceof ScalarNode && !Keys.isEmpty(n));
        if (nodes.isEmpty() || !texts) {
            parts.wrongType(RULES, "a list of ids or names of rules", rules);
            return false;
        }
        if (rules instanceof ScalarNode word && Keys.text(word).strip().equalsIgnoreCase(ANY)) {
            return true;
        }
        nodes.forEach(n -> into.add(new Reference(Keys.text(n).strip(), Place.of(n))));
        return false;
    }
}
