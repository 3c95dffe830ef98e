package io.ashiato.sigma.match;

import java.util.Arrays;

/// The literals that indexes find in one value, perhaps more than once.
final class Hits {
    private static final int[] NONE = {};

    private int[] literals = new int[64];
    private int count;

    void clear() {
        count = 0;
    }

    void add(int literal) {
        if (count == literals.length) {
            literals = Arrays.copyOf(literals, 2 * count);
        }
        literals[count++] = literal;
    }

    /// Each literal once, in ascending order.
    int[] distinct() {
        if (count == 0) {
            return NONE;
        }
        Arrays.sort(literals, 0, count);
        int kept = 1;
        for (int i = 1; i < count; i++) {
            if (literals[i] != literals[kept - 1]) {
                literals[kept++] = literals[i];
            }
        }
        return Arrays.copyOf(literals, kept);
    }
}
