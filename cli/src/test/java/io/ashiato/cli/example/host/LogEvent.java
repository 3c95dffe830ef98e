package io.ashiato.cli.example.host;

import io.ashiato.readers.evtx.LoggedEvent;
import java.time.Instant;
import java.util.Optional;

/// An event before it is in a log: what the provider knows of it, without computer and record number.
///
/// @param account SID in `Security/@UserID`; empty where the provider writes none
public record LogEvent(
        EventKind kind,
        String channel,
        Instant time,
        int processId,
        int threadId,
        Optional<String> account,
        EventPayload payload) {

    /// The event as the log of this computer takes it.
    public LoggedEvent on(String computer) {
        LoggedEvent event = kind.provider()
                .event(kind.id(), channel)
                .kind(kind.version(), kind.level(), kind.task(), kind.opcode(), kind.keywords())
                .at(time)
                .on(computer);
        if (account.isPresent()) {
            event = event.by(processId, threadId, account.get());
        }
        return switch (payload) {
            case EventPayload.UserData(var element) -> event.userData(element);
            case EventPayload.EventData(var fields) -> {
                for (Field field : fields) {
                    event = event.with(field.name(), field.value());
                }
                yield event;
            }
        };
    }
}
