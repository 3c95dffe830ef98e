package io.ashiato.sigma.correlation;

import io.ashiato.sigma.rule.Correlation;
import java.time.Instant;
import java.util.ArrayDeque;

/// The entries of a window in order of time, with their tally.
final class Entries {
    /// Most groups never see a second event.
    private static final int FIRST_CAPACITY = 2;

    private final Correlation correlation;
    private final ArrayDeque<Entry> entries = new ArrayDeque<>(FIRST_CAPACITY);
    private Tally tally;
    private long weight;

    Entries(Correlation correlation) {
        this.correlation = correlation;
        this.tally = Tally.of(correlation);
    }

    void add(Entry entry) {
        entries.add(entry);
        tally.add(entry);
        weight += entry.weight();
    }

    /// Whether an event of that time no longer fits into a window with the first entry.
    boolean isOver(Instant now) {
        return !entries.isEmpty() && !Entry.within(entries.getFirst().time(), now, correlation.timespan());
    }

    /// Removes the first entry.
    void removeFirst() {
        Entry entry = entries.removeFirst();
        tally.remove(entry);
        weight -= entry.weight();
    }

    boolean hold() {
        return !entries.isEmpty() && tally.holds(correlation.condition());
    }

    /// What the entries prove; they are used up by it.
    Evidence take() {
        Evidence evidence = Evidence.of(entries, tally.measure());
        entries.clear();
        tally = Tally.of(correlation);
        weight = 0;
        return evidence;
    }

    long weight() {
        return weight;
    }
}
