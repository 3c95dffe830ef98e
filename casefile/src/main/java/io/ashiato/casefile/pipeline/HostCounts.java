package io.ashiato.casefile.pipeline;

import io.ashiato.model.Event;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Which computer wrote most of a log. Computers are grouped without case.
final class HostCounts {
    /// Computers counted in one log; a forwarded log holds some thousand.
    private static final int MAX_HOSTS = 10_000;

    private final Map<String, Count> counts = new HashMap<>();

    void add(Event event) {
        String key = event.host().toLowerCase(Locale.ROOT);
        if (!key.isEmpty() && (counts.size() < MAX_HOSTS || counts.containsKey(key))) {
            counts.computeIfAbsent(key, k -> new Count(event.host())).events++;
        }
    }

    /// The one with most events, the first by name among equals; nothing where no event names one.
    Optional<String> most() {
        return counts.values().stream()
                .max((a, b) -> a.events != b.events ? Long.compare(a.events, b.events) : b.name.compareTo(a.name))
                .map(count -> count.name);
    }

    private static final class Count {
        private final String name;
        private long events;

        Count(String name) {
            this.name = name;
        }
    }
}
