package io.ashiato.sigma.syntax;

import io.ashiato.sigma.syntax.CorrelationDocument.OverRules;
import io.ashiato.sigma.syntax.CorrelationDocument.Reference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private final Keys document;
    private final Problems problems;

    /// @param document with the key `correlation`
    CorrelationReader(Keys document, Problems problems) {
        this.document = document;
        this.problems = problems;
    }

    /// The correlation, or nothing when a problem was reported.
    Optional<CorrelationDocument> read(Document.Heading heading, Attributes attributes, String content) {
        Node node = document.nodes().get("correlation");
        if (!(node instanceof MappingNode map)) {
            document.node("correlation").ifPresent(n -> document.wrongType("correlation", "a map", n));
            return Optional.empty();
        }
        int before = problems.count();
        Keys keys = Keys.of(map, problems);
        tellUnknown(keys);
        Optional<CorrelationType> type = type(keys);
        List<Reference> rules = rules(keys);
        List<String> groupBy = groupBy(keys);
        Map<String, Map<String, String>> aliases = aliases(keys, rules);
        Optional<Duration> timespan = timespan(keys);
        boolean isOverRules =
                type.filter(CorrelationType::isTemporal).isPresent() && RuleConditionReader.isAskedFor(keys);
        Optional<CorrelationCondition> condition = type.filter(t -> !isOverRules)
                .flatMap(t -> new CorrelationConditionReader(t, rules.size(), problems).read(keys));
        Optional<OverRules> overRules =
                type.filter(t -> isOverRules).flatMap(t -> new RuleConditionReader(rules, problems).read(t, keys));
        boolean generate = flag(keys);
        if (problems.count() > before || type.isEmpty() || timespan.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new CorrelationDocument(
                heading,
                attributes,
                type.get(),
                rules,
                groupBy,
                aliases,
                timespan.get(),
                condition,
                overRules,
                generate,
                document.place(),
                content));
    }

    /// A misspelt key would silently lose what it says.
    private void tellUnknown(Keys keys) {
        keys.nodes().forEach((key, value) -> {
            if (!KEYS.contains(key)) {
                Similar.to(key, KEYS)
                        .ifPresent(meant -> problems.add(
                                ProblemCode.KEY_MISSING,
                                Place.of(value),
                                "unknown key '" + key + "' in 'correlation'; did you mean '" + meant + "'?"));
            }
        });
    }

    private Optional<CorrelationType> type(Keys keys) {
        Node node = keys.nodes().get("type");
        if (node == null) {
            keys.missing("type", KEYS);
            return Optional.empty();
        }
        String text = Keys.text(node);
        Optional<CorrelationType> type = CorrelationType.of(text);
        if (type.isEmpty()) {
            problems.add(
                    ProblemCode.UNKNOWN_CORRELATION_TYPE,
                    Place.of(node),
                    "unknown correlation type '" + text + "'" + Similar.hint(text, CorrelationType.ids()));
        }
        return type;
    }

    private List<Reference> rules(Keys keys) {
        Node node = keys.nodes().get("rules");
        if (node == null) {
            keys.missing("rules", KEYS);
            return List.of();
        }
        List<Node> nodes = node instanceof SequenceNode list ? list.getValue() : List.of(node);
        var rules = new ArrayList<Reference>();
        var seen = new HashSet<String>();
        for (Node each : nodes) {
            String text = Keys.text(each).strip();
            if (text.isEmpty()) {
                keys.wrongType("rules", "a list of ids or names of rules", each);
            } else if (!seen.add(text)) {
                problems.add(ProblemCode.DUPLICATE_KEY, Place.of(each), "rule '" + text + "' is named twice");
            } else {
                rules.add(new Reference(text, Place.of(each)));
            }
        }
        if (nodes.isEmpty()) {
            keys.wrongType("rules", "a list of ids or names of rules", node);
        }
        limit("rules", rules.size(), MAX_RULES, node);
        return rules;
    }

    private List<String> groupBy(Keys keys) {
        Node node = keys.nodes().get("group-by");
        if (node == null) {
            keys.missing("group-by", KEYS);
            return List.of();
        }
        List<String> fields = keys.texts("group-by");
        if (fields.stream().anyMatch(String::isEmpty) || Keys.isEmpty(node)) {
            keys.wrongType("group-by", "a list of names of fields", node);
        }
        limit("group-by", fields.size(), MAX_FIELDS, node);
        return fields.stream().distinct().toList();
    }

    private Map<String, Map<String, String>> aliases(Keys keys, List<Reference> rules) {
        Node node = keys.nodes().get("aliases");
        var aliases = new LinkedHashMap<String, Map<String, String>>();
        if (node == null) {
            return aliases;
        }
        if (!(node instanceof MappingNode map)) {
            keys.wrongType("aliases", "a map of aliases", node);
            return aliases;
        }
        Keys.of(map, problems).nodes().forEach((alias, fields) -> {
            if (fields instanceof MappingNode perRule) {
                aliases.put(alias, alias(keys, perRule, rules));
            } else {
                keys.wrongType(alias, "a map of rules and their fields", fields);
            }
        });
        limit("aliases", aliases.size(), MAX_FIELDS, node);
        return aliases;
    }

    private Map<String, String> alias(Keys keys, MappingNode map, List<Reference> rules) {
        var known = rules.stream().map(Reference::text).toList();
        var fields = new LinkedHashMap<String, String>();
        map.getValue().forEach(pair -> {
            String rule = Keys.text(pair.getKeyNode());
            if (!known.contains(rule)) {
                problems.add(
                        ProblemCode.UNKNOWN_RULE,
                        Place.of(pair.getKeyNode()),
                        "the alias names '" + rule + "', which 'rules' does not have" + Similar.hint(rule, known));
            }
            String field = Keys.text(pair.getValueNode()).strip();
            if (field.isEmpty()) {
                keys.wrongType(rule, "the name of a field", pair.getValueNode());
            }
            fields.put(rule, field);
        });
        return fields;
    }

    private Optional<Duration> timespan(Keys keys) {
        Node node = keys.nodes().get("timespan");
        if (node == null) {
            keys.missing("timespan", KEYS);
            return Optional.empty();
        }
        return Timespan.parse("timespan", Keys.text(node), Place.of(node), problems);
    }

    private static boolean flag(Keys keys) {
        Node node = keys.nodes().get("generate");
        if (node == null) {
            return false;
        }
        if (!(node instanceof ScalarNode) || !node.getTag().equals(Tag.BOOL)) {
            keys.wrongType("generate", "true or false", node);
        }
        return Keys.text(node).equalsIgnoreCase("true");
    }

    private void limit(String key, int count, int max, Node node) {
        if (count > max) {
            problems.add(ProblemCode.LIMIT_EXCEEDED, Place.of(node), "'" + key + "' has more than " + max + " entries");
        }
    }
}
