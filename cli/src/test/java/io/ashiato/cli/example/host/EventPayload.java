package io.ashiato.cli.example.host;

import io.ashiato.readers.evtx.WrittenNode;
import java.util.List;

/// What an event says of its own.
public sealed interface EventPayload {
    record EventData(List<Field> fields) implements EventPayload {}

    /// An element of the provider's own in place of `EventData`.
    record UserData(WrittenNode.Element element) implements EventPayload {}

    static EventPayload of(Field... fields) {
        return new EventData(List.of(fields));
    }
}
