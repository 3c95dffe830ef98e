package io.ashiato.intel.attribution;

import java.util.List;

/// A probability as a sum of small regression trees on the scale of log-odds.
///
/// @param bias log-odds before any tree
/// @param trees added to it
public record BoostedTrees(double bias, List<Node> trees) {
    public BoostedTrees {
        trees = List.copyOf(trees);
    }

    /// A tree or a part of one.
    public sealed interface Node {}

    /// Values of that feature up to the threshold go left, greater ones right.
    ///
    /// @param feature its place
    public record Split(int feature, double threshold, Node left, Node right) implements Node {}

    /// What the tree adds for those that come here.
    public record Leaf(double value) implements Node {}

    /// The probability for those values of the features.
    public double probability(double[] features) {
        double sum = bias;
        for (Node tree : trees) {
            sum += value(tree, features);
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /// What one tree adds for those values.
    public static double value(Node tree, double[] features) {
        Node node = tree;
        while (node instanceof Split split) {
            node = features[split.feature()] <= split.threshold() ? split.left() : split.right();
        }
        return ((Leaf) node).value();
    }
}
