package io.ashiato.intel.attribution.training;

import io.ashiato.intel.attribution.Feature;
import io.ashiato.intel.attribution.RankingWeights;
import java.util.List;
import java.util.function.Predicate;

/// Fits the ranking: the weights under which the accepted actors of the cases are most probable among all
/// known ones (McFadden's conditional logit, one weight for each feature), held small by a Gaussian prior.
final class ConditionalLogit {
    /// Cases with planted evidence teach caution, but most intruders plant nothing.
    private static final double PLANTED_WEIGHT = 0.3;
    /// Strength of the prior on weights of features scaled to a spread of one, in cases.
    private static final double PRIOR = 1;

    private static final double TOLERANCE = 1e-5;
    /// Keeps the logarithm finite for an actor who is out of the question.
    private static final double POSSIBLE = 1e-300;

    private final List<PreparedCase> cases;
    private final int[] used;
    private final double[] scale;
    /// For each case its used features, in units of their spread, of one actor after the other: one block of
    /// memory, since the loss runs through all of it some hundred times.
    private final double[][] scaled;

    private ConditionalLogit(List<PreparedCase> cases, Predicate<Feature> features) {
        this.cases = cases.stream().filter(each -> each.right().length > 0).toList();
        this.used = java.util.Arrays.stream(Feature.values())
                .filter(features)
                .mapToInt(Feature::place)
                .toArray();
        this.scale = new double[used.length];
        spread();
        this.scaled = this.cases.stream().map(this::scaled).toArray(double[][]::new);
    }

    /// Fits both rankings to those of the cases that have a right answer.
    ///
    /// @param start weights that are near, which saves steps; where they come from makes no difference that
    ///     matters
    static RankingWeights fit(List<PreparedCase> cases, RankingWeights start) {
        return new RankingWeights(
                new ConditionalLogit(cases, feature -> true).fit(start.all()),
                new ConditionalLogit(cases, RankingWeights::byTechniquesAlone).fit(start.techniquesOnly()));
    }

    /// The same, from nothing.
    static RankingWeights fit(List<PreparedCase> cases) {
        var zero = new double[Feature.values().length];
        return fit(cases, new RankingWeights(zero, zero));
    }

    private double[] fit(double[] start) {
        var near = new double[used.length];
        for (int i = 0; i < used.length; i++) {
            near[i] = start[used[i]] * scale[i];
        }
        double[] fitted = Lbfgs.minimise(this::loss, near, TOLERANCE);
        var weights = new double[Feature.values().length];
        for (int i = 0; i < used.length; i++) {
            weights[used[i]] = fitted[i] / scale[i];
        }
        return weights;
    }

    private double[] scaled(PreparedCase each) {
        double[][] features = each.comparison().features();
        var packed = new double[features.length * used.length];
        for (int actor = 0; actor < features.length; actor++) {
            for (int i = 0; i < used.length; i++) {
                packed[actor * used.length + i] = features[actor][used[i]] / scale[i];
            }
        }
        return packed;
    }

    /// The spread of each feature over all actors of all cases; 1 where it has none.
    private void spread() {
        var sum = new double[used.length];
        var squares = new double[used.length];
        double count = 0;
        for (PreparedCase each : cases) {
            for (double[] actor : each.comparison().features()) {
                for (int i = 0; i < used.length; i++) {
                    sum[i] += actor[used[i]];
                    squares[i] += actor[used[i]] * actor[used[i]];
                }
            }
            count += each.comparison().features().length;
        }
        for (int i = 0; i < used.length; i++) {
            double variance = count == 0 ? 0 : squares[i] / count - sum[i] / count * (sum[i] / count);
            scale[i] = variance > 0 ? Math.sqrt(variance) : 1;
        }
    }

    private double loss(double[] weights, double[] gradient) {
        double loss = 0;
        for (int i = 0; i < used.length; i++) {
            loss += PRIOR / 2 * weights[i] * weights[i];
            gradient[i] = PRIOR * weights[i];
        }
        for (int i = 0; i < cases.size(); i++) {
            loss += loss(cases.get(i), scaled[i], weights, gradient);
        }
        return loss;
    }

    /// Minus the logarithm of the probability that one of the right actors has; adds its slope to the gradient.
    ///
    /// @param features of one actor after the other
    private static double loss(PreparedCase each, double[] features, double[] weights, double[] gradient) {
        int width = weights.length;
        var scores = new double[features.length / width];
        for (int actor = 0; actor < scores.length; actor++) {
            double score = 0;
            for (int i = 0; i < width; i++) {
                score += weights[i] * features[actor * width + i];
            }
            scores[actor] = score;
        }
        double[] probabilities = RankingWeights.softmax(scores);
        double right = POSSIBLE;
        for (int actor : each.right()) {
            right += probabilities[actor];
        }
        double weight = each.hasPlantedEvidence() ? PLANTED_WEIGHT : 1;
        for (int actor = 0; actor < scores.length; actor++) {
            add(weight * probabilities[actor], features, actor * width, gradient);
        }
        for (int actor : each.right()) {
            add(-weight * probabilities[actor] / right, features, actor * width, gradient);
        }
        return -weight * Math.log(right);
    }

    private static void add(double share, double[] features, int from, double[] gradient) {
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] += share * features[from + i];
        }
    }
}
