package io.ashiato.sigma.syntax;

import io.ashiato.model.Level;
import io.ashiato.sigma.syntax.Attributes.Related;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// Reads what documents of all kinds say of themselves, and their log source.
final class HeadingReader {
    static final List<String> KNOWN_KEYS = List.of(
            "title",
            "title_ja",
            "id",
            "name",
            "related",
            "taxonomy",
            "status",
            "description",
            "license",
            "references",
            "author",
            "date",
            "modified",
            "logsource",
            "detection",
            "correlation",
            "filter",
            "fields",
            "falsepositives",
            "level",
            "tags",
            "scope",
            "action");
    private static final List<String> SOURCE_KEYS = List.of("category", "product", "service", "definition");

    private final Keys keys;
    private final Problems problems;

    HeadingReader(Keys keys, Problems problems) {
        this.keys = keys;
        this.problems = problems;
    }

    Document.Heading heading() {
        Optional<String> title = keys.optionalText("title");
        if (title.isEmpty()) {
            keys.missing("title", KNOWN_KEYS);
        }
        return new Document.Heading(
                keys.optionalText("id"),
                title.orElse(""),
                keys.optionalText("title_ja"),
                level(),
                keys.optionalText("status").flatMap(RuleStatus::of),
                author(),
                keys.texts("tags"),
                keys.optionalText("description"),
                keys.texts("falsepositives"));
    }

    /// The specification wants a text; some rules give a list of names.
    private Optional<String> author() {
        if (keys.node("author").orElse(null) instanceof SequenceNode) {
            return Optional.of(String.join(", ", keys.texts("author"))).filter(a -> !a.isEmpty());
        }
        return keys.optionalText("author");
    }

    private Optional<Level> level() {
        Optional<String> text = keys.optionalText("level");
        Optional<Level> level = text.flatMap(Level::of);
        Optional<Node> node = keys.node("level");
        if (node.isPresent() && text.isPresent() && level.isEmpty()) {
            List<String> known = Arrays.stream(Level.values()).map(Level::id).toList();
            problems.add(
                    ProblemCode.UNKNOWN_LEVEL,
                    Place.of(node.get()),
                    "unknown level '" + text.get() + "'" + Similar.hint(text.get(), known));
        }
        return level;
    }

    Attributes attributes() {
        var others = new LinkedHashMap<String, String>();
        keys.nodes().forEach((key, node) -> {
            if (!KNOWN_KEYS.contains(key)) {
                others.put(key, YamlDocuments.flow(node));
            }
        });
        return new Attributes(
                keys.optionalText("name"),
                related(),
                keys.optionalText("license"),
                keys.texts("references"),
                keys.optionalText("date"),
                keys.optionalText("modified"),
                keys.texts("fields"),
                keys.texts("scope"),
                others);
    }

    private List<Related> related() {
        Node node = keys.node("related").orElse(null);
        if (node == null || Keys.isEmpty(node)) {
            return List.of();
        }
        var related = new ArrayList<Related>();
        List<Node> entries = node instanceof SequenceNode list ? list.getValue() : List.of(node);
        for (Node entry : entries) {
            if (entry instanceof MappingNode map) {
                Keys parts = Keys.of(map, problems);
                related.add(new Related(
                        parts.optionalText("id").orElse(""),
                        parts.optionalText("type").orElse("")));
            } else {
                keys.wrongType("related", "a list of maps with 'id' and 'type'", entry);
            }
        }
        return related;
    }

    /// Nothing where there is none; reported then.
    Optional<Document.Source> source() {
        Node node = keys.node("logsource").orElse(null);
        if (node == null) {
            keys.missing("logsource", KNOWN_KEYS);
        } else if (node instanceof MappingNode map) {
            return Optional.of(source(map));
        } else {
            keys.wrongType("logsource", "a map", node);
        }
        return Optional.empty();
    }

    private Document.Source source(MappingNode map) {
        Keys parts = Keys.of(map, problems);
        for (NodeTuple pair : map.getValue()) {
            String key = Keys.text(pair.getKeyNode());
            Optional<String> meant = SOURCE_KEYS.contains(key) ? Optional.empty() : Similar.to(key, SOURCE_KEYS);
            meant.ifPresent(m -> problems.add(
                    ProblemCode.KEY_MISSING,
                    Place.of(pair.getKeyNode()),
                    "unknown key '" + key + "' in 'logsource'; did you mean '" + m + "'?"));
        }
        return new Document.Source(
                parts.optionalText("category").orElse(""),
                parts.optionalText("product").orElse(""),
                parts.optionalText("service").orElse(""),
                Place.of(map));
    }

    /// Field names of another taxonomy would find nothing, silently.
    void refuseOtherTaxonomy() {
        Node taxonomy = keys.node("taxonomy").orElse(null);
        if (taxonomy != null && !Keys.text(taxonomy).equals("sigma")) {
            problems.add(
                    ProblemCode.TAXONOMY_NOT_SUPPORTED,
                    Place.of(taxonomy),
                    "field names of another taxonomy than 'sigma' are not known here");
        }
    }
}
