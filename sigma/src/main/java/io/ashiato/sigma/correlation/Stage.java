package io.ashiato.sigma.correlation;

import io.ashiato.sigma.correlation.Group.Held;
import io.ashiato.sigma.rule.Correlation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// One correlation at work: puts what comes in into order of time and gives it to the group it belongs to.
final class Stage {
    /// The order of events everywhere: by time, then by their place in the evidence.
    private static final Comparator<Queued> ORDER = Comparator.comparing((Queued q) -> q.signal.time())
            .thenComparing(q -> q.signal.event().source().path())
            .thenComparingLong(q -> q.signal.event().source().offset())
            .thenComparingLong(q -> q.number);

    private final Correlation correlation;
    private final Budget budget;
    private final StageWatch watch;

    /// How far what comes in may lie behind the latest event: matches of correlations that wait for the end of
    /// their windows come late.
    private final Duration delay;

    private final boolean waits;
    private final PriorityQueue<Queued> queue = new PriorityQueue<>(ORDER);

    /// By key, the group whose last event is longest ago first.
    private final LinkedHashMap<String, Group> groups = new LinkedHashMap<>(16, 0.75f, true);

    private long queuedWeight;
    private long queued;
    private @Nullable Instant now;
    private long forgotten;

    /// @param weight estimated bytes; 0 where nothing waits
    private record Queued(Signal signal, int input, long number, long weight) {
        boolean isSameEvent(Queued other) {
            return signal.time().equals(other.signal.time())
                    && signal.event().source().equals(other.signal.event().source());
        }
    }

    Stage(Correlation correlation, Duration delay, Budget budget, StageWatch watch) {
        this.correlation = correlation;
        this.delay = delay;
        this.budget = budget;
        this.watch = watch;
        this.waits = Window.waits(correlation);
    }

    Correlation correlation() {
        return correlation;
    }

    /// How far the events of its matches may lie behind the latest event.
    Duration matchDelay() {
        return waits ? delay.plus(correlation.timespan()) : delay;
    }

    /// @param input of the correlation by which the signal comes
    void offer(Signal signal, int input) {
        long weight = delay.isZero() ? 0 : signal.weight();
        queue.add(new Queued(signal, input, queued++, weight));
        queuedWeight += weight;
        budget.add(weight);
    }

    /// Works on everything that is in order by now.
    ///
    /// @param latest time of all events so far
    List<Held> advance(Instant latest) {
        var held = new ArrayList<Held>();
        while (!queue.isEmpty() && isDue(queue.peek().signal.time(), latest)) {
            takeNext(held);
        }
        if (waits && !groups.isEmpty()) {
            closeIdle(latest, delay.plus(correlation.timespan()), held);
        }
        return held;
    }

    /// Works on everything that is left.
    List<Held> finish() {
        var held = new ArrayList<Held>();
        while (!queue.isEmpty()) {
            takeNext(held);
        }
        groups.values().forEach(group -> close(group, held));
        groups.clear();
        return held;
    }

    /// When the group was last active that was so longest ago.
    Optional<Instant> oldest() {
        return groups.isEmpty()
                ? Optional.empty()
                : Optional.of(groups.firstEntry().getValue().lastTime());
    }

    /// Drops that group.
    void forgetOldest() {
        budget.add(-groups.pollFirstEntry().getValue().weight());
        forgotten++;
    }

    /// Works on the first in the queue although something earlier may still come.
    ///
    /// @return what held
    List<Held> hurry() {
        var held = new ArrayList<Held>();
        if (!queue.isEmpty()) {
            takeNext(held);
        }
        return held;
    }

    /// Estimated bytes of what waits to be worked on.
    long queuedWeight() {
        return queuedWeight;
    }

    /// Groups dropped before their window was over, and events that came too late.
    long forgotten() {
        return forgotten;
    }

    private boolean isDue(Instant time, Instant latest) {
        return delay.isZero() || !Entry.within(time, latest, delay);
    }

    /// All signals of one event go in together: it counts once, by whatever rules it comes.
    private void takeNext(List<Held> held) {
        Queued first = poll();
        var same = new ArrayList<>(List.of(first));
        while (!queue.isEmpty() && queue.peek().isSameEvent(first)) {
            same.add(poll());
        }
        Instant time = first.signal.time();
        if (now != null && time.isBefore(now)) {
            forgotten++;
            return;
        }
        now = time;
        closeIdle(time, correlation.timespan(), held);
        byGroup(same).forEach((key, matched) -> {
            Group group = groups.get(key);
            long before = group == null ? 0 : group.weight();
            if (group == null) {
                group = new Group(correlation, key, time);
                groups.put(key, group);
            }
            Entry entry = matched.entry(budget);
            watch.grouped(key, matched.key.values(), entry);
            group.add(entry, new Group.Arrival(matched.signal, matched.key.values()))
                    .ifPresent(each -> hold(each, held));
            budget.add(group.weight() - before);
        });
    }

    private Queued poll() {
        Queued first = queue.remove();
        queuedWeight -= first.weight;
        budget.add(-first.weight);
        return first;
    }

    /// An event, and all inputs by which it comes to the same group.
    private record Matched(GroupKey key, Signal signal, Measured measured, long inputs) {
        Entry entry(Budget budget) {
            return new Entry(
                    signal.time(),
                    inputs,
                    measured.text(),
                    measured.number(),
                    budget.shared(signal.event().source()));
        }
    }

    private Map<String, Matched> byGroup(List<Queued> same) {
        var byKey = new LinkedHashMap<String, Matched>();
        for (Queued each : same) {
            Correlation.Input input = correlation.inputs().get(each.input);
            Optional<GroupKey> key = GroupKey.of(correlation, input, each.signal);
            Optional<Measured> measured = Measured.of(correlation, input, each.signal);
            if (key.isPresent() && measured.isPresent()) {
                byKey.merge(
                        key.get().text(),
                        new Matched(key.get(), each.signal, measured.get(), 1L << each.input),
                        (a, b) -> new Matched(a.key, a.signal, a.measured, a.inputs | b.inputs));
            } else {
                watch.lacking(each.input);
            }
        }
        return byKey;
    }

    /// Groups without an event for that long cannot change any more.
    private void closeIdle(Instant time, Duration span, List<Held> held) {
        Iterator<Group> eldest = groups.values().iterator();
        while (eldest.hasNext()) {
            Group group = eldest.next();
            if (Entry.within(group.lastTime(), time, span)) {
                return;
            }
            close(group, held);
            eldest.remove();
        }
    }

    private void close(Group group, List<Held> held) {
        budget.add(-group.weight());
        group.close().ifPresent(each -> hold(each, held));
    }

    private void hold(Held each, List<Held> held) {
        watch.held(each);
        held.add(each);
    }
}
