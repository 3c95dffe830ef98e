package io.ashiato.sigma.syntax;

import io.ashiato.model.Level;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// Reads the rules of a file: the shape of the Sigma specification 2.1, `sigma-rules-specification.md`.
public final class DocumentReader {
    private static final List<String> KNOWN_KEYS = List.of(
            "title",
            "id",
            "level",
            "status",
            "author",
            "tags",
            "description",
            "falsepositives",
            "logsource",
            "detection");
    private static final List<String> SOURCE_KEYS = List.of("category", "product", "service", "definition");

    private final Problems problems;

    private DocumentReader(Problems problems) {
        this.problems = problems;
    }

    /// The rules of a file, also faulty ones; their problems go to `problems`.
    public static List<Document> read(String text, Problems problems) {
        var reader = new DocumentReader(problems);
        var rules = new ArrayList<Document>();
        for (Node node : YamlDocuments.split(text, problems)) {
            reader.document(node).ifPresent(rules::add);
        }
        return rules;
    }

    private Optional<Document> document(Node node) {
        if (isEmpty(node)) {
            return Optional.empty();
        }
        if (!(node instanceof MappingNode mapping)) {
            problems.add(ProblemCode.NOT_A_RULE, Place.of(node), "a rule has to be a map of keys and values");
            return Optional.empty();
        }
        int before = problems.count();
        String content;
        try {
            content = YamlDocuments.content(mapping);
        } catch (YamlDocuments.TooLargeException e) {
            problems.add(ProblemCode.LIMIT_EXCEEDED, Place.of(node), e.reason);
            return Optional.empty();
        }
        Map<String, Node> keys = keys(mapping);
        if (refusesKind(keys)) {
            return Optional.empty();
        }
        Document.Heading heading = heading(keys, mapping);
        Optional<Document.Source> source = source(keys, mapping);
        var identifiers = new LinkedHashMap<String, Search>();
        List<Condition> conditions = detection(keys, mapping, identifiers);
        return Optional.of(new Document(
                problems.count() == before, heading, source, identifiers, conditions, Place.of(node), content));
    }

    /// Documents that are part of the language but not rules that run on single events.
    private boolean refusesKind(Map<String, Node> keys) {
        int before = problems.count();
        ifPresent(keys, "correlation", ProblemCode.CORRELATION_NOT_RUN, "correlation rules are not run yet");
        ifPresent(keys, "filter", ProblemCode.FILTER_NOT_RUN, "filters are not run yet");
        ifPresent(keys, "action", ProblemCode.ACTION_NOT_SUPPORTED, "'action' left the language with version 2");
        Node taxonomy = keys.get("taxonomy");
        if (taxonomy != null && !text(taxonomy).equals("sigma")) {
            problems.add(
                    ProblemCode.TAXONOMY_NOT_SUPPORTED,
                    Place.of(taxonomy),
                    "field names of another taxonomy than 'sigma' are not known here");
        }
        return problems.count() > before;
    }

    private void ifPresent(Map<String, Node> keys, String key, ProblemCode code, String reason) {
        Node value = keys.get(key);
        if (value != null) {
            problems.add(code, Place.of(value), reason);
        }
    }

    private Document.Heading heading(Map<String, Node> keys, MappingNode mapping) {
        Optional<String> title = optionalText(keys, "title");
        if (title.isEmpty()) {
            missing("title", keys, KNOWN_KEYS, mapping);
        }
        return new Document.Heading(
                optionalText(keys, "id"),
                title.orElse(""),
                optionalText(keys, "title_ja"),
                level(keys),
                optionalText(keys, "status").flatMap(RuleStatus::of),
                author(keys),
                texts(keys, "tags"),
                optionalText(keys, "description"),
                texts(keys, "falsepositives"));
    }

    /// The specification wants a text; some rules give a list of names.
    private Optional<String> author(Map<String, Node> keys) {
        if (keys.get("author") instanceof SequenceNode) {
            return Optional.of(String.join(", ", texts(keys, "author"))).filter(a -> !a.isEmpty());
        }
        return optionalText(keys, "author");
    }

    private Optional<Level> level(Map<String, Node> keys) {
        Optional<String> text = optionalText(keys, "level");
        Optional<Level> level = text.flatMap(Level::of);
        Node node = keys.get("level");
        if (node != null && text.isPresent() && level.isEmpty()) {
            List<String> known = Arrays.stream(Level.values()).map(Level::id).toList();
            problems.add(
                    ProblemCode.UNKNOWN_LEVEL,
                    Place.of(node),
                    "unknown level '" + text.get() + "'" + Similar.hint(text.get(), known));
        }
        return level;
    }

    private Optional<Document.Source> source(Map<String, Node> keys, MappingNode mapping) {
        Node node = keys.get("logsource");
        if (node == null) {
            missing("logsource", keys, KNOWN_KEYS, mapping);
        } else if (node instanceof MappingNode map) {
            Map<String, Node> parts = keys(map);
            for (NodeTuple pair : map.getValue()) {
                String key = text(pair.getKeyNode());
                Optional<String> meant = SOURCE_KEYS.contains(key) ? Optional.empty() : Similar.to(key, SOURCE_KEYS);
                meant.ifPresent(m -> problems.add(
                        ProblemCode.KEY_MISSING,
                        Place.of(pair.getKeyNode()),
                        "unknown key '" + key + "' in 'logsource'; did you mean '" + m + "'?"));
            }
            return Optional.of(new Document.Source(
                    optionalText(parts, "category").orElse(""),
                    optionalText(parts, "product").orElse(""),
                    optionalText(parts, "service").orElse(""),
                    Place.of(node)));
        } else {
            wrongType("logsource", "a map", node);
        }
        return Optional.empty();
    }

    private List<Condition> detection(Map<String, Node> keys, MappingNode mapping, Map<String, Search> identifiers) {
        Node node = keys.get("detection");
        if (node == null) {
            missing("detection", keys, KNOWN_KEYS, mapping);
            return List.of();
        }
        if (!(node instanceof MappingNode map)) {
            wrongType("detection", "a map of search identifiers and a condition", node);
            return List.of();
        }
        Map<String, Node> parts = keys(map);
        ifPresent(
                parts,
                "timeframe",
                ProblemCode.AGGREGATION_NOT_SUPPORTED,
                "'timeframe' left the language with version 2; write a correlation rule");
        parts.forEach((name, value) -> {
            if (!name.equals("condition") && !name.equals("timeframe")) {
                identifiers.put(name, new SearchReader(problems).search(name, value));
            }
        });
        Node condition = parts.get("condition");
        if (condition == null) {
            missing("condition", parts, List.of("condition"), map);
            return List.of();
        }
        return conditions(condition);
    }

    private List<Condition> conditions(Node node) {
        List<Node> nodes = node instanceof SequenceNode list ? list.getValue() : List.of(node);
        if (nodes.isEmpty()) {
            wrongType("condition", "a text or a list of texts", node);
        }
        var conditions = new ArrayList<Condition>();
        for (Node each : nodes) {
            if (each instanceof ScalarNode scalar && !isEmpty(scalar)) {
                boolean quoted = scalar.getScalarStyle() == ScalarStyle.SINGLE_QUOTED
                        || scalar.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED;
                Place start = Place.of(scalar).right(quoted ? 1 : 0);
                ConditionParser.parse(scalar.getValue(), start, problems).ifPresent(conditions::add);
            } else {
                wrongType("condition", "a text or a list of texts", each);
            }
        }
        return conditions;
    }

    private void missing(String key, Map<String, Node> present, List<String> known, MappingNode mapping) {
        String meant = present.keySet().stream()
                .filter(k -> !known.contains(k))
                .filter(k -> Similar.to(k, List.of(key)).isPresent())
                .findFirst()
                .map(k -> "; is '" + k + "' misspelt?")
                .orElse("");
        problems.add(ProblemCode.KEY_MISSING, Place.of(mapping), "key '" + key + "' is missing" + meant);
    }

    private void wrongType(String key, String wanted, Node node) {
        problems.add(ProblemCode.WRONG_TYPE, Place.of(node), "'" + key + "' has to be " + wanted);
    }

    private Optional<String> optionalText(Map<String, Node> keys, String key) {
        Node node = keys.get(key);
        if (node == null || isEmpty(node)) {
            return Optional.empty();
        }
        if (!(node instanceof ScalarNode)) {
            wrongType(key, "a text", node);
            return Optional.empty();
        }
        return Optional.of(text(node).strip()).filter(t -> !t.isEmpty());
    }

    /// A list of texts; one text alone counts as a list of one, as many rules have it.
    private List<String> texts(Map<String, Node> keys, String key) {
        Node node = keys.get(key);
        if (node == null || isEmpty(node)) {
            return List.of();
        }
        List<Node> nodes = node instanceof SequenceNode list ? list.getValue() : List.of(node);
        if (!nodes.stream().allMatch(ScalarNode.class::isInstance)) {
            wrongType(key, "a list of texts", node);
            return List.of();
        }
        return nodes.stream().map(DocumentReader::text).map(String::strip).toList();
    }

    private Map<String, Node> keys(MappingNode mapping) {
        return keys(mapping, problems);
    }

    static Map<String, Node> keys(MappingNode mapping, Problems problems) {
        var keys = new LinkedHashMap<String, Node>();
        for (NodeTuple pair : mapping.getValue()) {
            Node key = pair.getKeyNode();
            if (!(key instanceof ScalarNode)) {
                problems.add(ProblemCode.WRONG_TYPE, Place.of(key), "a key has to be a text");
            } else if (keys.putIfAbsent(text(key), pair.getValueNode()) != null) {
                problems.add(ProblemCode.DUPLICATE_KEY, Place.of(key), "key '" + text(key) + "' occurs twice");
            }
        }
        return keys;
    }

    static String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    private static boolean isEmpty(Node node) {
        return node.getTag().equals(Tag.NULL);
    }
}
