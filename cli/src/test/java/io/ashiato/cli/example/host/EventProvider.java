package io.ashiato.cli.example.host;

import io.ashiato.readers.evtx.LoggedEvent;
import java.util.Optional;
import java.util.UUID;

/// What writes events.
///
/// @param guid empty for classic providers
/// @param qualifiers upper half of the old 32-bit event id, where the provider has one
public record EventProvider(String name, Optional<UUID> guid, Optional<Integer> qualifiers) {
    public static EventProvider manifest(String name, String guid) {
        return new EventProvider(name, Optional.of(UUID.fromString(guid)), Optional.empty());
    }

    /// A provider with both an old and a new registration.
    public static EventProvider bridged(String name, String guid, int qualifiers) {
        return new EventProvider(name, Optional.of(UUID.fromString(guid)), Optional.of(qualifiers));
    }

    public static EventProvider classic(String name, int qualifiers) {
        return new EventProvider(name, Optional.empty(), Optional.of(qualifiers));
    }

    public LoggedEvent event(int id, String channel) {
        LoggedEvent event = LoggedEvent.of(name, id, channel);
        LoggedEvent qualified = qualifiers.map(event::classic).orElse(event);
        return guid.map(qualified::providerGuid).orElse(qualified);
    }
}
