package io.ashiato.sigma.match;

import io.ashiato.model.RecordView;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Literals that are looked for in every value of a record, and what values need not be looked at for them.
final class KeywordIndex {
    private final FieldIndex index;
    private final int number;
    private final int shortest;
    private final boolean mayBeNumeric;
    private final @Nullable SampledGrams grams;

    /// @param ids of the literals; at least one
    /// @param number of the index, to tell it from others
    KeywordIndex(LiteralTable literals, int[] ids, int number) {
        this.index = new FieldIndex(literals, ids);
        this.number = number;
        int least = Integer.MAX_VALUE;
        boolean numeric = false;
        for (int id : ids) {
            least = Math.min(least, literals.length(id));
            numeric |= isNumeric(literals.text(id));
        }
        this.shortest = least;
        this.mayBeNumeric = numeric;
        this.grams = SampledGrams.of(Arrays.stream(ids).mapToObj(literals::text).toList())
                .orElse(null);
    }

    private static boolean isNumeric(String literal) {
        for (int i = 0; i < literal.length(); i++) {
            if (RecordView.NUMERIC.indexOf(literal.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    int number() {
        return number;
    }

    /// Whether a literal may lie in a value of the record.
    boolean mayLieIn(RecordView record, int field) {
        int kind = record.kind(field);
        if (kind == RecordView.TEXT_ONLY) {
            String text = record.text(field);
            return text.length() >= shortest && (grams == null || grams.mayLieIn(text));
        }
        if (kind >> 16 != RecordView.UTF16) {
            return mayBeNumeric || !record.isNumeric(field);
        }
        int size = kind & 0xFFFF;
        return size >= 2 * shortest && (grams == null || grams.mayLieIn(record.bytes(), record.at(field), size));
    }

    /// Reports every literal that the value has, perhaps more than once.
    void scan(FoldedValue value, Hits hits) {
        index.scan(value, hits);
    }
}
