package io.ashiato.cli.example;

import io.ashiato.readers.evtx.LoggedEvent;
import io.ashiato.readers.evtx.WrittenNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// An event before it is in a log: what the provider knows of it, without computer and record number.
///
/// @param account SID in `Security/@UserID`; empty where the provider writes none
record LogEvent(
        Kind kind,
        String channel,
        Instant time,
        int processId,
        int threadId,
        Optional<String> account,
        Payload payload) {

    /// What all events of one provider, id and version have in common.
    ///
    /// @param keywords 64 bits
    record Kind(Provider provider, int id, int version, int level, int task, int opcode, long keywords) {}

    /// @param guid empty for classic providers
    /// @param qualifiers upper half of the old 32-bit event id, where the provider has one
    record Provider(String name, Optional<UUID> guid, Optional<Integer> qualifiers) {
        static Provider manifest(String name, String guid) {
            return new Provider(name, Optional.of(UUID.fromString(guid)), Optional.empty());
        }

        /// A provider with both an old and a new registration.
        static Provider bridged(String name, String guid, int qualifiers) {
            return new Provider(name, Optional.of(UUID.fromString(guid)), Optional.of(qualifiers));
        }

        static Provider classic(String name, int qualifiers) {
            return new Provider(name, Optional.empty(), Optional.of(qualifiers));
        }

        LoggedEvent event(int id, String channel) {
            LoggedEvent event = LoggedEvent.of(name, id, channel);
            LoggedEvent qualified = qualifiers.map(event::classic).orElse(event);
            return guid.map(qualified::providerGuid).orElse(qualified);
        }
    }

    /// What an event says of its own.
    sealed interface Payload {
        record EventData(List<Field> fields) implements Payload {}

        /// An element of the provider's own in place of `EventData`.
        record UserData(WrittenNode.Element element) implements Payload {}

        static Payload of(Field... fields) {
            return new EventData(List.of(fields));
        }
    }

    /// The event as the log of this computer takes it.
    LoggedEvent on(String computer) {
        LoggedEvent event = kind.provider()
                .event(kind.id(), channel)
                .kind(kind.version(), kind.level(), kind.task(), kind.opcode(), kind.keywords())
                .at(time)
                .on(computer);
        if (account.isPresent()) {
            event = event.by(processId, threadId, account.get());
        }
        return switch (payload) {
            case Payload.UserData(var element) -> event.userData(element);
            case Payload.EventData(var fields) -> {
                for (Field field : fields) {
                    event = event.with(field.name(), field.value());
                }
                yield event;
            }
        };
    }
}
