package io.ashiato.samples;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.LongConsumer;

/// An immutable set of 64-bit hashes.
public final class Hashes {
    public static final Hashes NONE = new Hashes(new long[0]);

    private final long[] sorted;

    private Hashes(long[] sorted) {
        this.sorted = sorted;
    }

    /// @param values in any order, repeats allowed
    public static Hashes of(Collection<Long> values) {
        return new Hashes(
                values.stream().mapToLong(Long::longValue).sorted().distinct().toArray());
    }

    public int size() {
        return sorted.length;
    }

    public boolean contains(long hash) {
        return Arrays.binarySearch(sorted, hash) >= 0;
    }

    /// In ascending order.
    long[] toArray() {
        return sorted.clone();
    }

    /// In ascending order.
    public void forEach(LongConsumer action) {
        for (long hash : sorted) {
            action.accept(hash);
        }
    }

    /// Each hash that both hold, in ascending order.
    public void forEachShared(Hashes other, LongConsumer action) {
        int i = 0;
        int j = 0;
        while (i < sorted.length && j < other.sorted.length) {
            int order = Long.compare(sorted[i], other.sorted[j]);
            if (order == 0) {
                action.accept(sorted[i]);
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hashes hashes && Arrays.equals(sorted, hashes.sorted);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sorted);
    }

    @Override
    public String toString() {
        return sorted.length + " hashes";
    }
}
