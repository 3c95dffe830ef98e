package io.ashiato.sigma.syntax;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// The keys of a YAML map. What is wrong with them, or with a value that is asked for, goes to the problems.
final class Keys {
    private final MappingNode mapping;
    private final Map<String, Node> nodes;
    private final Problems problems;

    private Keys(MappingNode mapping, Map<String, Node> nodes, Problems problems) {
        this.mapping = mapping;
        this.nodes = nodes;
        this.problems = problems;
    }

    static Keys of(MappingNode mapping, Problems problems) {
        var nodes = new LinkedHashMap<String, Node>();
        for (NodeTuple pair : mapping.getValue()) {
            Node key = pair.getKeyNode();
            if (!(key instanceof ScalarNode)) {
                problems.add(ProblemCode.WRONG_TYPE, Place.of(key), "a key has to be a text");
            } else if (nodes.putIfAbsent(text(key), pair.getValueNode()) != null) {
                problems.add(ProblemCode.DUPLICATE_KEY, Place.of(key), "key '" + text(key) + "' occurs twice");
            }
        }
        return new Keys(mapping, nodes, problems);
    }

    /// The values by key, in the order of the map.
    Map<String, Node> nodes() {
        return nodes;
    }

    Place place() {
        return Place.of(mapping);
    }

    Optional<Node> node(String key) {
        return Optional.ofNullable(nodes.get(key));
    }

    /// The key's value without blanks around it; nothing where it is empty.
    Optional<String> optionalText(String key) {
        Node node = nodes.get(key);
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
    List<String> texts(String key) {
        Node node = nodes.get(key);
        if (node == null || isEmpty(node)) {
            return List.of();
        }
        List<Node> elements = node instanceof SequenceNode list ? list.getValue() : List.of(node);
        if (!elements.stream().allMatch(ScalarNode.class::isInstance)) {
            wrongType(key, "a list of texts", node);
            return List.of();
        }
        return elements.stream().map(Keys::text).map(String::strip).toList();
    }

    /// Tells that a key is not there, and which unknown key may be meant for it.
    ///
    /// @param known keys that mean themselves
    void missing(String key, List<String> known) {
        String meant = nodes.keySet().stream()
                .filter(k -> !known.contains(k))
                .filter(k -> Similar.to(k, List.of(key)).isPresent())
                .findFirst()
                .map(k -> "; is '" + k + "' misspelt?")
                .orElse("");
        problems.add(ProblemCode.KEY_MISSING, place(), "key '" + key + "' is missing" + meant);
    }

    void wrongType(String key, String wanted, Node node) {
        problems.add(ProblemCode.WRONG_TYPE, Place.of(node), "'" + key + "' has to be " + wanted);
    }

    static String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    static boolean isEmpty(Node node) {
        return node.getTag().equals(Tag.NULL);
    }
}
