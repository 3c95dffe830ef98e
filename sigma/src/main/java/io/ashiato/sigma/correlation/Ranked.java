package io.ashiato.sigma.correlation;

import io.ashiato.sigma.syntax.CorrelationCondition;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A percentile by the nearest-rank method: of n numbers in order, the one at place ⌈p/100 · n⌉, and the first for
/// p = 0. So it is always a number that occurred; 0 is the minimum, 100 the maximum.
///
/// The number at that place is followed while numbers come and go: its place moves by one at most, so each change
/// costs one look-up in the tree and not a walk over the window.
final class Ranked implements Tally {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final BigDecimal percentile;
    private final TreeMap<BigDecimal, Integer> counts = new TreeMap<>();
    private @Nullable BigDecimal current;

    /// How many numbers are less than the current one.
    private long below;

    private long size;

    Ranked(BigDecimal percentile) {
        this.percentile = percentile;
    }

    @Override
    public void add(Entry entry) {
        counts.merge(entry.number(), 1, Integer::sum);
        size++;
        if (current == null) {
            current = counts.firstKey();
            below = 0;
        } else if (entry.number().compareTo(current) < 0) {
            below++;
        }
        settle();
    }

    @Override
    public void remove(Entry entry) {
        size--;
        counts.computeIfPresent(entry.number(), (number, count) -> count == 1 ? null : count - 1);
        if (current != null && entry.number().compareTo(current) < 0) {
            below--;
        }
        settle();
    }

    @Override
    public boolean holds(CorrelationCondition condition) {
        return current != null && condition.holds(current);
    }

    @Override
    public BigDecimal measure() {
        return current == null ? BigDecimal.ZERO : current;
    }

    private void settle() {
        if (size == 0 || current == null) {
            current = null;
            below = 0;
            return;
        }
        long rank = rank();
        if (!counts.containsKey(current)) {
            // The last of its kind left; everything counted as below still is.
            Map.Entry<BigDecimal, Integer> next = counts.higherEntry(current);
            if (next == null) {
                next = counts.lastEntry();
                below -= next.getValue();
            }
            current = next.getKey();
        }
        while (below >= rank) {
            Map.Entry<BigDecimal, Integer> lower = counts.lowerEntry(current);
            below -= lower.getValue();
            current = lower.getKey();
        }
        int here = counts.getOrDefault(current, 0);
        while (below + here < rank) {
            below += here;
            Map.Entry<BigDecimal, Integer> higher = counts.higherEntry(current);
            current = higher.getKey();
            here = higher.getValue();
        }
    }

    private long rank() {
        long rank = percentile
                .multiply(BigDecimal.valueOf(size))
                .divide(HUNDRED, 0, RoundingMode.CEILING)
                .longValue();
        return Math.max(1, rank);
    }
}
