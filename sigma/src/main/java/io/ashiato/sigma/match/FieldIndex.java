package io.ashiato.sigma.match;

import io.ashiato.sigma.match.Literal.Anchor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// All literals that checks look for in one field.
final class FieldIndex {
    private final AnchoredIndex[] anchored;
    private final GramIndex[] anywhere;

    private FieldIndex(List<AnchoredIndex> anchored, List<GramIndex> anywhere) {
        this.anchored = anchored.toArray(AnchoredIndex[]::new);
        this.anywhere = anywhere.toArray(GramIndex[]::new);
    }

    /// Reports every literal that the value has, perhaps more than once.
    void scan(char[] folded, Hits hits) {
        for (AnchoredIndex index : anchored) {
            index.scan(folded, hits);
        }
        for (GramIndex index : anywhere) {
            index.scan(folded, hits);
        }
    }

    /// Collects literals with the ids to report for them.
    static final class Builder {
        private final Map<Literal, Integer> ids = new LinkedHashMap<>();

        void add(Literal literal, int id) {
            ids.put(literal, id);
        }

        FieldIndex build() {
            var anchored = new ArrayList<AnchoredIndex>();
            addAnchored(anchored, false, Anchor.WHOLE, Anchor.START);
            addAnchored(anchored, true, Anchor.END);
            var anywhere = new ArrayList<GramIndex>();
            addAnywhere(anywhere, 1, 1, 1);
            addAnywhere(anywhere, 2, 2, 3);
            addAnywhere(anywhere, 4, 4, Integer.MAX_VALUE);
            return new FieldIndex(anchored, anywhere);
        }

        private void addAnchored(List<AnchoredIndex> indexes, boolean fromEnd, Anchor... anchors) {
            List<Literal> chosen = ids.keySet().stream()
                    .filter(l -> List.of(anchors).contains(l.anchor()))
                    .toList();
            if (!chosen.isEmpty()) {
                indexes.add(new AnchoredIndex(
                        chosen, chosen.stream().mapToInt(ids::get).toArray(), fromEnd));
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
}
