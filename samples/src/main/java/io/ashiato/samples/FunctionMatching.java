package io.ashiato.samples;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/// Which function of one program is which of the other: one to one, the most alike first.
///
/// How alike two functions are is a logistic model of what their prints have in common. Its weights were fitted on the
/// functions of half of the families in the reference corpus, where names tell the truth, and hold for the other half:
/// at the threshold, 1 in 1,300 pairs of different functions passes there as here. See docs/comparing-programs.md.
final class FunctionMatching {
    /// Functions of each program that are compared, the largest first: their pairs are all looked at.
    static final int MAX_COMPARED = 3000;

    /// Instructions of the smallest function that is compared: smaller ones are alike by chance.
    static final int MIN_SIZE = 8;

    private static final double BIAS = -6.4;
    private static final double SHAPE = 3.9;
    private static final double SENSE = 2.6;
    private static final double SENSE_OF_LARGE = 4.0;
    private static final double ANCHORS = 2.6;
    private static final double NO_COMMON_ANCHOR = -2.3;
    private static final double ANCHORS_IN_ONE = -1.3;
    private static final double SIZE = 1.7;

    /// Instructions from which on a function counts as large.
    private static final double LARGE = 50;

    /// Log odds from which on two functions are taken for the same.
    private static final double SAME = 1.0;

    /// The same for two functions that are called by functions that are the same.
    private static final double SAME_CALLED = -1.5;

    /// Equal code is the same, however little there is of it.
    private static final double EXACT = 10;

    /// Functions of the other program that each function may still be. Crafted programs are alike everywhere.
    private static final int MAX_CANDIDATES = 16;

    private final List<FunctionPrint> left;
    private final List<FunctionPrint> right;
    private final List<Pair> pairs = new ArrayList<>();
    private final boolean[] leftTaken;
    private final boolean[] rightTaken;

    private static final Comparator<Pair> MOST_ALIKE_FIRST = Comparator.comparingDouble(Pair::odds)
            .reversed()
            .thenComparingInt(Pair::left)
            .thenComparingInt(Pair::right);

    /// @param left place in the first program's list of functions
    /// @param right place in the second program's list
    /// @param odds log odds that they are the same
    record Pair(int left, int right, double odds) {}

    private FunctionMatching(List<FunctionPrint> left, List<FunctionPrint> right) {
        this.left = left;
        this.right = right;
        this.leftTaken = new boolean[left.size()];
        this.rightTaken = new boolean[right.size()];
    }

    /// @param leftOwn places of the functions of `left` that may be matched
    /// @param rightOwn the same of `right`
    static List<Pair> match(List<FunctionPrint> left, int[] leftOwn, List<FunctionPrint> right, int[] rightOwn) {
        var matching = new FunctionMatching(left, right);
        Arrays.fill(matching.leftTaken, true);
        Arrays.fill(matching.rightTaken, true);
        int[] fromLeft = largest(left, leftOwn);
        int[] fromRight = largest(right, rightOwn);
        for (int place : fromLeft) {
            matching.leftTaken[place] = false;
        }
        for (int place : fromRight) {
            matching.rightTaken[place] = false;
        }
        matching.takeExact(fromLeft, fromRight);
        matching.takeAlike(fromLeft, fromRight);
        matching.takeCalled();
        return matching.pairs;
    }

    private static int[] largest(List<FunctionPrint> functions, int[] places) {
        return Arrays.stream(places)
                .boxed()
                .sorted(Comparator.comparingInt(
                        (Integer place) -> -functions.get(place).size()))
                .limit(MAX_COMPARED)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /// Equal code, in the order of the programs where there is more than one of it.
    private void takeExact(int[] fromLeft, int[] fromRight) {
        var places = new HashMap<Long, ArrayDeque<Integer>>();
        for (int j : fromRight) {
            places.computeIfAbsent(right.get(j).exact(), hash -> new ArrayDeque<>())
                    .add(j);
        }
        for (int i : fromLeft) {
            ArrayDeque<Integer> equal = places.get(left.get(i).exact());
            if (equal != null && !equal.isEmpty()) {
                take(new Pair(i, equal.poll(), EXACT));
            }
        }
    }

    private void takeAlike(int[] fromLeft, int[] fromRight) {
        var candidates = new ArrayList<Pair>();
        for (int i : fromLeft) {
            if (leftTaken[i]) {
                continue;
            }
            var ofOne = new ArrayList<Pair>();
            for (int j : fromRight) {
                double odds = rightTaken[j] ? Double.NEGATIVE_INFINITY : odds(left.get(i), right.get(j));
                if (odds >= SAME) {
                    ofOne.add(new Pair(i, j, odds));
                }
            }
            ofOne.sort(MOST_ALIKE_FIRST);
            candidates.addAll(ofOne.subList(0, Math.min(MAX_CANDIDATES, ofOne.size())));
        }
        candidates.sort(MOST_ALIKE_FIRST);
        candidates.forEach(this::take);
    }

    private void take(Pair pair) {
        if (!leftTaken[pair.left] && !rightTaken[pair.right]) {
            leftTaken[pair.left] = true;
            rightTaken[pair.right] = true;
            pairs.add(pair);
        }
    }

    /// Callees of the same function are the same on less evidence. New pairs bring their own callees along.
    private void takeCalled() {
        for (int next = 0; next < pairs.size(); next++) {
            Pair caller = pairs.get(next);
            for (int i : left.get(caller.left).calls()) {
                if (leftTaken[i]) {
                    continue;
                }
                Pair best = null;
                for (int j : right.get(caller.right).calls()) {
                    double odds = rightTaken[j] ? Double.NEGATIVE_INFINITY : odds(left.get(i), right.get(j));
                    if (odds >= SAME_CALLED && (best == null || odds > best.odds)) {
                        best = new Pair(i, j, odds);
                    }
                }
                if (best != null) {
                    take(best);
                }
            }
        }
    }

    private static double odds(FunctionPrint a, FunctionPrint b) {
        int less = Math.min(a.size(), b.size());
        double odds = BIAS + SIZE * less / Math.max(a.size(), b.size());
        odds += (SENSE + SENSE_OF_LARGE * Math.min(1, less / LARGE)) * a.sense().similarity(b.sense());
        if (odds + SHAPE + ANCHORS < SAME_CALLED) {
            return odds; // most pairs: nothing else could make them the same
        }
        return odds + SHAPE * a.shape().similarity(b.shape()) + anchors(a.anchors(), b.anchors());
    }

    private static double anchors(Hashes a, Hashes b) {
        if (a.size() == 0 || b.size() == 0) {
            return a.size() == b.size() ? 0 : ANCHORS_IN_ONE;
        }
        int[] shared = {0};
        a.forEachShared(b, hash -> shared[0]++);
        return shared[0] == 0 ? NO_COMMON_ANCHOR : ANCHORS * shared[0] / (a.size() + b.size() - shared[0]);
    }
}
