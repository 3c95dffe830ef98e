package io.ashiato.sigma.correlation;

import io.ashiato.sigma.rule.Correlation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Follows chains of events in the order of the correlation's rules.
///
/// For each length and last rule only the chain that began last is kept: whatever another one leads to within the
/// timespan, this one leads to as well. So a group costs the same however many events it has.
final class OrderedWindow implements Window {
    /// A link, its entry and its place, estimated.
    private static final int LINK_BYTES = 250;

    private final Correlation correlation;
    private final int inputs;
    private final int length;

    /// By length - 1, then by the input of the last event.
    private final @Nullable Link[][] latest;

    private int kept;

    /// An event of a chain and what came before it.
    private record Link(Entry entry, @Nullable Link before, Instant start) {}

    OrderedWindow(Correlation correlation) {
        this.correlation = correlation;
        this.inputs = correlation.inputs().size();
        this.length = needed(correlation);
        this.latest = new Link[length][inputs];
    }

    private static int needed(Correlation correlation) {
        int count = 1;
        while (!correlation.condition().holds(count)) {
            count++;
        }
        return count;
    }

    /// Longer chains first, so that one event never is two links of a chain.
    @Override
    public Optional<Evidence> add(Entry entry) {
        for (int links = length; links >= 1; links--) {
            for (long bits = entry.inputs(); bits != 0; bits &= bits - 1) {
                int input = Long.numberOfTrailingZeros(bits);
                Link extended = extend(entry.by(input), links, input);
                if (extended != null) {
                    put(links, input, extended);
                    if (links == length && Entry.within(extended.start, entry.time(), correlation.timespan())) {
                        return Optional.of(take(extended));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private @Nullable Link extend(Entry entry, int links, int input) {
        if (links == 1) {
            return new Link(entry, null, entry.time());
        }
        Link best = null;
        for (int earlier = 0; earlier < input; earlier++) {
            Link chain = latest[links - 2][earlier];
            if (chain != null && (best == null || chain.start.isAfter(best.start))) {
                best = chain;
            }
        }
        return best == null ? null : new Link(entry, best, best.start);
    }

    private void put(int links, int input, Link link) {
        if (latest[links - 1][input] == null) {
            kept++;
        }
        latest[links - 1][input] = link;
    }

    private Evidence take(Link last) {
        var entries = new ArrayDeque<Entry>();
        for (Link link = last; link != null; link = link.before) {
            entries.addFirst(link.entry);
        }
        for (Link[] row : latest) {
            Arrays.fill(row, null);
        }
        kept = 0;
        return Evidence.of(entries, BigDecimal.valueOf(entries.size()));
    }

    @Override
    public Optional<Evidence> close() {
        return Optional.empty();
    }

    @Override
    public long weight() {
        return 8L * length * inputs + (long) kept * LINK_BYTES;
    }
}
