package io.ashiato.sigma.match;

import io.ashiato.sigma.match.Literal.Anchor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
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

    /// @param ascii literals that may lie in any value
    /// @param others literals that only values with other units can hold; of command lines' a third
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Parts(AnchoredIndex[] anchored, GramIndex[] ascii, GramIndex[] others) {}

    /// Reports every literal that the value has, perhaps more than once.
    void scan(FoldedValue value, Hits hits) {
        Parts made = parts;
        if (made == null) {
            made = make();
        }
        for (AnchoredIndex index : made.anchored) {
            index.scan(value, hits);
        }
        for (GramIndex index : made.ascii) {
            index.scan(value, hits);
        }
        if (made.others.length > 0 && !value.isAscii()) {
            for (GramIndex index : made.others) {
                index.scan(value, hits);
            }
        }
    }

    private synchronized Parts make() {
        Parts made = parts;
        if (made == null) {
            var anchored = new ArrayList<AnchoredIndex>();
            addAnchored(anchored, false, chosen(anchor -> anchor == Anchor.WHOLE || anchor == Anchor.START));
            addAnchored(anchored, true, chosen(anchor -> anchor == Anchor.END));
            int[] anywhere = chosen(anchor -> anchor == Anchor.ANYWHERE);
            made = new Parts(
                    anchored.toArray(AnchoredIndex[]::new), anywhere(anywhere, true), anywhere(anywhere, false));
            parts = made;
        }
        return made;
    }

    private int[] chosen(Predicate<Anchor> wanted) {
        int[] chosen = new int[ids.length];
        int count = 0;
        for (int id : ids) {
            if (wanted.test(literals.anchor(id))) {
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

    /// Indexes of the literals that are ASCII, or are not.
    private GramIndex[] anywhere(int[] chosen, boolean ascii) {
        var indexes = new ArrayList<GramIndex>();
        addAnywhere(indexes, 1, 1, 1, chosen, ascii);
        addAnywhere(indexes, 2, 2, 3, chosen, ascii);
        addAnywhere(indexes, 4, 4, Integer.MAX_VALUE, chosen, ascii);
        return indexes.toArray(GramIndex[]::new);
    }

    private void addAnywhere(
            List<GramIndex> indexes, int width, int shortest, int longest, int[] among, boolean ascii) {
        int[] chosen = new int[among.length];
        int count = 0;
        for (int id : among) {
            int length = literals.length(id);
            if (length >= shortest && length <= longest && literals.isAscii(id) == ascii) {
                chosen[count++] = id;
            }
        }
        if (count > 0) {
            indexes.add(new GramIndex(literals, Arrays.copyOf(chosen, count), width));
        }
    }
}
