package io.ashiato.sigma.match;

import java.util.Arrays;

/// Finds the literals with which a value begins, or ends, in one walk over that part of it.
///
/// A hash grows with each unit; at each length that some literal has, it is looked up. So the cost does
/// not depend on how many literals there are, nor on how alike they begin.
final class AnchoredIndex {
    private final boolean fromEnd;
    private final char[][] texts;
    private final boolean[] whole;
    private final int[] ids;
    private final boolean[] lengths;
    /// Open addressing by hash; holds index + 1, 0 is free.
    private final int[] table;

    /// @param ids of the literals
    AnchoredIndex(LiteralTable literals, int[] ids, boolean fromEnd) {
        this.fromEnd = fromEnd;
        this.ids = ids;
        this.texts = literals.texts(ids);
        this.whole = new boolean[texts.length];
        int longest = 0;
        for (char[] text : texts) {
            longest = Math.max(longest, text.length);
        }
        this.lengths = new boolean[longest + 1];
        this.table = new int[Integer.highestOneBit(Math.max(4, texts.length)) * 4];
        for (int i = 0; i < texts.length; i++) {
            whole[i] = literals.anchor(ids[i]) == Literal.Anchor.WHOLE;
            lengths[texts[i].length] = true;
            insert(i);
        }
    }

    private void insert(int literal) {
        int hash = 0;
        char[] text = texts[literal];
        for (int i = 0; i < text.length; i++) {
            hash = hash * 31 + text[fromEnd ? text.length - 1 - i : i];
        }
        int slot = slot(hash);
        while (table[slot] != 0) {
            slot = (slot + 1) & (table.length - 1);
        }
        table[slot] = literal + 1;
    }

    private int slot(int hash) {
        return ((hash * 0x9E3779B1) >>> 8) & (table.length - 1);
    }

    void scan(char[] value, Hits hits) {
        int hash = 0;
        int end = Math.min(value.length, lengths.length - 1);
        if (lengths.length > 0 && lengths[0]) {
            lookUp(0, 0, value, hits);
        }
        for (int length = 1; length <= end; length++) {
            hash = hash * 31 + value[fromEnd ? value.length - length : length - 1];
            if (lengths[length]) {
                lookUp(hash, length, value, hits);
            }
        }
    }

    private void lookUp(int hash, int length, char[] value, Hits hits) {
        for (int slot = slot(hash); table[slot] != 0; slot = (slot + 1) & (table.length - 1)) {
            int literal = table[slot] - 1;
            char[] text = texts[literal];
            int from = fromEnd ? value.length - length : 0;
            if (text.length == length
                    && (!whole[literal] || value.length == length)
                    && Arrays.equals(value, from, from + length, text, 0, length)) {
                hits.add(ids[literal]);
            }
        }
    }
}
