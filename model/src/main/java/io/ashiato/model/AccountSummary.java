package io.ashiato.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An account that acted in events which rules matched.
///
/// @param hosts on which it acted, by name
public record AccountSummary(
        String name, List<String> hosts, Optional<Instant> first, Optional<Instant> last, long detections) {
    public AccountSummary {
        hosts = List.copyOf(hosts);
    }
}
