package io.ashiato.intel.attribution;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/// The weights of the ranking: the score of an actor is their sum with the values of his features, and the
/// probabilities are the softmax of the scores (a conditional logit).
///
/// @param all one weight for each `Feature`, in the order of the constants
/// @param techniquesOnly the same, 0 for all but `TECHNIQUE_FEATURES`: a second opinion that software and
/// victims cannot sway
@SuppressWarnings("ArrayRecordComponent") // never compared; lists would double the memory
public record RankingWeights(double[] all, double[] techniquesOnly) {
    /// For each feature: does the second ranking use it?
    private static final boolean[] TECHNIQUE_FEATURES = techniqueFeatures();

    public RankingWeights {
        all = all.clone();
        techniquesOnly = techniquesOnly.clone();
    }

    /// Does the ranking by techniques alone use that feature?
    public static boolean byTechniquesAlone(Feature feature) {
        return TECHNIQUE_FEATURES[feature.place()];
    }

    /// Scores of actors.
    static double[] scores(double[] weights, double[][] features) {
        var scores = new double[features.length];
        for (int actor = 0; actor < scores.length; actor++) {
            for (int i = 0; i < weights.length; i++) {
                scores[actor] += weights[i] * features[actor][i];
            }
        }
        return scores;
    }

    /// Scores as probabilities.
    public static double[] softmax(double[] scores) {
        double most = Arrays.stream(scores).max().orElse(0);
        double sum = 0;
        var probabilities = new double[scores.length];
        for (int i = 0; i < scores.length; i++) {
            probabilities[i] = Math.exp(scores[i] - most);
            sum += probabilities[i];
        }
        for (int i = 0; i < scores.length; i++) {
            probabilities[i] /= sum;
        }
        return probabilities;
    }

    private static boolean[] techniqueFeatures() {
        Set<Feature> lookAtSoftware = EnumSet.of(Feature.UNEXPLAINED_COSINE, Feature.NEAREST_REPORT_WITH_MALWARE);
        Feature[] features = Feature.values();
        var used = new boolean[features.length];
        for (Feature feature : features) {
            used[feature.place()] = feature == Feature.KNOWN_RELATIONS
                    || (feature.kind() == EvidenceKind.TECHNIQUES && !lookAtSoftware.contains(feature));
        }
        return used;
    }
}
