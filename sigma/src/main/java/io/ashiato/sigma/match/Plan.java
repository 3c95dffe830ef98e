package io.ashiato.sigma.match;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// What to do with events of one channel and id.
final class Plan {
    /// Variants that may match.
    final BitSet live;

    /// Those of them that no trigger wakes.
    final int[] always;

    /// Log sources that such an event belongs to.
    final BitSet sources;

    /// Fields whose values have to be read.
    final int[] scanned;

    /// All fields of which the outcome depends, the event id among them; joined ones by their parts.
    final int[] read;

    /// Whether the outcome depends on every value.
    final boolean readsAll;

    /// The literals that lie in the event id, where that is not among them: the same for all these events.
    final int[] ofEventId;

    /// What to look for in every value; null where there is nothing.
    final @Nullable KeywordIndex keywords;

    Plan(
            BitSet live,
            int[] always,
            BitSet sources,
            int[] scanned,
            int[] read,
            boolean readsAll,
            int[] ofEventId,
            @Nullable KeywordIndex keywords) {
        this.live = live;
        this.always = always;
        this.sources = sources;
        this.scanned = scanned;
        this.read = read;
        this.readsAll = readsAll;
        this.ofEventId = ofEventId;
        this.keywords = keywords;
    }
}
