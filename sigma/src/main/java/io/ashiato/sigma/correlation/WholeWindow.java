package io.ashiato.sigma.correlation;

import io.ashiato.sigma.rule.Correlation;
import java.util.Optional;

/// Judges only windows to which no further event of the group can be added without exceeding the timespan: one
/// inside another would say "less than three" of the first events of any burst.
final class WholeWindow implements Window {
    private final Entries entries;

    WholeWindow(Correlation correlation) {
        this.entries = new Entries(correlation);
    }

    @Override
    public Optional<Evidence> add(Entry entry) {
        Optional<Evidence> held = entries.isOver(entry.time()) ? close() : Optional.empty();
        while (entries.isOver(entry.time())) {
            entries.removeFirst();
        }
        entries.add(entry);
        return held;
    }

    @Override
    public Optional<Evidence> close() {
        return entries.hold() ? Optional.of(entries.take()) : Optional.empty();
    }

    @Override
    public long weight() {
        return entries.weight();
    }
}
