package io.ashiato.sigma.syntax;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
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

    /// The nodes of all documents of a file, with what a collection's rules have in common counted for each. Two
    /// million characters of ordinary rules have 60 thousand.
    static final int MAX_NODES_OF_FILE = 400_000;

    /// The characters of a document, those behind an alias counted each time.
    static final int MAX_CONTENT = 4_000_000;

    /// The characters of all documents of a file, counted so.
    static final int MAX_CONTENT_OF_FILE = 16_000_000;

    private final Problems problems;
    private final Composer composer;
    private int documents;

    private YamlDocuments(String text, Problems problems) {
        this.problems = problems;
        var settings = LoadSettings.builder()
                .setSchema(new CoreSchema())
                .setCodePointLimit(Integer.MAX_VALUE)
                .setMaxAliasesForCollections(MAX_ALIASES)
                .build();
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        this.composer = new Composer(settings, new BoundedParser(settings, plain));
    }

    /// The documents, one after another, so that only one is in memory. At the first fault they end.
    static Iterable<Node> split(String text, Problems problems) {
        if (text.codePointCount(0, text.length()) > MAX_CODE_POINTS) {
            problems.add(
                    ProblemCode.LIMIT_EXCEEDED,
                    Place.FILE,
                    "the file has more than " + MAX_CODE_POINTS + " characters");
            return List.of();
        }
        return () -> new Iterator<>() {
            private final YamlDocuments documents = new YamlDocuments(text, problems);
            private Optional<Node> next = documents.read();

            @Override
            public boolean hasNext() {
                return next.isPresent();
            }

            @Override
            public Node next() {
                Node document = next.orElseThrow();
                next = documents.read();
                return document;
            }
        };
    }

    private Optional<Node> read() {
        try {
            if (!composer.hasNext()) {
                return Optional.empty();
            }
            Node document = composer.next();
            if (++documents > MAX_DOCUMENTS) {
                problems.add(
                        ProblemCode.LIMIT_EXCEEDED,
                        Place.of(document),
                        "more than " + MAX_DOCUMENTS + " documents in a file; the rest was not read");
                return Optional.empty();
            }
            return Optional.of(document);
        } catch (BoundedParser.LimitException e) {
            problems.add(ProblemCode.LIMIT_EXCEEDED, e.place(), e.reason());
        } catch (MarkedYamlEngineException e) {
            Place place = e.getProblemMark().map(Place::of).orElse(Place.FILE);
            problems.add(ProblemCode.NOT_YAML, place, "not valid YAML: " + oneLine(e.getProblem()));
        } catch (YamlEngineException e) {
            // Too many aliases and forbidden characters come without a mark.
            problems.add(ProblemCode.NOT_YAML, Place.FILE, "not valid YAML: " + oneLine(e.getMessage()));
        }
        return Optional.empty();
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
