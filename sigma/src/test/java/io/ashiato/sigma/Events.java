package io.ashiato.sigma;

import io.ashiato.model.Event;
import io.ashiato.model.Fields;
import io.ashiato.model.RecordRef;
import java.util.Optional;
import java.util.OptionalLong;

/// Events for tests.
final class Events {
    private static final RecordRef NOWHERE =
            new RecordRef("mimikatz/test.evtx", "", 0, OptionalLong.empty(), OptionalLong.empty());

    private Events() {}

    /// An event as a reader would hand it over, its envelope filled.
    static Event of(String channel, String eventId, Fields data) {
        Fields system = Fields.of(
                "Provider_Name",
                "Test-Provider",
                "EventID",
                eventId,
                "Level",
                "4",
                "Channel",
                channel,
                "Computer",
                "HOST");
        return new Event(Optional.empty(), "HOST", channel, "Test-Provider", eventId, data, system, NOWHERE);
    }

    static Event of(Fields data, Fields system, RecordRef source) {
        return new Event(
                Optional.empty(),
                system.first("Computer").orElse(""),
                system.first("Channel").orElse(""),
                system.first("Provider_Name").orElse(""),
                system.first("EventID").orElse(""),
                data,
                system,
                source);
    }
}
