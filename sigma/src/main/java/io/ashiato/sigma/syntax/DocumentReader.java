package io.ashiato.sigma.syntax;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/// Reads the documents of a file: the shape of the Sigma specification 2.1, `sigma-rules-specification.md`.
public final class DocumentReader {
    private final Problems problems;
    private final List<Document> rules = new ArrayList<>();
    private final List<FilterDocument> filters = new ArrayList<>();
    private final List<CorrelationDocument> correlations = new ArrayList<>();
    private final List<Documents.Faulty> faulty = new ArrayList<>();

    private DocumentReader(Problems problems) {
        this.problems = problems;
    }

    /// The documents of a file; their problems go to `problems`.
    public static Documents read(String text, Problems problems) {
        var reader = new DocumentReader(problems);
        var collection = new RuleCollection(problems);
        for (Node node : YamlDocuments.split(text, problems)) {
            if (Keys.isEmpty(node)) {
                continue;
            }
            if (node instanceof MappingNode mapping) {
                collection.next(mapping).ifPresent(reader::document);
            } else {
                problems.add(ProblemCode.NOT_A_RULE, Place.of(node), "a rule has to be a map of keys and values");
            }
        }
        return new Documents(reader.rules, reader.filters, reader.correlations, reader.faulty);
    }

    private void document(RuleCollection.Member member) {
        int before = problems.count();
        Keys keys = Keys.of(member.mapping(), problems);
        if (keys.nodes().containsKey("filter")) {
            filters.add(FilterReader.read(keys, member.content(), before, problems));
            return;
        }
        if (keys.nodes().containsKey("correlation")) {
            correlation(keys, member.content());
            return;
        }
        rules.add(rule(keys, member.content(), before));
    }

    private void correlation(Keys keys, String content) {
        var head = new HeadingReader(keys, problems);
        Document.Heading heading = head.heading();
        Attributes attributes = head.attributes();
        new CorrelationReader(keys, problems)
                .read(heading, attributes, content)
                .ifPresentOrElse(
                        correlations::add,
                        () -> faulty.add(new Documents.Faulty(heading, attributes, keys.place(), content)));
    }

    private record Detection(List<Condition> conditions, Optional<Aggregation> aggregation) {
        static final Detection NONE = new Detection(List.of(), Optional.empty());
    }

    private Document rule(Keys keys, String content, int before) {
        var head = new HeadingReader(keys, problems);
        Document.Heading heading = head.heading();
        head.refuseOtherTaxonomy();
        Attributes attributes = head.attributes();
        Optional<Document.Source> source = head.source();
        Map<String, Search> identifiers = new LinkedHashMap<>();
        Detection detection = detection(keys, identifiers);
        return new Document(
                problems.count() == before,
                heading,
                attributes,
                source,
                identifiers,
                detection.conditions,
                detection.aggregation,
                keys.place(),
                content);
    }

    private Detection detection(Keys keys, Map<String, Search> identifiers) {
        Node node = keys.nodes().get("detection");
        if (node == null) {
            keys.missing("detection", HeadingReader.KNOWN_KEYS);
            return Detection.NONE;
        }
        if (!(node instanceof MappingNode map)) {
            keys.wrongType("detection", "a map of search identifiers and a condition", node);
            return Detection.NONE;
        }
        Keys parts = Keys.of(map, problems);
        Optional<Aggregation> aggregation = new AggregationParser(problems).take(parts.nodes());
        DetectionReader detection = DetectionReader.read(parts, Set.of("timeframe"), problems);
        identifiers.putAll(detection.identifiers());
        return new Detection(detection.conditions(), aggregation);
    }
}
