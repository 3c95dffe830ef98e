package io.ashiato.sigma.syntax;

import io.ashiato.sigma.syntax.CorrelationDocument.Reference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// Reads a correlation rule: the Sigma specification 2.1, `sigma-correlation-rules-specification.md`.
final class CorrelationReader {
    private static final List<String> KEYS =
            List.of("type", "rules", "group-by", "timespan", "aliases", "condition", "generate");

    /// Rules of one correlation. People write two to ten; each costs a place in each group of a temporal one.
    private static final int MAX_RULES = 64;

    /// Fields to group by, and aliases. A key is made of all of them for each event.
    private static final int MAX_FIELDS = 16;

    private final DocumentReader shape;
    private final Problems problems;

    CorrelationReader(DocumentReader shape, Problems problems) {
        this.shape = shape;
        this.problems = problems;
    }

    /// The correlation, or nothing when a problem was reported.
    ///
    /// @param top keys of the document
    /// @param mapping the document
    Optional<CorrelationDocument> read(
            Document.Heading heading, Map<String, Node> top, MappingNode mapping, String content) {
        Node node = top.get("correlation");
        if (!(node instanceof MappingNode map)) {
            shape.wrongType("correlation", "a map", node == null ? mapping : node);
            return Optional.empty();
        }
        int before = problems.count();
        Map<String, Node> keys = DocumentReader.keys(map, problems);
        tellUnknown(keys);
        Optional<CorrelationType> type = type(keys, map);
        List<Reference> rules = rules(keys, map);
        List<String> groupBy = groupBy(keys, map);
        Map<String, Map<String, String>> aliases = aliases(keys.get("aliases"), rules);
        Optional<Duration> timespan = timespan(keys, map);
        Optional<CorrelationCondition> condition = type.flatMap(
                t -> new CorrelationConditionReader(shape, problems).read(t, keys.get("condition"), map));
        boolean generate = flag(keys.get("generate"));
        if (problems.count() > before || type.isEmpty() || timespan.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new CorrelationDocument(
                heading,
                type.get(),
                rules,
                groupBy,
                aliases,
                timespan.get(),
                condition,
                generate,
                Place.of(mapping),
                content));
    }

    /// A misspelt key would silently lose what it says.
    private void tellUnknown(Map<String, Node> keys) {
        keys.forEach((key, value) -> {
            if (!KEYS.contains(key)) {
                Similar.to(key, KEYS)
                        .ifPresent(meant -> problems.add(
                                ProblemCode.KEY_MISSING,
                                Place.of(value),
                                "unknown key '" + key + "' in 'correlation'; did you mean '" + meant + "'?"));
            }
        });
    }

    private Optional<CorrelationType> type(Map<String, Node> keys, MappingNode map) {
        Node node = keys.get("type");
        if (node == null) {
            shape.missing("type", keys, KEYS, map);
            return Optional.empty();
        }
        String text = DocumentReader.text(node);
        Optional<CorrelationType> type = CorrelationType.of(text);
        if (type.isEmpty()) {
            problems.add(
                    ProblemCode.UNKNOWN_CORRELATION_TYPE,
                    Place.of(node),
                    "unknown correlation type '" + text + "'" + Similar.hint(text, CorrelationType.ids()));
        }
        return type;
    }

    private List<Reference> rules(Map<String, Node> keys, MappingNode map) {
        Node node = keys.get("rules");
        if (node == null) {
            shape.missing("rules", keys, KEYS, map);
            return List.of();
        }
        List<Node> nodes = node instanceof SequenceNode list ? list.getValue() : List.of(node);
        var rules = new ArrayList<Reference>();
        var seen = new HashSet<String>();
        for (Node each : nodes) {
            String text = DocumentReader.text(each).strip();
            if (text.isEmpty()) {
                shape.wrongType("rules", "a list of ids or names of rules", each);
            } else if (!seen.add(text)) {
                problems.add(ProblemCode.DUPLICATE_KEY, Place.of(each), "rule '" + text + "' is named twice");
            } else {
                rules.add(new Reference(text, Place.of(each)));
            }
        }
        if (nodes.isEmpty()) {
            shape.wrongType("rules", "a list of ids or names of rules", node);
        }
        limit("rules", rules.size(), MAX_RULES, node);
        return rules;
    }

    private List<String> groupBy(Map<String, Node> keys, MappingNode map) {
        Node node = keys.get("group-by");
        if (node == null) {
            shape.missing("group-by", keys, KEYS, map, "; 'group-by: []' takes all events together");
            return List.of();
        }
        List<String> fields = shape.texts(keys, "group-by");
        if (fields.stream().anyMatch(String::isEmpty) || node.getTag().equals(Tag.NULL)) {
            shape.wrongType("group-by", "a list of names of fields", node);
        }
        limit("group-by", fields.size(), MAX_FIELDS, node);
        return fields.stream().distinct().toList();
    }

    private Map<String, Map<String, String>> aliases(@Nullable Node node, List<Reference> rules) {
        var aliases = new LinkedHashMap<String, Map<String, String>>();
        if (node == null) {
            return aliases;
        }
        if (!(node instanceof MappingNode map)) {
            shape.wrongType("aliases", "a map of aliases", node);
            return aliases;
        }
        DocumentReader.keys(map, problems).forEach((alias, fields) -> {
            if (fields instanceof MappingNode perRule) {
                aliases.put(alias, alias(perRule, rules));
            } else {
                shape.wrongType(alias, "a map of rules and their fields", fields);
            }
        });
        limit("aliases", aliases.size(), MAX_FIELDS, node);
        return aliases;
    }

    private Map<String, String> alias(MappingNode map, List<Reference> rules) {
        var known = rules.stream().map(Reference::text).toList();
        var fields = new LinkedHashMap<String, String>();
        map.getValue().forEach(pair -> {
            String rule = DocumentReader.text(pair.getKeyNode());
            if (!known.contains(rule)) {
                problems.add(
                        ProblemCode.UNKNOWN_RULE,
                        Place.of(pair.getKeyNode()),
                        "the alias names '" + rule + "', which 'rules' does not have" + Similar.hint(rule, known));
            }
            String field = DocumentReader.text(pair.getValueNode()).strip();
            if (field.isEmpty()) {
                shape.wrongType(rule, "the name of a field", pair.getValueNode());
            }
            fields.put(rule, field);
        });
        return fields;
    }

    private Optional<Duration> timespan(Map<String, Node> keys, MappingNode map) {
        Node node = keys.get("timespan");
        if (node == null) {
            shape.missing("timespan", keys, KEYS, map);
            return Optional.empty();
        }
        return Timespan.parse("timespan", DocumentReader.text(node), Place.of(node), problems);
    }

    private boolean flag(@Nullable Node node) {
        if (node == null) {
            return false;
        }
        if (!(node instanceof ScalarNode) || !node.getTag().equals(Tag.BOOL)) {
            shape.wrongType("generate", "true or false", node);
        }
        return DocumentReader.text(node).equalsIgnoreCase("true");
    }

    private void limit(String key, int count, int max, Node node) {
        if (count > max) {
            problems.add(ProblemCode.LIMIT_EXCEEDED, Place.of(node), "'" + key + "' has more than " + max + " entries");
        }
    }
}
