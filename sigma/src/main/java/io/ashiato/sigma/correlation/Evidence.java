package io.ashiato.sigma.correlation;

import io.ashiato.model.Correlated;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// The entries that made a window hold.
///
/// @param shown the first entry of each input and the last of all, in order of time
/// @param events how many there were
/// @param inputs by which they came, one bit each
/// @param measure what the condition was asked of
record Evidence(List<Entry> shown, long events, long inputs, BigDecimal measure) {
    /// @param entries at least one, in order of time
    static Evidence of(Collection<Entry> entries, BigDecimal measure) {
        var shown = new ArrayList<Entry>();
        long seen = 0;
        long inputs = 0;
        int at = 0;
        for (Entry entry : entries) {
            boolean isLast = ++at == entries.size();
            boolean isNew = (entry.inputs() & ~seen) != 0 && shown.size() < Correlated.MAX_RECORDS - 1;
            if (isNew || isLast) {
                shown.add(entry);
                seen |= entry.inputs();
            }
            inputs |= entry.inputs();
        }
        return new Evidence(shown, entries.size(), inputs, measure);
    }

    Entry first() {
        return shown.getFirst();
    }

    Entry last() {
        return shown.getLast();
    }
}
