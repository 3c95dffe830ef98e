package io.ashiato.sigma.match;

import io.ashiato.bytes.LittleEndian;
import java.util.Arrays;

/// Finds the literals with which a value begins, or ends, in one walk over that part of it.
///
/// A trie of which each edge is four units; edges, and the fewer units with which literals end behind their last edge,
/// lie in one hash table. So a step costs the same however many literals there are and however alike they begin, and
/// most values are left after the first of them. All units are compared, so nothing has to be verified.
/// Of literals with the same text and anchor, which [RuleCompiler] does not make, one is found.
final class AnchoredIndex {
    private static final int STEP = FoldedValue.STEP;
    private static final int ROOT = 0;
    private static final int NONE = -1;

    // What leads from a node: the last 0 to 3 units of a literal; those of one that is a whole value; an edge.
    private static final int KINDS = 16;
    private static final int WHOLE = 4;
    private static final int EDGE = 8;

    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final boolean fromEnd;

    /// By node: a bit for each kind of ends of literals.
    private byte[] ends = new byte[16];

    private int nodes = 1;

    /// Open addressing, two numbers a place: the units; what they lead from (node and kind) above what they lead to,
    /// counted from 1, so that 0 is free.
    private long[] table = new long[32];

    private int used;

    /// @param ids of the literals
    AnchoredIndex(LiteralTable literals, int[] ids, boolean fromEnd) {
        this.fromEnd = fromEnd;
        var value = new FoldedValue();
        for (int id : ids) {
            value.set(literals.text(id));
            insert(id, literals.anchor(id) == Literal.Anchor.WHOLE, value);
        }
        ends = Arrays.copyOf(ends, nodes);
    }

    private void insert(int literal, boolean isWhole, FoldedValue text) {
        int node = ROOT;
        int left = text.units();
        for (; left >= STEP; left -= STEP) {
            node = child(node, four(text, left));
        }
        int kind = (isWhole ? WHOLE : 0) + left;
        ends[node] |= (byte) (1 << kind);
        put(node * KINDS + kind, few(four(text, left), left), literal);
    }

    private int child(int node, long four) {
        int known = find(node * KINDS + EDGE, four);
        if (known != NONE) {
            return known;
        }
        if (nodes == ends.length) {
            ends = Arrays.copyOf(ends, 2 * nodes);
        }
        put(node * KINDS + EDGE, four, nodes);
        return nodes++;
    }

    private void put(int from, long units, int to) {
        if (2 * ++used > table.length / 2) {
            long[] old = table;
            table = new long[2 * old.length];
            for (int place = 0; place < old.length; place += 2) {
                if (old[place + 1] != 0) {
                    putNew(old[place], old[place + 1]);
                }
            }
        }
        putNew(units, ((long) from << Integer.SIZE) | (to + 1));
    }

    private void putNew(long units, long edge) {
        int place = place((int) (edge >>> Integer.SIZE), units);
        while (table[place + 1] != 0) {
            place = (place + 2) & (table.length - 1);
        }
        table[place] = units;
        table[place + 1] = edge;
    }

    private int place(int from, long units) {
        long hash = (units ^ (from * MIX)) * MIX;
        return (int) (hash >>> Integer.SIZE) & (table.length - 2);
    }

    private int find(int from, long units) {
        int place = place(from, units);
        for (long edge = table[place + 1]; edge != 0; edge = table[place + 1]) {
            if (table[place] == units && (int) (edge >>> Integer.SIZE) == from) {
                return (int) edge - 1;
            }
            place = (place + 2) & (table.length - 1);
        }
        return NONE;
    }

    /// The next four units of a value of which so many are left.
    private long four(FoldedValue value, int left) {
        int unit = fromEnd ? left - STEP : value.units() - left;
        return LittleEndian.i64(value.bytes(), FoldedValue.place(unit));
    }

    /// The first of four units, less than four, as a number of their own.
    private long few(long four, int count) {
        int rest = Long.SIZE - 1 - count * Character.SIZE;
        return fromEnd ? four >>> 1 >>> rest : four << 1 << rest; // in two steps: one by 64 would do nothing
    }

    void scan(FoldedValue value, Hits hits) {
        int node = ROOT;
        int left = value.units();
        do {
            long four = four(value, left);
            if (ends[node] != 0) {
                addEnds(node, four, left, hits);
            }
            node = left < STEP ? NONE : find(node * KINDS + EDGE, four);
            left -= STEP;
        } while (node != NONE);
    }

    private void addEnds(int node, long four, int left, Hits hits) {
        int kinds = ends[node];
        for (int count = 0; count < STEP && count <= left; count++) {
            if (((kinds >> count) & 1) != 0) {
                add(find(node * KINDS + count, few(four, count)), hits);
            }
        }
        if (left < STEP && ((kinds >> (WHOLE + left)) & 1) != 0) {
            add(find(node * KINDS + WHOLE + left, few(four, left)), hits);
        }
    }

    private static void add(int literal, Hits hits) {
        if (literal != NONE) {
            hits.add(literal);
        }
    }
}
