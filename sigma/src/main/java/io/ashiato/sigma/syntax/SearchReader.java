package io.ashiato.sigma.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// Reads what a search identifier stands for: maps, lists of maps, keywords.
final class SearchReader {
    /// The longest value in SigmaHQ has some hundred characters; command lines end at 32,767.
    static final int MAX_VALUE_LENGTH = 32_767;

    private final Problems problems;

    SearchReader(Problems problems) {
        this.problems = problems;
    }

    /// What could be read of it; faults go to the problems.
    Search search(String name, Node node) {
        return node instanceof SequenceNode list ? choice(name, list) : single(name, node);
    }

    private Search choice(String name, SequenceNode list) {
        if (list.getValue().isEmpty()) {
            problems.add(ProblemCode.WRONG_TYPE, Place.of(list), "search identifier '" + name + "' is an empty list");
        }
        return new Search.Choice(
                list.getValue().stream().map(part -> single(name, part)).toList());
    }

    private Search single(String name, Node node) {
        return switch (node) {
            case MappingNode map -> map(name, map);
            case ScalarNode scalar -> keyword(name, scalar);
            default -> {
                problems.add(
                        ProblemCode.WRONG_TYPE,
                        Place.of(node),
                        "search identifier '" + name + "' has to be a map, a list of maps or a list of keywords");
                yield new Search.Choice(List.of());
            }
        };
    }

    private Search keyword(String name, ScalarNode node) {
        Scalar value = scalar(node);
        if (value.kind() == Scalar.Kind.NULL) {
            problems.add(
                    ProblemCode.WRONG_TYPE, value.place(), "search identifier '" + name + "' has an empty keyword");
            return new Search.Choice(List.of());
        }
        return new Search.Keyword(value);
    }

    private Search map(String name, MappingNode map) {
        if (map.getValue().isEmpty()) {
            problems.add(ProblemCode.WRONG_TYPE, Place.of(map), "search identifier '" + name + "' is an empty map");
        }
        Keys.of(map, problems);
        var items = new ArrayList<Search.Item>();
        for (NodeTuple pair : map.getValue()) {
            item(pair).ifPresent(items::add);
        }
        return new Search.Map(items);
    }

    private Optional<Search.Item> item(NodeTuple pair) {
        Node key = pair.getKeyNode();
        Node node = pair.getValueNode();
        List<Node> nodes = node instanceof SequenceNode list ? list.getValue() : List.of(node);
        if (nodes.isEmpty() || !nodes.stream().allMatch(ScalarNode.class::isInstance)) {
            problems.add(
                    ProblemCode.WRONG_TYPE,
                    Place.of(node),
                    "'" + Keys.text(key) + "' has to have a value or a list of values");
            return Optional.empty();
        }
        var values = nodes.stream().map(n -> scalar((ScalarNode) n)).toList();
        String[] words = Keys.text(key).split("\\|", -1);
        var modifiers = new ArrayList<Search.Item.Word>();
        Place place = Place.of(key).right(key instanceof ScalarNode scalar && !scalar.isPlain() ? 1 : 0);
        int column = words[0].length() + 1;
        for (int i = 1; i < words.length; i++) {
            modifiers.add(new Search.Item.Word(words[i], place.right(column)));
            column += words[i].length() + 1;
        }
        return Optional.of(new Search.Item(words[0], modifiers, values, node instanceof SequenceNode, Place.of(key)));
    }

    private Scalar scalar(ScalarNode node) {
        Tag tag = node.getTag();
        Scalar.Kind kind = tag.equals(Tag.NULL)
                ? Scalar.Kind.NULL
                : tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)
                        ? Scalar.Kind.NUMBER
                        : tag.equals(Tag.BOOL) ? Scalar.Kind.BOOLEAN : Scalar.Kind.TEXT;
        if (node.getValue().length() > MAX_VALUE_LENGTH) {
            problems.add(
                    ProblemCode.LIMIT_EXCEEDED,
                    Place.of(node),
                    "a value is longer than " + MAX_VALUE_LENGTH + " characters");
        }
        return new Scalar(node.getValue(), kind, Place.of(node));
    }
}
