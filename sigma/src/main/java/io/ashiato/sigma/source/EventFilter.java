package io.ashiato.sigma.source;

import io.ashiato.sigma.rule.Folding;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The events of one log source, and the names of fields in them.
///
/// @param channels folded; empty for any channel but those of `except`
/// @param except folded
/// @param eventIds as text; empty for any id
/// @param where further fields that must have one of these values
/// @param renames Sigma's name of a field -> the event's own fields; two of them are joined by `\`
public record EventFilter(
        Set<String> channels,
        Set<String> except,
        Set<String> eventIds,
        Map<String, List<String>> where,
        Map<String, List<String>> renames) {
    public EventFilter {
        channels = Set.copyOf(channels);
        except = Set.copyOf(except);
        eventIds = Set.copyOf(eventIds);
        where = Map.copyOf(where);
        renames = Map.copyOf(renames);
    }

    /// All events of these channels.
    static EventFilter of(Set<String> channels) {
        return new EventFilter(channels, Set.of(), Set.of(), Map.of(), Map.of());
    }

    /// Whether events of that channel and id may belong to the source; [#where] is not asked.
    ///
    /// @param channel folded
    public boolean takes(String channel, String eventId) {
        return (channels.isEmpty() ? !except.contains(channel) : channels.contains(channel))
                && (eventIds.isEmpty() || eventIds.contains(eventId));
    }

    /// The event's own fields behind a name: one, or two to join.
    public List<String> fields(String name) {
        return renames.getOrDefault(name, List.of(name));
    }

    /// Channels compare without case, as Windows does.
    public static String fold(String channel) {
        return Folding.fold(channel);
    }
}
