package io.ashiato.cli;

import java.util.Comparator;
import java.util.List;

/// How often something of a name was met.
record NamedCount(String name, long count) {
    /// Most frequent first, then by name.
    static final Comparator<NamedCount> MOST_FIRST =
            Comparator.comparingLong(NamedCount::count).reversed().thenComparing(NamedCount::name);

    static long sum(List<NamedCount> counts) {
        return counts.stream().mapToLong(NamedCount::count).sum();
    }
}
