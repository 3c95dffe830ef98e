package io.ashiato.sigma.match;

import io.ashiato.sigma.match.Literal.Anchor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All literals that checks look for in one field.
///
/// Made when the first value is looked at: a log has few of the fields that rules name. Threads share it.
final class FieldIndex {
    private final Map<Literal, Integer> ids;
    private volatile @Nullable Parts parts;

    /// @param ids what to report for each literal
    FieldIndex(Map<Literal, Integer> ids) {
        this.ids = new LinkedHashMap<>(ids);
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
            addAnchored(anchored, false, Anchor.WHOLE, Anchor.START);
            addAnchored(anchored, true, Anchor.END);
            var anywhere = new ArrayList<GramIndex>();
            addAnywhere(anywhere, 1, 1, 1);
            addAnywhere(anywhere, 2, 2, 3);
            addAnywhere(anywhere, 4, 4, Integer.MAX_VALUE);
            made = new Parts(anchored, anywhere);
            parts = made;
            ids.clear();
        }
        return made;
    }

    private void addAnchored(List<AnchoredIndex> indexes, boolean fromEnd, Anchor... anchors) {
        List<Literal> chosen = ids.keySet().stream()
                .filter(l -> List.of(anchors).contains(l.anchor()))
                .toList();
        if (!chosen.isEmpty()) {
            indexes.add(
                    new AnchoredIndex(chosen, chosen.stream().mapToInt(ids::get).toArray(), fromEnd));
        }
    }

    private void addAnywhere(List<GramIndex> indexes, int width, int shortest, int longest) {
        List<Literal> chosen = ids.keySet().stream()
                .filter(l -> l.anchor() == Anchor.ANYWHERE)
                .filter(l -> l.text().length() >= shortest && l.text().length() <= longest)
                .toList();
        if (!chosen.isEmpty()) {
            indexes.add(new GramIndex(
                    chosen.stream().map(l -> l.text().toCharArray()).toList(),
                    chosen.stream().mapToInt(ids::get).toArray(),
                    width));
        }
    }
}
