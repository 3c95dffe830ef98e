package io.ashiato.sigma.syntax;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/// A YAML parser that stops at documents which are too large or too deep, before a node is made of them: a
/// node takes some 250 bytes, and composing them recurses.
final class BoundedParser implements Parser {
    private final Parser parser;
    private int nodes;
    private long nodesOfFile;
    private int depth;

    BoundedParser(LoadSettings settings, String text) {
        this.parser = new ParserImpl(settings, new StreamReader(settings, text));
    }

    /// The text goes beyond a limit.
    static final class LimitException extends YamlEngineException {
        private static final long serialVersionUID = 1;

        private final transient Optional<Mark> mark;
        private final String reason;

        LimitException(Optional<Mark> mark, String reason) {
            super(reason);
            this.mark = mark;
            this.reason = reason;
        }

        Place place() {
            return mark.map(Place::of).orElse(Place.FILE);
        }

        String reason() {
            return reason;
        }
    }

    @Override
    public boolean checkEvent(Event.ID choice) {
        return parser.checkEvent(choice);
    }

    @Override
    public Event peekEvent() {
        return parser.peekEvent();
    }

    @Override
    public boolean hasNext() {
        return parser.hasNext();
    }

    @Override
    public Event next() {
        Event event = parser.next();
        switch (event.getEventId()) {
            case DocumentStart -> {
                nodes = 0;
                depth = 0;
            }
            case MappingStart, SequenceStart -> {
                count(event);
                depth++;
                require(depth <= YamlDocuments.MAX_DEPTH, event, "nested deeper than " + YamlDocuments.MAX_DEPTH);
            }
            case Scalar, Alias -> count(event);
            case MappingEnd, SequenceEnd -> depth--;
            case Comment, DocumentEnd, StreamStart, StreamEnd -> {}
        }
        return event;
    }

    private void count(Event event) {
        nodes++;
        nodesOfFile++;
        require(nodes <= YamlDocuments.MAX_NODES, event, "more than " + YamlDocuments.MAX_NODES + " values");
        require(
                nodesOfFile <= YamlDocuments.MAX_NODES_OF_FILE,
                event,
                "more than " + YamlDocuments.MAX_NODES_OF_FILE + " values in a file");
    }

    private static void require(boolean holds, Event event, String reason) {
        if (!holds) {
            throw new LimitException(event.getStartMark(), reason + "; the rest was not read");
        }
    }
}
