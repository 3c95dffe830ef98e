package io.ashiato.sigma.correlation;

import io.ashiato.model.Correlated;
import io.ashiato.sigma.rule.Correlation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The events of one correlation that have the same values in its fields.
final class Group {
    /// The group, its empty window and its place in the table of groups, estimated.
    private static final int BYTES = 300;

    private final Correlation correlation;
    private final Window window;
    private final boolean waits;
    private final long ownWeight;
    private Instant lastTime;

    /// The event that came last, kept where only the end of a window decides.
    private @Nullable Arrival last;

    /// When the window began that held last: the events in it belong to that match and make no other.
    private @Nullable Instant spentSince;

    Group(Correlation correlation, String key, Instant time) {
        this.correlation = correlation;
        this.window = Window.of(correlation);
        this.waits = Window.waits(correlation);
        this.lastTime = time;
        this.ownWeight = BYTES + 4L * key.length();
    }

    /// A correlation that held, and the event that made it.
    record Held(Signal completing, CorrelationMatch match, Evidence evidence) {}

    /// An event that comes to the group.
    ///
    /// @param values of the group as this event spells them
    record Arrival(Signal signal, List<Correlated.Value> values) {}

    /// Takes the next event in order of time.
    Optional<Held> add(Entry entry, Arrival arrival) {
        lastTime = entry.time();
        if (spentSince != null && Entry.within(spentSince, entry.time(), correlation.timespan())) {
            return Optional.empty();
        }
        Arrival completing = waits && last != null ? last : arrival;
        Optional<Evidence> evidence = window.add(entry);
        last = waits ? arrival : null;
        if (evidence.isPresent() && !waits) {
            spentSince = evidence.get().first().time();
        }
        return evidence.map(e -> held(completing, e));
    }

    /// What holds when no further event can come.
    Optional<Held> close() {
        Arrival completing = last;
        return completing == null ? Optional.empty() : window.close().map(evidence -> held(completing, evidence));
    }

    /// When the last event came.
    Instant lastTime() {
        return lastTime;
    }

    /// Estimated bytes in memory.
    long weight() {
        return ownWeight + window.weight() + (last == null ? 0 : last.signal().weight());
    }

    private Held held(Arrival completing, Evidence evidence) {
        List<Correlated.Part> records =
                evidence.shown().stream().map(this::part).toList();
        var correlated = new Correlated(
                completing.values(),
                evidence.events(),
                evidence.first().time(),
                evidence.last().time(),
                records);
        Signal signal = completing.signal();
        return new Held(signal, new CorrelationMatch(correlation.about(), signal.event(), correlated), evidence);
    }

    private Correlated.Part part(Entry entry) {
        int input = Long.numberOfTrailingZeros(entry.inputs());
        return new Correlated.Part(correlation.inputs().get(input).ruleId(), entry.time(), entry.source());
    }
}
