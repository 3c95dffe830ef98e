package io.ashiato.sigma.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/// Splits a file into YAML documents: nodes with places, no objects made of them.
final class YamlDocuments {
    /// The largest rule file of SigmaHQ has 60 thousand characters.
    static final int MAX_CODE_POINTS = 2_000_000;

    /// Rules hardly use aliases; nested ones grow exponentially.
    static final int MAX_ALIASES = 20;

    /// SigmaHQ has one rule in a file; collections of rules have some hundreds.
    static final int MAX_DOCUMENTS = 5_000;

    /// A rule needs five levels: document, detection, list, map, values.
    static final int MAX_DEPTH = 32;

    /// The nodes of a document, those behind an alias counted each time. SigmaHQ's largest has 4 thousand.
    static final int MAX_NODES = 100_000;

    /// The nodes of all documents of a file, with what a collection's rules have in common counted for each.
    static final int MAX_NODES_IN_FILE = 2_000_000;

    /// The characters of a document, those behind an alias counted each time.
    static final int MAX_CONTENT = 4_000_000;

    /// The characters of all documents of a file, counted so.
    static final int MAX_CONTENT_OF_FILE = 16_000_000;

    private YamlDocuments() {}

    static List<Node> split(String text, Problems problems) {
        var documents = new ArrayList<Node>();
        if (text.codePointCount(0, text.length()) > MAX_CODE_POINTS) {
            problems.add(
                    ProblemCode.LIMIT_EXCEEDED,
                    Place.FILE,
                    "the file has more than " + MAX_CODE_POINTS + " characters");
            return documents;
        }
        var settings = LoadSettings.builder()
                .setSchema(new CoreSchema())
                .setCodePointLimit(Integer.MAX_VALUE)
                .setMaxAliasesForCollections(MAX_ALIASES)
                .build();
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try {
            for (Node document : new Compose(settings).composeAllFromString(plain)) {
                if (documents.size() == MAX_DOCUMENTS) {
                    problems.add(
                            ProblemCode.LIMIT_EXCEEDED,
                            Place.of(document),
                            "more than " + MAX_DOCUMENTS + " documents in a file; the rest was not read");
                    break;
                }
                documents.add(document);
            }
        } catch (MarkedYamlEngineException e) {
            Place place = e.getProblemMark().map(Place::of).orElse(Place.FILE);
            problems.add(ProblemCode.NOT_YAML, place, "not valid YAML: " + oneLine(e.getProblem()));
        } catch (YamlEngineException e) {
            // Limits and forbidden characters come without a mark.
            problems.add(ProblemCode.NOT_YAML, Place.FILE, "not valid YAML: " + oneLine(e.getMessage()));
        } catch (StackOverflowError e) {
            // The composer recurses without a limit of its own.
            problems.add(ProblemCode.LIMIT_EXCEEDED, Place.FILE, "nested too deeply");
        }
        return documents;
    }

    private static String oneLine(@Nullable String message) {
        return message == null
                ? "unknown reason"
                : message.lines().findFirst().orElse("unknown reason").strip();
    }

    /// A document without comments and layout.
    ///
    /// @param nodes how many there are, those behind an alias counted each time
    record Content(String text, int nodes) {}

    /// What the document says, or the problem that it is too large or too deep.
    static Content content(Node document) throws TooLargeException {
        var text = new StringBuilder();
        int[] nodes = new int[1];
        write(document, text, 0, nodes);
        return new Content(text.toString(), nodes[0]);
    }

    /// A value of a document within the limits, in YAML's flow style and without quotes.
    static String flow(Node node) {
        return switch (node) {
            case SequenceNode list ->
                list.getValue().stream().map(YamlDocuments::flow).collect(Collectors.joining(", ", "[", "]"));
            case MappingNode map ->
                map.getValue().stream()
                        .map(pair -> flow(pair.getKeyNode()) + ": " + flow(pair.getValueNode()))
                        .collect(Collectors.joining(", ", "{", "}"));
            default -> Keys.text(node);
        };
    }

    /// A document beyond [#MAX_DEPTH] or [#MAX_NODES].
    static final class TooLargeException extends Exception {
        private static final long serialVersionUID = 1;

        final String reason;

        TooLargeException(String reason) {
            super(reason);
            this.reason = reason;
        }
    }

    private static void write(Node node, StringBuilder text, int depth, int[] nodes) throws TooLargeException {
        if (depth > MAX_DEPTH) {
            throw new TooLargeException("nested deeper than " + MAX_DEPTH);
        }
        if (++nodes[0] > MAX_NODES) {
            throw new TooLargeException("more than " + MAX_NODES + " values");
        }
        if (text.length() > MAX_CONTENT) {
            throw new TooLargeException("more than " + MAX_CONTENT + " characters, aliases written out");
        }
        switch (node) {
            case ScalarNode scalar ->
                text.append(scalar.getTag().getValue())
                        .append(scalar.getValue().length())
                        .append(':')
                        .append(scalar.getValue());
            case SequenceNode sequence -> {
                text.append('[');
                for (Node element : sequence.getValue()) {
                    write(element, text, depth + 1, nodes);
                }
                text.append(']');
            }
            case MappingNode mapping -> {
                text.append('{');
                for (NodeTuple pair : mapping.getValue()) {
                    write(pair.getKeyNode(), text, depth + 1, nodes);
                    write(pair.getValueNode(), text, depth + 1, nodes);
                }
                text.append('}');
            }
            default -> throw new TooLargeException("a YAML node of unknown kind");
        }
    }
}
