package io.ashiato.sigma.match;

import java.util.Arrays;

/// Finds the literals with which a value begins, or ends, in one walk over that part of it.
///
/// A hash grows with each unit; at each length that some literal has, it is looked up. So the cost does
/// not depend on how many literals there are, nor on how alike they begin. Every few units a filter tells whether
/// any literal goes on like this: most values are left after the first of them.
final class AnchoredIndex {
    /// Units from one look at the filter to the next; a power of two.
    private static final int STRIDE = 4;

    /// Bits of the filter for each beginning of a literal.
    private static final int FILTER_BITS = 16;

    private static final int MIX = 0x9E3779B1;

    private final boolean fromEnd;
    private final char[][] texts;
    private final boolean[] whole;
    private final int[] ids;
    /// The lengths of literals that are a whole value, and of others.
    private final boolean[] wholeLengths;

    private final boolean[] lengths;
    /// By hash: whether a literal begins so; of beginnings whose length is a multiple of the stride.
    private final long[] beginnings;

    private final int beginningShift;
    /// Open addressing by hash; holds index + 1, 0 is free.
    private final int[] table;

    /// @param ids of the literals
    AnchoredIndex(LiteralTable literals, int[] ids, boolean fromEnd) {
        this.fromEnd = fromEnd;
        this.ids = ids;
        this.texts = literals.texts(ids);
        this.whole = new boolean[texts.length];
        int longest = 0;
        int looks = 1;
        for (char[] text : texts) {
            longest = Math.max(longest, text.length);
            looks += text.length / STRIDE;
        }
        this.lengths = new boolean[longest + 1];
        this.wholeLengths = new boolean[longest + 1];
        int log = Math.max(6, 32 - Integer.numberOfLeadingZeros(looks * FILTER_BITS));
        this.beginnings = new long[1 << (log - 6)];
        this.beginningShift = 32 - log;
        this.table = new int[Integer.highestOneBit(Math.max(4, texts.length)) * 4];
        for (int i = 0; i < texts.length; i++) {
            whole[i] = literals.anchor(ids[i]) == Literal.Anchor.WHOLE;
            (whole[i] ? wholeLengths : lengths)[texts[i].length] = true;
            insert(i);
        }
    }

    private void insert(int literal) {
        int hash = 0;
        char[] text = texts[literal];
        for (int i = 0; i < text.length; i++) {
            hash = hash * 31 + text[fromEnd ? text.length - 1 - i : i];
            if ((i + 1) % STRIDE == 0) {
                int bit = beginning(hash);
                beginnings[bit >>> 6] |= 1L << bit;
            }
        }
        int slot = slot(hash);
        while (table[slot] != 0) {
            slot = (slot + 1) & (table.length - 1);
        }
        table[slot] = literal + 1;
    }

    private int slot(int hash) {
        return ((hash * MIX) >>> 8) & (table.length - 1);
    }

    private int beginning(int hash) {
        return (hash * MIX) >>> beginningShift;
    }

    void scan(char[] value, Hits hits) {
        int hash = 0;
        int end = Math.min(value.length, lengths.length - 1);
        if (isSought(0, value)) {
            lookUp(0, 0, value, hits);
        }
        for (int length = 1; length <= end; length++) {
            hash = hash * 31 + value[fromEnd ? value.length - length : length - 1];
            if (length % STRIDE == 0 && !begins(hash)) {
                return;
            }
            if (isSought(length, value)) {
                lookUp(hash, length, value, hits);
            }
        }
    }

    private boolean isSought(int length, char[] value) {
        return lengths[length] || (length == value.length && wholeLengths[length]);
    }

    private boolean begins(int hash) {
        int bit = beginning(hash);
        return ((beginnings[bit >>> 6] >>> bit) & 1) != 0;
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
