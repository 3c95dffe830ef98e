package io.ashiato.sigma.match;

import java.util.Arrays;

/// Many lists of numbers as two arrays, which are written and read at once.
///
/// @param starts where each list begins in `items`, and behind them where the last one ends
/// @param items of all lists, one after another
@SuppressWarnings("ArrayRecordComponent") // never compared
public record IntLists(int[] starts, int[] items) {
    /// @throws IllegalArgumentException if a list would lie outside of the items
    public IntLists {
        RuleTables.require(starts.length > 0 && starts[0] == 0 && starts[starts.length - 1] == items.length);
        for (int i = 1; i < starts.length; i++) {
            RuleTables.require(starts[i - 1] <= starts[i]);
        }
    }

    static IntLists of(int[][] lists) {
        int[] starts = new int[lists.length + 1];
        for (int i = 0; i < lists.length; i++) {
            starts[i + 1] = starts[i] + lists[i].length;
        }
        int[] items = new int[starts[lists.length]];
        for (int i = 0; i < lists.length; i++) {
            System.arraycopy(lists[i], 0, items, starts[i], lists[i].length);
        }
        return new IntLists(starts, items);
    }

    int count() {
        return starts.length - 1;
    }

    boolean isEmpty(int list) {
        return starts[list] == starts[list + 1];
    }

    int[] list(int list) {
        return Arrays.copyOfRange(items, starts[list], starts[list + 1]);
    }

    int[][] lists() {
        int[][] lists = new int[count()][];
        for (int i = 0; i < lists.length; i++) {
            lists[i] = isEmpty(i) ? CompiledRules.NONE : list(i);
        }
        return lists;
    }

    /// Whether there are so many lists, of numbers from 0 below `bound`.
    boolean are(int count, int bound) {
        return count() == count && RuleTables.areBelow(items, bound);
    }
}
