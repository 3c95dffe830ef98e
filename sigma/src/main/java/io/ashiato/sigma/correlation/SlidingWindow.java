package io.ashiato.sigma.correlation;

import io.ashiato.sigma.rule.Correlation;
import java.util.Optional;

/// Holds as soon as the events of the last timespan do.
final class SlidingWindow implements Window {
    private final Entries entries;

    SlidingWindow(Correlation correlation) {
        this.entries = new Entries(correlation);
    }

    @Override
    public Optional<Evidence> add(Entry entry) {
        while (entries.isOver(entry.time())) {
            entries.removeFirst();
        }
        entries.add(entry);
        return entries.hold() ? Optional.of(entries.take()) : Optional.empty();
    }

    @Override
    public Optional<Evidence> close() {
        return Optional.empty();
    }

    @Override
    public long weight() {
        return entries.weight();
    }
}
