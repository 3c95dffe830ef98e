package io.ashiato.sigma.match;

import io.ashiato.bytes.LittleEndian;

/// Finds literals anywhere in a value: each is known by one of its grams, `width` units long, and is
/// compared only where that gram occurs.
///
/// The gram chosen is the one that fewest literals of the index have. That keeps the lists short, which
/// bounds what a crafted value can cost, and tends to avoid grams that are common in logs (`.exe`, `\win`).
final class GramIndex {
    private static final int WIDEST = FoldedValue.STEP;

    /// Bits of the filter for each literal: at 32, one position in some 30 passes by chance.
    private static final int FILTER_BITS_PER_LITERAL = 32;

    private static final int SMALLEST_FILTER_LOG = 10;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    /// What is known of a literal: its id, where its gram lies in it, where it lies in `texts` and its size; in bytes.
    private static final int ENTRY = 4;

    private final int width;

    /// Of the bits of a gram.
    private final long mask;

    /// All literals, UTF-16LE, with room behind the last.
    private final byte[] texts;

    /// Which hashes of grams occur: small enough to stay in the processor's cache.
    private final long[] filter;

    private final int filterShift;

    /// Literals by bucket: those of bucket b stand from `starts[b]` to `starts[b + 1]`.
    private final int[] starts;

    private final int bucketShift;
    private final long[] grams;
    private final int[] entries;

    /// @param ids of literals that are at least `width` units long
    GramIndex(LiteralTable literals, int[] ids, int width) {
        if (width > WIDEST) {
            throw new IllegalArgumentException("grams of " + width + " units do not fit a long");
        }
        this.width = width;
        this.mask = -1L >>> (Long.SIZE - width * Character.SIZE);
        int count = ids.length;
        int filterLog = Math.max(SMALLEST_FILTER_LOG, log2(count * FILTER_BITS_PER_LITERAL));
        this.filter = new long[1 << (filterLog - 6)];
        this.filterShift = 64 - filterLog;
        int bucketLog = Math.max(4, log2(2 * count));
        this.bucketShift = 64 - bucketLog;
        this.starts = new int[(1 << bucketLog) + 1];
        this.grams = new long[count];
        this.entries = new int[count * ENTRY];
        int[] ends = new int[count];
        this.texts = texts(literals, ids, ends);
        fill(ids, ends, chooseOffsets(ends));
    }

    private static int log2(int number) {
        return 32 - Integer.numberOfLeadingZeros(number);
    }

    private static byte[] texts(LiteralTable literals, int[] ids, int[] ends) {
        int size = 0;
        for (int i = 0; i < ids.length; i++) {
            size += 2 * literals.length(ids[i]);
            ends[i] = size;
        }
        var texts = new byte[size + Long.BYTES];
        int next = 0;
        for (int id : ids) {
            for (int at = literals.starts()[id]; at < literals.starts()[id + 1]; at++) {
                LittleEndian.put16(texts, next, literals.units()[at]);
                next += 2;
            }
        }
        return texts;
    }

    /// For each literal where its rarest gram lies in [#texts], the first of equals.
    private int[] chooseOffsets(int[] ends) {
        int[] uses = new int[1 << log2(ends.length * 16)];
        int shift = 64 - log2(uses.length - 1);
        int start = 0;
        for (int end : ends) {
            for (int at = start; at + 2 * width <= end; at += 2) {
                uses[hash(gram(texts, at), shift)]++;
            }
            start = end;
        }
        int[] chosen = new int[ends.length];
        start = 0;
        for (int i = 0; i < ends.length; i++) {
            int fewest = Integer.MAX_VALUE;
            for (int at = start; at + 2 * width <= ends[i]; at += 2) {
                int use = uses[hash(gram(texts, at), shift)];
                if (use < fewest) {
                    fewest = use;
                    chosen[i] = at;
                }
            }
            start = ends[i];
        }
        return chosen;
    }

    private void fill(int[] ids, int[] ends, int[] chosen) {
        int[] next = new int[starts.length];
        for (int at : chosen) {
            next[bucket(gram(texts, at)) + 1]++;
        }
        for (int b = 1; b < next.length; b++) {
            next[b] += next[b - 1];
        }
        System.arraycopy(next, 0, starts, 0, starts.length);
        int start = 0;
        for (int i = 0; i < ids.length; i++) {
            long gram = gram(texts, chosen[i]);
            int position = next[bucket(gram)]++;
            grams[position] = gram;
            entries[position * ENTRY] = ids[i];
            entries[position * ENTRY + 1] = chosen[i] - start;
            entries[position * ENTRY + 2] = start;
            entries[position * ENTRY + 3] = ends[i] - start;
            start = ends[i];
            int bit = hash(gram, filterShift);
            filter[bit >>> 6] |= 1L << bit;
        }
    }

    private static int hash(long gram, int shift) {
        return (int) ((gram * MIX) >>> shift);
    }

    private int bucket(long gram) {
        return hash(gram, bucketShift);
    }

    private long gram(byte[] bytes, int at) {
        return LittleEndian.i64(bytes, at) & mask;
    }

    void scan(FoldedValue value, Hits hits) {
        byte[] bytes = value.bytes();
        int end = FoldedValue.place(value.units() - width);
        for (int at = FoldedValue.place(0); at <= end; at += 2) {
            long gram = gram(bytes, at);
            int bit = hash(gram, filterShift);
            if (((filter[bit >>> 6] >>> bit) & 1) != 0) {
                probe(gram, value, at, hits);
            }
        }
    }

    private void probe(long gram, FoldedValue value, int at, Hits hits) {
        int bucket = bucket(gram);
        for (int i = starts[bucket]; i < starts[bucket + 1]; i++) {
            if (grams[i] == gram && lies(i * ENTRY, value, at)) {
                hits.add(entries[i * ENTRY]);
            }
        }
    }

    /// Whether the literal of an entry lies in the value where its gram does.
    private boolean lies(int entry, FoldedValue value, int at) {
        int from = at - entries[entry + 1];
        int size = entries[entry + 3];
        return from >= FoldedValue.place(0)
                && from + size <= FoldedValue.place(value.units())
                && areEqual(value.bytes(), from, texts, entries[entry + 2], size);
    }

    /// Both have eight bytes of room behind what is compared.
    private static boolean areEqual(byte[] a, int atA, byte[] b, int atB, int size) {
        int done = 0;
        for (; done + Long.BYTES <= size; done += Long.BYTES) {
            if (LittleEndian.i64(a, atA + done) != LittleEndian.i64(b, atB + done)) {
                return false;
            }
        }
        long differing = LittleEndian.i64(a, atA + done) ^ LittleEndian.i64(b, atB + done);
        return done == size || differing << (Long.SIZE - Byte.SIZE * (size - done)) == 0;
    }
}
