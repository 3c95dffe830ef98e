package io.ashiato.sigma.match;

import io.ashiato.sigma.match.Literal.Anchor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All literals that checks look for in one field.
///
/// Made when the first value is looked at: a log has few of the fields that rules name. Threads share it.
final class FieldIndex {
    private final LiteralTable literals;
    private final int[] ids;
    private volatile @Nullable Parts parts;

    /// @param ids of those that are looked for
    FieldIndex(LiteralTable literals, int[] ids) {
        this.literals = literals;
        this.ids = ids;
    }

    private static final class Parts {
        private final AnchoredIndex[] anchored;
        private final GramIndex[] anywhere;

        Parts(List<AnchoredIndex> anchored, List<GramIndex> anywhere) {
            this.anchored = anchored.toArray(AnchoredIndex[]::new);
            this.anywhere = anywhere.toArray(GramIndex[]::new);
        }
    }

    /// Reports every literal that the value has, perhaps more than once.
    void scan(char[] folded, Hits hits) {
        Parts made = parts;
        if (made == null) {
            made = make();
        }
        for (AnchoredIndex index : made.anchored) {
            index.scan(folded, hits);
        }
        for (GramIndex index : made.anywhere) {
            index.scan(folded, hits);
        }
    }

    private synchronized Parts make() {
        Parts made = parts;
        if (made == null) {
            var anchored = new ArrayList<AnchoredIndex>();
            addAnchored(anchored, false, chosen(0, Integer.MAX_VALUE, Anchor.WHOLE, Anchor.START));
            addAnchored(anchored, true, chosen(0, Integer.MAX_VALUE, Anchor.END, Anchor.END));
            var anywhere = new ArrayList<GramIndex>();
            addAnywhere(anywhere, 1, chosen(1, 1, Anchor.ANYWHERE, Anchor.ANYWHERE));
            addAnywhere(anywhere, 2, chosen(2, 3, Anchor.ANYWHERE, Anchor.ANYWHERE));
            addAnywhere(anywhere, 4, chosen(4, Integer.MAX_VALUE, Anchor.ANYWHERE, Anchor.ANYWHERE));
            made = new Parts(anchored, anywhere);
            parts = made;
        }
        return made;
    }

    /// Those with one of two anchors and a length in that range.
    private int[] chosen(int shortest, int longest, Anchor one, Anchor other) {
        int[] chosen = new int[ids.length];
        int count = 0;
        for (int id : ids) {
            Anchor anchor = literals.anchor(id);
            int length = literals.length(id);
            if ((anchor == one || anchor == other) && length >= shortest && length <= longest) {
                chosen[count++] = id;
            }
        }
        return Arrays.copyOf(chosen, count);
    }

    private void addAnchored(List<AnchoredIndex> indexes, boolean fromEnd, int[] chosen) {
        if (chosen.length > 0) {
            indexes.add(new AnchoredIndex(literals, chosen, fromEnd));
        }
    }

    private void addAnywhere(List<GramIndex> indexes, int width, int[] chosen) {
        if (chosen.length > 0) {
            indexes.add(new GramIndex(literals, chosen, width));
        }
    }
}
