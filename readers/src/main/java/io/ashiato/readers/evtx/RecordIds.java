package io.ashiato.readers.evtx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Which record ids occur. All ids are unsigned.
///
/// @param count how many ids were counted, each time that one occurs
/// @param first lowest; 0 where there is none
/// @param last highest; 0 where there is none
/// @param repeated how many ids occurred before
/// @param holes how many ranges between the lowest and the highest are missing
/// @param missing how many ids are missing, at most [Long#MAX_VALUE]
/// @param firstHoles the lowest of these ranges, at most [#HOLES_LISTED]
public record RecordIds(
        long count, long first, long last, long repeated, long holes, long missing, List<Range> firstHoles) {
    /// Ranges that are listed; of the others there is the number.
    public static final int HOLES_LISTED = 100;

    /// Runs of ids kept while counting. In a log without damage there is one; a wrapped one has two.
    private static final int RUNS_KEPT = 10_000;

    public RecordIds {
        firstHoles = List.copyOf(firstHoles);
    }

    /// @param last belongs to the range
    public record Range(long first, long last) {}

    /// Counts ids in any order, exactly as long as they make at most [#RUNS_KEPT] runs at a time; of more, the
    /// lowest run is closed: an id that comes below its end afterwards counts as one that was there before.
    static final class Counter {
        private final TreeMap<Long, Long> runs = new TreeMap<>(Long::compareUnsigned); // first to last
        private final List<Range> closedHoles = new ArrayList<>();
        private long count;
        private long repeated;
        private long first;
        private long closedUpTo; // behind the last run that was closed, if any was
        private boolean closed;
        private long holes;
        private long missing;

        void add(long id) {
            count++;
            Map.@Nullable Entry<Long, Long> below = runs.floorEntry(id);
            boolean isClosed = closed && Long.compareUnsigned(id, closedUpTo) < 0;
            if (isClosed || (below != null && Long.compareUnsigned(below.getValue(), id) >= 0)) {
                repeated++;
                return;
            }
            long from = below != null && below.getValue() + 1 == id ? below.getKey() : id;
            Long following = id == RecordSelection.HIGHEST_ID ? null : runs.remove(id + 1);
            runs.put(from, following == null ? id : following);
            if (runs.size() > RUNS_KEPT) {
                closeLowest();
            }
        }

        private void closeLowest() {
            Map.Entry<Long, Long> lowest = runs.pollFirstEntry();
            if (!closed) {
                first = lowest.getKey();
                closed = true;
            }
            hole(lowest.getValue() + 1, runs.firstKey() - 1, closedHoles);
            closedUpTo = runs.firstKey();
        }

        private void hole(long from, long to, List<Range> listed) {
            holes++;
            long size = to - from + 1;
            missing = size < 0 || missing > Long.MAX_VALUE - size ? Long.MAX_VALUE : missing + size;
            if (listed.size() < HOLES_LISTED) {
                listed.add(new Range(from, to));
            }
        }

        RecordIds finish() {
            if (runs.isEmpty()) {
                return new RecordIds(0, 0, 0, 0, 0, 0, List.of());
            }
            long lowest = closed ? first : runs.firstKey();
            long last = runs.lastEntry().getValue();
            var listed = new ArrayList<>(closedHoles);
            while (runs.size() > 1) {
                long end = runs.pollFirstEntry().getValue();
                hole(end + 1, runs.firstKey() - 1, listed);
            }
            return new RecordIds(count, lowest, last, repeated, holes, missing, listed);
        }
    }
}
