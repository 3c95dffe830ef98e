package io.ashiato.readers.evtx;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How often each name occurs: of a channel, a computer, a provider.
///
/// @param names the most frequent first, and by name where two are equally frequent
/// @param others records whose name is not among these, because there are too many names or it is too long
/// @param without records without a name
public record NameCounts(List<NameCount> names, long others, long without) {
    /// Names counted, each by itself. A collector of forwarded events holds some thousand computers.
    public static final int NAMES_COUNTED = 4_096;

    /// Characters of a name that is counted by itself; a channel's may have 255, a computer's 255 (RFC 1035).
    private static final int NAME_CHARACTERS = 255;

    public NameCounts {
        names = List.copyOf(names);
    }

    /// A name and its records.
    public record NameCount(String name, long records) {}

    /// Counts names as they are written.
    static final class Counter {
        private final Map<String, Long> counts = new HashMap<>();
        private long others;
        private long without;

        void add(String name) {
            if (name.isEmpty()) {
                without++;
            } else if (name.length() <= NAME_CHARACTERS
                    && (counts.size() < NAMES_COUNTED || counts.containsKey(name))) {
                counts.merge(name, 1L, Long::sum);
            } else {
                others++;
            }
        }

        NameCounts finish() {
            List<NameCount> sorted = counts.entrySet().stream()
                    .map(entry -> new NameCount(entry.getKey(), entry.getValue()))
                    .sorted(Comparator.comparingLong(NameCount::records)
                            .reversed()
                            .thenComparing(NameCount::name))
                    .toList();
            return new NameCounts(sorted, others, without);
        }
    }
}
