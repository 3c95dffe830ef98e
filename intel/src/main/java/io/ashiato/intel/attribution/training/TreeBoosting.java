package io.ashiato.intel.attribution.training;

import io.ashiato.intel.attribution.BoostedTrees;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Gradient boosting of regression trees for a yes-or-no question, by second-order steps on the logistic loss
/// (Friedman 2001; leaf values and gains as in Chen and Guestrin 2016). Each tree grows its best leaf first.
/// No randomness.
final class TreeBoosting {
    private static final int TREES = 120;
    private static final int LEAVES = 8;
    private static final double RATE = 0.05;
    /// Rows that a leaf needs: with fewer it would learn single reports.
    private static final int MIN_ROWS = 20;
    /// Pulls the values of leaves towards 0, in rows.
    private static final double SHRINKAGE = 1;

    private static final double MIN_GAIN = 1e-6;

    private final double[][] rows;
    private final boolean[] yes;
    private final double[] logOdds;
    private final double[] gradient;
    private final double[] curvature;

    private TreeBoosting(double[][] rows, boolean[] yes) {
        this.rows = rows;
        this.yes = yes;
        this.logOdds = new double[rows.length];
        this.gradient = new double[rows.length];
        this.curvature = new double[rows.length];
    }

    /// Fits the probability of yes.
    ///
    /// @param rows values of the features
    /// @param yes the answer for each row
    static BoostedTrees fit(double[][] rows, boolean[] yes) {
        return new TreeBoosting(rows, yes).fit();
    }

    private BoostedTrees fit() {
        double share = (IntStream.range(0, yes.length).filter(row -> yes[row]).count() + 1.0) / (yes.length + 2.0);
        double bias = Math.log(share / (1 - share));
        Arrays.fill(logOdds, bias);
        Region all = new Region(sortedRows());
        var trees = new ArrayList<BoostedTrees.Node>();
        for (int tree = 0; tree < TREES; tree++) {
            for (int row = 0; row < rows.length; row++) {
                double probability = 1 / (1 + Math.exp(-logOdds[row]));
                gradient[row] = probability - (yes[row] ? 1 : 0);
                curvature[row] = probability * (1 - probability);
            }
            BoostedTrees.Node grown = grow(all);
            for (int row = 0; row < rows.length; row++) {
                logOdds[row] += BoostedTrees.value(grown, rows[row]);
            }
            trees.add(grown);
        }
        return new BoostedTrees(bias, trees);
    }

    /// For each feature all rows, by rising value.
    private int[][] sortedRows() {
        int features = rows.length == 0 ? 0 : rows[0].length;
        var sorted = new int[features][];
        for (int feature = 0; feature < features; feature++) {
            int column = feature;
            sorted[feature] = IntStream.range(0, rows.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer row) -> rows[row][column]))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
        return sorted;
    }

    private BoostedTrees.Node grow(Region all) {
        List<Region> leaves = new ArrayList<>(List.of(new Region(all.sorted)));
        Region root = leaves.getFirst();
        root.findCut();
        while (leaves.size() < LEAVES) {
            Region best = leaves.stream()
                    .max(Comparator.comparingDouble(region -> region.gain))
                    .orElseThrow();
            if (best.gain < MIN_GAIN) {
                break;
            }
            best.split();
            leaves.remove(best);
            leaves.add(best.left());
            leaves.add(best.right());
        }
        return root.node();
    }

    /// The rows that come to one place of a tree.
    private final class Region {
        /// For each feature the rows by rising value.
        private final int[][] sorted;

        private double gradients;
        private double curvatures;
        private double gain;
        private int feature;
        private double threshold;
        private List<Region> parts = List.of();

        Region(int[][] sorted) {
            this.sorted = sorted;
            if (sorted.length > 0) {
                for (int row : sorted[0]) {
                    gradients += gradient[row];
                    curvatures += curvature[row];
                }
            }
        }

        Region left() {
            return parts.get(0);
        }

        Region right() {
            return parts.get(1);
        }

        /// Looks for the cut that lowers the loss most; the first of equals.
        void findCut() {
            for (int candidate = 0; candidate < sorted.length; candidate++) {
                int[] order = sorted[candidate];
                double leftGradients = 0;
                double leftCurvatures = 0;
                for (int i = 0; i + MIN_ROWS < order.length; i++) {
                    leftGradients += gradient[order[i]];
                    leftCurvatures += curvature[order[i]];
                    double here = rows[order[i]][candidate];
                    double next = rows[order[i + 1]][candidate];
                    if (i + 1 < MIN_ROWS || here == next) {
                        continue;
                    }
                    double gained = quality(leftGradients, leftCurvatures)
                            + quality(gradients - leftGradients, curvatures - leftCurvatures)
                            - quality(gradients, curvatures);
                    if (gained > gain) {
                        gain = gained;
                        feature = candidate;
                        threshold = here + (next - here) / 2;
                    }
                }
            }
        }

        void split() {
            var low = new int[sorted.length][];
            var high = new int[sorted.length][];
            for (int i = 0; i < sorted.length; i++) {
                low[i] = part(sorted[i], true);
                high[i] = part(sorted[i], false);
            }
            parts = List.of(new Region(low), new Region(high));
            parts.forEach(Region::findCut);
        }

        /// Those of the rows that go to one side, in their order.
        private int[] part(int[] order, boolean low) {
            var part = new int[order.length];
            int count = 0;
            for (int row : order) {
                part[count] = row; // overwritten by the next if it does not belong here
                count += (rows[row][feature] <= threshold) == low ? 1 : 0;
            }
            return Arrays.copyOf(part, count);
        }

        BoostedTrees.Node node() {
            if (parts.isEmpty()) {
                return new BoostedTrees.Leaf(-RATE * gradients / (curvatures + SHRINKAGE));
            }
            return new BoostedTrees.Split(feature, threshold, left().node(), right().node());
        }

        private double quality(double g, double h) {
            return g * g / (h + SHRINKAGE);
        }
    }
}
