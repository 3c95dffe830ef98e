package io.ashiato.sigma.syntax;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// Reads what placeholders stand for: a YAML map of names to lists of values. Names may have their percent
/// signs around them (`'%Administrators%'`).
///
/// ```yaml
/// Administrators: [adm_*, root]
/// JumpServers: jump01
/// ```
public final class PlaceholderReader {
    private PlaceholderReader() {}

    /// The values by name; what cannot be read goes to the problems.
    public static Map<String, List<String>> read(String text, Problems problems) {
        var values = new LinkedHashMap<String, List<String>>();
        for (Node document : YamlDocuments.split(text, problems)) {
            if (document instanceof MappingNode map) {
                Keys.of(map, problems)
                        .nodes()
                        .forEach((name, node) -> values.put(plain(name), values(name, node, problems)));
            } else if (!Keys.isEmpty(document)) {
                problem(document, "a file of placeholders has to be a map of names and values", problems);
            }
        }
        return values;
    }

    private static String plain(String name) {
        boolean marked = name.length() > 2 && name.startsWith("%") && name.endsWith("%");
        return marked ? name.substring(1, name.length() - 1) : name;
    }

    private static List<String> values(String name, Node node, Problems problems) {
        List<Node> nodes = node instanceof SequenceNode list ? list.getValue() : List.of(node);
        boolean texts = nodes.stream().allMatch(n -> n instanceof ScalarNode && !Keys.isEmpty(n));
        if (nodes.isEmpty() || !texts) {
            problem(node, "placeholder '" + name + "' has to have a value or a list of values", problems);
            return List.of();
        }
        return nodes.stream().map(Keys::text).toList();
    }

    private static void problem(Node node, String reason, Problems problems) {
        problems.add(ProblemCode.BAD_PLACEHOLDER_FILE, Place.of(node), reason);
    }
}
