package io.ashiato.intel.attribution.training;

import io.ashiato.intel.attribution.Feature;
import io.ashiato.intel.attribution.RankingWeights;
import java.util.List;
import java.util.function.Predicate;

/// Fits the ranking: the weights under which the accepted actors of the cases are most probable among all known ones
/// (McFadden's conditional logit, one weight for each feature), held small by a Gaussian prior.
final class ConditionalLogit {
    /// Cases with planted evidence teach caution, but most intruders plant nothing.
    private static final double PLANTED_WEIGHT = 0.3;
    /// Strength of the prior on weights of features scaled to a spread of one, in cases.
    private static final double PRIOR = 1;

    private static final double TOLERANCE = 1e-6;

    private final List<PreparedCase> cases;
    private final int[] used;
    private final double[] scale;

    private ConditionalLogit(List<PreparedCase> cases, Predicate<Feature> features) {
        this.cases = cases.stream().filter(each -> each.right().length > 0).toList();
        this.used = java.util.Arrays.stream(Feature.values())
                .filter(features)
                .mapToInt(Feature::ordinal)
                .toArray();
        this.scale = new double[used.length];
        spread();
    }

    /// Fits both rankings to those of the cases that have a right answer.
    static RankingWeights fit(List<PreparedCase> cases) {
        return new RankingWeights(
                new ConditionalLogit(cases, feature -> true).fit(),
                new ConditionalLogit(cases, RankingWeights::byTechniquesAlone).fit());
    }

    private double[] fit() {
        double[] scaled = Lbfgs.minimise(this::loss, new double[used.length], TOLERANCE);
        var weights = new double[Feature.values().length];
        for (int i = 0; i < used.length; i++) {
            weights[used[i]] = scaled[i] / scale[i];
        }
        return weights;
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

    private double loss(double[] scaled, double[] gradient) {
        var weights = new double[used.length];
        double loss = 0;
        for (int i = 0; i < used.length; i++) {
            weights[i] = scaled[i] / scale[i];
            loss += PRIOR / 2 * scaled[i] * scaled[i];
            gradient[i] = 0;
        }
        for (PreparedCase each : cases) {
            loss += loss(each, weights, gradient);
        }
        for (int i = 0; i < used.length; i++) {
            gradient[i] = gradient[i] / scale[i] + PRIOR * scaled[i];
        }
        return loss;
    }

    /// Minus the logarithm of the probability that one of the right actors has; adds its slope to the gradient.
    private double loss(PreparedCase each, double[] weights, double[] gradient) {
        double[][] features = each.comparison().features();
        var scores = new double[features.length];
        for (int actor = 0; actor < scores.length; actor++) {
            double[] values = features[actor];
            double score = 0;
            for (int i = 0; i < used.length; i++) {
                score += weights[i] * values[used[i]];
            }
            scores[actor] = score;
        }
        double[] probabilities = RankingWeights.softmax(scores);
        double right = 1e-300; // an actor who is out of the question leaves the logarithm finite
        for (int actor : each.right()) {
            right += probabilities[actor];
        }
        double weight = each.hasPlantedEvidence() ? PLANTED_WEIGHT : 1;
        for (int actor = 0; actor < scores.length; actor++) {
            double share = weight * probabilities[actor];
            for (int i = 0; i < used.length; i++) {
                gradient[i] += share * features[actor][used[i]];
            }
        }
        for (int actor : each.right()) {
            double share = weight * probabilities[actor] / right;
            for (int i = 0; i < used.length; i++) {
                gradient[i] -= share * features[actor][used[i]];
            }
        }
        return -weight * Math.log(right);
    }
}
