package io.ashiato.sigma.match;

import java.util.Arrays;

/// Finds literals anywhere in a value: each is known by one of its grams, `width` units long, and is
/// compared only where that gram occurs.
///
/// The gram chosen is the one that fewest literals of the index have. That keeps the lists short, which
/// bounds what a crafted value can cost, and tends to avoid grams that are common in logs (`.exe`, `\win`).
final class GramIndex {
    private static final int WIDEST = 4;

    /// Bits of the filter for each literal: at 32, one position in some 30 passes by chance.
    private static final int FILTER_BITS_PER_LITERAL = 32;

    private static final int SMALLEST_FILTER_LOG = 10;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final int width;
    private final char[][] texts;
    private final int[] ids;
    /// Which hashes of grams occur: small enough to stay in the processor's cache.
    private final long[] filter;
    private final int filterShift;
    /// Literals by bucket: those of bucket b stand from `starts[b]` to `starts[b + 1]`.
    private final int[] starts;
    private final int bucketShift;
    private final int[] literals;
    private final long[] grams;
    private final int[] offsets;

    /// @param ids of literals that are at least `width` units long
    GramIndex(LiteralTable literals, int[] ids, int width) {
        if (width > WIDEST) {
            throw new IllegalArgumentException("grams of " + width + " units do not fit a long");
        }
        this.width = width;
        this.texts = literals.texts(ids);
        this.ids = ids;
        int count = this.texts.length;
        int filterLog = Math.max(SMALLEST_FILTER_LOG, log2(count * FILTER_BITS_PER_LITERAL));
        this.filter = new long[1 << (filterLog - 6)];
        this.filterShift = 64 - filterLog;
        int bucketLog = Math.max(4, log2(2 * count));
        this.bucketShift = 64 - bucketLog;
        this.starts = new int[(1 << bucketLog) + 1];
        this.literals = new int[count];
        this.grams = new long[count];
        this.offsets = new int[count];
        fill(chooseOffsets());
    }

    private static int log2(int number) {
        return 32 - Integer.numberOfLeadingZeros(number);
    }

    /// For each literal the position of its rarest gram, the first of equals.
    private int[] chooseOffsets() {
        int[] uses = new int[1 << log2(texts.length * 16)];
        int shift = 64 - log2(uses.length - 1);
        for (char[] text : texts) {
            for (int at = 0; at + width <= text.length; at++) {
                uses[hash(gram(text, at), shift)]++;
            }
        }
        int[] chosen = new int[texts.length];
        for (int i = 0; i < texts.length; i++) {
            int fewest = Integer.MAX_VALUE;
            for (int at = 0; at + width <= texts[i].length; at++) {
                int use = uses[hash(gram(texts[i], at), shift)];
                if (use < fewest) {
                    fewest = use;
                    chosen[i] = at;
                }
            }
        }
        return chosen;
    }

    private void fill(int[] chosen) {
        int[] next = new int[starts.length];
        for (int i = 0; i < texts.length; i++) {
            next[bucket(gram(texts[i], chosen[i])) + 1]++;
        }
        for (int b = 1; b < next.length; b++) {
            next[b] += next[b - 1];
        }
        System.arraycopy(next, 0, starts, 0, starts.length);
        for (int i = 0; i < texts.length; i++) {
            long gram = gram(texts[i], chosen[i]);
            int position = next[bucket(gram)]++;
            literals[position] = i;
            grams[position] = gram;
            offsets[position] = chosen[i];
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

    private long gram(char[] text, int at) {
        long gram = 0;
        for (int i = 0; i < width; i++) {
            gram = (gram << 16) | text[at + i];
        }
        return gram;
    }

    void scan(char[] value, Hits hits) {
        if (value.length < width) {
            return;
        }
        long mask = width == WIDEST ? -1L : (1L << (16 * width)) - 1;
        long gram = gram(value, 0);
        int last = value.length - width;
        for (int at = 0; ; at++) {
            int bit = hash(gram, filterShift);
            if (((filter[bit >>> 6] >>> bit) & 1) != 0) {
                probe(gram, value, at, hits);
            }
            if (at == last) {
                return;
            }
            gram = ((gram << 16) | value[at + width]) & mask;
        }
    }

    private void probe(long gram, char[] value, int at, Hits hits) {
        int bucket = bucket(gram);
        for (int i = starts[bucket]; i < starts[bucket + 1]; i++) {
            int from = at - offsets[i];
            char[] text = texts[literals[i]];
            if (grams[i] == gram
                    && from >= 0
                    && from + text.length <= value.length
                    && Arrays.equals(value, from, from + text.length, text, 0, text.length)) {
                hits.add(ids[literals[i]]);
            }
        }
    }
}
