package io.ashiato.casefile.findings;

import io.ashiato.model.Detection;
import io.ashiato.model.Event;
import io.ashiato.model.HostSummary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Which computers wrote which logs, and over what time. Computers are grouped without case.
public final class HostLedger {
    /// Computers kept apart. The name comes from the evidence: a crafted log must not fill the memory.
    private static final int MAX_HOSTS = 10_000;

    /// Channels kept apart for one computer; Windows has some thousand.
    private static final int MAX_CHANNELS = 4_000;

    /// Where computers and channels beyond the limits are counted.
    private static final String OTHERS = "(others)";

    private final Map<String, Host> hosts = new HashMap<>();

    /// Counts one event, in any order.
    public void observe(Event event) {
        observe(event.host(), event.channel(), 1, event.time(), event.time());
    }

    /// Counts events of one computer and channel, in any order.
    ///
    /// @param first time of the earliest of them
    /// @param last time of the latest of them
    public void observe(String hostName, String channel, long events, Optional<Instant> first, Optional<Instant> last) {
        Host host = host(hostName);
        host.span.include(events, first, last);
        host.channel(channel).include(events, first, last);
    }

    /// Counts one detection.
    public void observe(Detection detection) {
        host(detection.event().host()).detections++;
    }

    /// The computer's name as it was first written: one spelling for all that is made of the events.
    public String spelling(String name) {
        Host known = hosts.get(fold(name));
        return known == null ? name : known.name;
    }

    /// All computers by name, channels by name.
    public List<HostSummary> finish() {
        return hosts.values().stream()
                .map(Host::summary)
                .sorted(Comparator.comparing((HostSummary host) -> fold(host.name()))
                        .thenComparing(HostSummary::name))
                .toList();
    }

    private Host host(String name) {
        String key = fold(name);
        Host known = hosts.get(key);
        if (known != null) {
            return known;
        }
        boolean full = hosts.size() >= MAX_HOSTS;
        return hosts.computeIfAbsent(full ? OTHERS : key, k -> new Host(full ? OTHERS : name));
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static final class Host {
        private final String name;
        private final Span span = new Span();
        private final Map<String, Span> channels = new TreeMap<>();
        private long detections;

        Host(String name) {
            this.name = name;
        }

        Span channel(String channel) {
            Span known = channels.get(channel);
            if (known != null) {
                return known;
            }
            return channels.computeIfAbsent(channels.size() < MAX_CHANNELS ? channel : OTHERS, c -> new Span());
        }

        HostSummary summary() {
            var coverage = new ArrayList<HostSummary.ChannelCoverage>();
            channels.forEach(
                    (channel, s) -> coverage.add(new HostSummary.ChannelCoverage(channel, s.events, s.first, s.last)));
            return new HostSummary(name, span.first, span.last, span.events, detections, coverage);
        }
    }

    /// How many events, from when to when.
    private static final class Span {
        private long events;
        private Optional<Instant> first = Optional.empty();
        private Optional<Instant> last = Optional.empty();

        void include(long more, Optional<Instant> earliest, Optional<Instant> latest) {
            events += more;
            if (earliest.isPresent() && (first.isEmpty() || earliest.get().isBefore(first.get()))) {
                first = earliest;
            }
            if (latest.isPresent() && (last.isEmpty() || latest.get().isAfter(last.get()))) {
                last = latest;
            }
        }
    }
}
