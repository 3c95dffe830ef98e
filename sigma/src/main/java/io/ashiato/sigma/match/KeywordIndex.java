package io.ashiato.sigma.match;

import io.ashiato.model.RecordView;
import java.util.Map;

/// Literals that are looked for in every value of a record, and what values need not be looked at for them.
final class KeywordIndex {
    private final FieldIndex index;
    private final int number;
    private final int shortest;
    private final boolean mayBeNumeric;

    /// @param literals with the ids to report for them; at least one
    /// @param number of the index, to tell it from others
    KeywordIndex(Map<Literal, Integer> literals, int number) {
        this.index = new FieldIndex(literals);
        this.number = number;
        this.shortest = literals.keySet().stream()
                .mapToInt(literal -> literal.text().length())
                .min()
                .orElse(0);
        this.mayBeNumeric = literals.keySet().stream().anyMatch(literal -> isNumeric(literal.text()));
    }

    private static boolean isNumeric(String literal) {
        return literal.chars().allMatch(unit -> RecordView.NUMERIC.indexOf(unit) >= 0);
    }

    int number() {
        return number;
    }

    /// Whether a literal may lie in a value of the record.
    boolean mayLieIn(RecordView record, int field) {
        int kind = record.kind(field);
        return kind >> 16 == RecordView.UTF16
                ? (kind & 0xFFFF) >= 2 * shortest
                : mayBeNumeric || !record.isNumeric(field);
    }

    /// Reports every literal that the value has, perhaps more than once.
    void scan(char[] folded, Hits hits) {
        index.scan(folded, hits);
    }
}
