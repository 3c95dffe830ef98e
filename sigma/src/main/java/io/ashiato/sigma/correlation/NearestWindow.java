package io.ashiato.sigma.correlation;

import io.ashiato.sigma.rule.Correlation;
import io.ashiato.sigma.syntax.CorrelationType;
import java.math.BigDecimal;
import java.util.List;

/// The window in which a correlation that does not hold came nearest to it, among those that no further event of the
/// group fits into.
///
/// @param evidence of all its events, or of its longest chain where the order of rules counts
/// @param inputs by which they came, one bit each
record NearestWindow(Evidence evidence, long inputs) {
    /// @param entries of one group, in order of time; at least one
    static NearestWindow of(Correlation correlation, List<Entry> entries) {
        NearestWindow nearest = null;
        int judged = 0;
        for (int from = 0; from < entries.size(); from++) {
            int to = end(correlation, entries, from);
            if (to > judged) { // else it is part of the one before
                NearestWindow window = measured(correlation, entries.subList(from, to));
                nearest = nearest == null || isNearer(correlation, window, nearest) ? window : nearest;
                judged = to;
            }
        }
        if (nearest == null) {
            throw new IllegalArgumentException("a group without an event");
        }
        return nearest;
    }

    private static int end(Correlation correlation, List<Entry> entries, int from) {
        int to = from;
        while (to < entries.size()
                && Entry.within(entries.get(from).time(), entries.get(to).time(), correlation.timespan())) {
            to++;
        }
        return to;
    }

    private static NearestWindow measured(Correlation correlation, List<Entry> window) {
        long inputs = window.stream().mapToLong(Entry::inputs).reduce(0, (a, b) -> a | b);
        BigDecimal measure;
        if (correlation.type() == CorrelationType.TEMPORAL_ORDERED) {
            measure = BigDecimal.valueOf(longestChain(correlation.inputs().size(), window));
        } else {
            Tally tally = Tally.of(correlation);
            window.forEach(tally::add);
            measure = tally.measure();
        }
        return new NearestWindow(Evidence.of(window, measure), inputs);
    }

    /// How many rules match one behind the other, each by an event of its own.
    private static int longestChain(int inputs, List<Entry> window) {
        var longest = new int[inputs]; // by the rule of the last event
        for (Entry entry : window) {
            for (int last = inputs - 1; last >= 0; last--) { // downwards, so that one event is one link only
                if ((entry.inputs() >> last & 1) != 0) {
                    int before = 0;
                    for (int earlier = 0; earlier < last; earlier++) {
                        before = Math.max(before, longest[earlier]);
                    }
                    longest[last] = Math.max(longest[last], before + 1);
                }
            }
        }
        int most = 0;
        for (int length : longest) {
            most = Math.max(most, length);
        }
        return most;
    }

    private static boolean isNearer(Correlation correlation, NearestWindow a, NearestWindow b) {
        BigDecimal distance = correlation.condition().distance(a.evidence.measure());
        return distance.compareTo(correlation.condition().distance(b.evidence.measure())) < 0;
    }
}
