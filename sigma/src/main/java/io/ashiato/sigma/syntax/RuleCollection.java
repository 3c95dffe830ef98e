package io.ashiato.sigma.syntax;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/// The rules of one file in the old form of a collection, where documents with an `action` give other
/// documents what they have in common:
///
/// - `global`: its keys hold for the rules behind it, together with those of earlier ones;
/// - `reset`: nothing is common any more;
/// - `repeat`: the rule before it, once more, with this document's keys over its own.
///
/// Where both say something, the more special document wins. Files without `action` pass unchanged; filters
/// and correlations are younger than collections and take nothing over.
final class RuleCollection {
    private static final String ACTION = "action";
    private static final String ID = "id";

    private final Problems problems;

    /// How many rules of the file took over an id, which is to name one rule.
    private final Map<String, Integer> idsTakenOver = new HashMap<>();

    private @Nullable MappingNode common;
    private @Nullable MappingNode previous;
    private long nodes;
    private long characters;

    RuleCollection(Problems problems) {
        this.problems = problems;
    }

    /// A document with everything that it takes over.
    ///
    /// @param content see [Document#content]
    record Member(MappingNode mapping, String content) {}

    /// The document to read for the next one of the file; nothing for an action, or what is too large.
    Optional<Member> next(MappingNode document) {
        // Limits first: merging goes into the depth.
        return content(document).flatMap(content -> member(document, content));
    }

    private Optional<Member> member(MappingNode document, String content) {
        Optional<Node> action = value(document, ACTION);
        boolean meta = value(document, "filter").isPresent()
                || value(document, "correlation").isPresent();
        if (action.isEmpty()) {
            if (common == null || meta) {
                previous = meta ? previous : document;
                return Optional.of(new Member(document, content));
            }
            return take(document, common);
        }
        MappingNode plain = without(document, ACTION);
        return switch (Keys.text(action.get())) {
            case "global" -> {
                common = common == null ? plain : over(plain, common);
                yield Optional.empty();
            }
            case "reset" -> {
                common = null;
                yield Optional.empty();
            }
            case "repeat" -> repeat(plain, action.get());
            default -> {
                problem(
                        action.get(),
                        "unknown action '" + Keys.text(action.get()) + "'"
                                + Similar.hint(Keys.text(action.get()), List.of("global", "reset", "repeat")));
                yield Optional.empty();
            }
        };
    }

    private Optional<Member> repeat(MappingNode document, Node action) {
        if (previous == null) {
            problem(action, "'repeat' has no rule before it");
            return Optional.empty();
        }
        return take(document, previous);
    }

    private Optional<Member> take(MappingNode document, MappingNode base) {
        MappingNode whole = over(document, base);
        if (value(document, ID).isEmpty()) {
            whole = withOwnId(whole);
        }
        MappingNode merged = whole;
        previous = merged;
        return content(merged).map(content -> new Member(merged, content));
    }

    /// The first rule keeps an id taken over, the second gets `#2` behind it.
    private MappingNode withOwnId(MappingNode whole) {
        Optional<Node> id = value(whole, ID);
        if (id.isEmpty() || !(id.get() instanceof ScalarNode scalar)) {
            return whole;
        }
        String plain = scalar.getValue().replaceFirst("#\\d+$", "");
        int number = idsTakenOver.merge(plain, 1, Integer::sum);
        var numbered = new ScalarNode(
                scalar.getTag(),
                true,
                number == 1 ? plain : plain + "#" + number,
                scalar.getScalarStyle(),
                scalar.getStartMark(),
                scalar.getEndMark());
        var pairs = new ArrayList<NodeTuple>();
        for (NodeTuple pair : whole.getValue()) {
            boolean isId = Keys.text(pair.getKeyNode()).equals(ID);
            pairs.add(isId ? new NodeTuple(pair.getKeyNode(), numbered) : pair);
        }
        return map(whole, pairs);
    }

    private Optional<String> content(MappingNode document) {
        try {
            YamlDocuments.Content content = YamlDocuments.content(document);
            nodes += content.nodes();
            characters += content.text().length();
            if (nodes > YamlDocuments.MAX_NODES_OF_FILE || characters > YamlDocuments.MAX_CONTENT_OF_FILE) {
                problems.add(
                        ProblemCode.LIMIT_EXCEEDED,
                        Place.of(document),
                        "the documents of the file up to here are larger than " + YamlDocuments.MAX_NODES_OF_FILE
                                + " values or " + YamlDocuments.MAX_CONTENT_OF_FILE + " characters");
                return Optional.empty();
            }
            return Optional.of(content.text());
        } catch (YamlDocuments.TooLargeException e) {
            problems.add(ProblemCode.LIMIT_EXCEEDED, Place.of(document), e.reason);
            return Optional.empty();
        }
    }

    private void problem(Node action, String reason) {
        problems.add(ProblemCode.UNKNOWN_ACTION, Place.of(action), reason);
    }

    private static Optional<Node> value(MappingNode map, String key) {
        return map.getValue().stream()
                .filter(pair -> Keys.text(pair.getKeyNode()).equals(key))
                .map(NodeTuple::getValueNode)
                .findFirst();
    }

    private static MappingNode without(MappingNode map, String key) {
        return map(
                map,
                map.getValue().stream()
                        .filter(pair -> !Keys.text(pair.getKeyNode()).equals(key))
                        .toList());
    }

    /// The special map's pairs, maps in both merged, then what only the base has.
    private static MappingNode over(MappingNode special, MappingNode base) {
        var below = new LinkedHashMap<String, NodeTuple>();
        base.getValue().forEach(pair -> below.putIfAbsent(Keys.text(pair.getKeyNode()), pair));
        var pairs = new ArrayList<NodeTuple>();
        for (NodeTuple pair : special.getValue()) {
            NodeTuple hidden = below.remove(Keys.text(pair.getKeyNode()));
            if (hidden != null
                    && pair.getValueNode() instanceof MappingNode own
                    && hidden.getValueNode() instanceof MappingNode common) {
                pairs.add(new NodeTuple(pair.getKeyNode(), over(own, common)));
            } else {
                pairs.add(pair);
            }
        }
        pairs.addAll(below.values());
        return map(special, pairs);
    }

    private static MappingNode map(MappingNode like, List<NodeTuple> pairs) {
        return new MappingNode(like.getTag(), true, pairs, like.getFlowStyle(), like.getStartMark(), like.getEndMark());
    }
}
