package io.ashiato.sigma.syntax;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// Reads a map of search identifiers with their condition: a rule's `detection`, a filter's `filter`.
final class DetectionReader {
    private final Problems problems;
    private final Map<String, Search> identifiers = new LinkedHashMap<>();
    private final List<Condition> conditions = new ArrayList<>();

    private DetectionReader(Problems problems) {
        this.problems = problems;
    }

    /// @param reserved keys that are no search identifiers
    static DetectionReader read(Keys keys, Set<String> reserved, Problems problems) {
        var reader = new DetectionReader(problems);
        keys.nodes().forEach((name, value) -> {
            if (!name.equals("condition") && !reserved.contains(name)) {
                reader.identifiers.put(name, new SearchReader(problems).search(name, value));
            }
        });
        Node condition = keys.nodes().get("condition");
        if (condition == null) {
            keys.missing("condition", List.of("condition"));
        } else {
            reader.conditions(keys, condition);
        }
        return reader;
    }

    /// The named searches in the order of the document.
    Map<String, Search> identifiers() {
        return identifiers;
    }

    /// What could be read of them; a list of conditions means any of them.
    List<Condition> conditions() {
        return conditions;
    }

    private void conditions(Keys keys, Node node) {
        List<Node> nodes = node instanceof SequenceNode list ? list.getValue() : List.of(node);
        if (nodes.isEmpty()) {
            keys.wrongType("condition", "a text or a list of texts", node);
        }
        for (Node each : nodes) {
            if (each instanceof ScalarNode scalar && !Keys.isEmpty(scalar)) {
                boolean quoted = scalar.getScalarStyle() == ScalarStyle.SINGLE_QUOTED
                        || scalar.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED;
                Place start = Place.of(scalar).right(quoted ? 1 : 0);
                ConditionParser.parse(scalar.getValue(), start, problems).ifPresent(conditions::add);
            } else {
                keys.wrongType("condition", "a text or a list of texts", each);
            }
        }
    }
}
