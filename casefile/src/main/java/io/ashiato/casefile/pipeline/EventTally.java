package io.ashiato.casefile.pipeline;

import io.ashiato.model.RecordView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Counts the events of one piece of a log by computer and channel, handed over or not.
public final class EventTally {
    private final Map<Key, Line> lines = new LinkedHashMap<>();
    private final List<Long> timeless = new ArrayList<>();
    private @Nullable Line last;
    private long events;

    private record Key(String host, String channel) {}

    /// What one computer wrote to one channel.
    public static final class Line {
        private final String host;
        private final String channel;
        private long inside;
        private long outside;
        private Optional<Instant> first = Optional.empty();
        private Optional<Instant> latest = Optional.empty();

        Line(String host, String channel) {
            this.host = host;
            this.channel = channel;
        }

        private boolean isOf(String otherHost, String otherChannel) {
            return host.equals(otherHost) && channel.equals(otherChannel);
        }

        private void include(Optional<Instant> time) {
            inside++;
            if (time.isPresent() && (first.isEmpty() || time.get().isBefore(first.get()))) {
                first = time;
            }
            if (time.isPresent() && (latest.isEmpty() || time.get().isAfter(latest.get()))) {
                latest = time;
            }
        }

        public String host() {
            return host;
        }

        public String channel() {
            return channel;
        }

        /// Events within the window.
        public long inside() {
            return inside;
        }

        /// Events outside of the window, or without a time where time matters.
        public long outside() {
            return outside;
        }

        /// Time of the earliest event within the window.
        public Optional<Instant> first() {
            return first;
        }

        /// Time of the latest event within the window.
        public Optional<Instant> last() {
            return latest;
        }
    }

    /// Counts a record.
    ///
    /// @return whether it lies within the window
    boolean add(RecordView record, EventWindow window) {
        events++;
        Optional<Instant> time = record.time();
        if (time.isEmpty()) {
            timeless.add(record.offset());
        }
        Line line = line(record.host(), record.channel());
        boolean isInside = window.takes(time);
        if (isInside) {
            line.include(time);
        } else {
            line.outside++;
        }
        return isInside;
    }

    private Line line(String host, String channel) {
        Line known = last;
        if (known == null || !known.isOf(host, channel)) {
            known = lines.computeIfAbsent(new Key(host, channel), key -> new Line(host, channel));
            last = known;
        }
        return known;
    }

    /// All counts, in the order in which computers and channels first came.
    public Collection<Line> lines() {
        return Collections.unmodifiableCollection(lines.values());
    }

    /// Where the records begin that have no time.
    List<Long> timeless() {
        return Collections.unmodifiableList(timeless);
    }

    /// All events.
    long events() {
        return events;
    }
}
