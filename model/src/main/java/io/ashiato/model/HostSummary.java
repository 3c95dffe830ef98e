package io.ashiato.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A computer that wrote events of the case.
///
/// @param name as first written; computers are grouped without case
/// @param channels what its logs cover, by name of the channel
public record HostSummary(
        String name,
        Optional<Instant> first,
        Optional<Instant> last,
        long events,
        long detections,
        List<ChannelCoverage> channels) {
    public HostSummary {
        channels = List.copyOf(channels);
    }

    /// The time that one channel of one host covers.
    public record ChannelCoverage(String channel, long events, Optional<Instant> first, Optional<Instant> last) {}
}
