package io.ashiato.sigma.match;

import java.util.BitSet;

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

    final boolean keywords;

    Plan(BitSet live, int[] always, BitSet sources, int[] scanned, boolean keywords) {
        this.live = live;
        this.always = always;
        this.sources = sources;
        this.scanned = scanned;
        this.keywords = keywords;
    }
}
