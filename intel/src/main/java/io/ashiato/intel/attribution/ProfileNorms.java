package io.ashiato.intel.attribution;

import java.util.List;

/// Lengths of the weighted vectors by which the actors of a view are compared, in the order of its profiles.
///
/// @param own of the actor's own techniques
/// @param profile of the techniques with those of his software
/// @param parents of the techniques without their sub-techniques
/// @param reports of each report
@SuppressWarnings("ArrayRecordComponent") // never compared; lists would double the memory
record ProfileNorms(double[] own, double[] profile, double[] parents, double[][] reports) {
    static ProfileNorms of(List<ActorProfile> profiles, Rarity rarity) {
        int count = profiles.size();
        var norms = new ProfileNorms(new double[count], new double[count], new double[count], new double[count][]);
        for (int i = 0; i < count; i++) {
            ActorProfile profile = profiles.get(i);
            norms.own[i] = orOne(length(profile.own().techniques(), rarity.technique()));
            norms.parents[i] = orOne(length(profile.parents(), rarity.parent()));
            double sum = 0;
            for (int t = 0; t < profile.techniques().length; t++) {
                double value = profile.weights()[t] * rarity.technique()[profile.techniques()[t]];
                sum += value * value;
            }
            norms.profile[i] = orOne(Math.sqrt(sum));
            norms.reports[i] = profile.reports().stream()
                    .mapToDouble(report -> length(report.techniques(), rarity.technique()))
                    .toArray();
        }
        return norms;
    }

    /// So that nothing is divided by the length of an empty vector.
    static double orOne(double length) {
        return length == 0 ? 1 : length;
    }

    private static double length(int[] places, double[] weight) {
        double sum = 0;
        for (int place : places) {
            sum += weight[place] * weight[place];
        }
        return Math.sqrt(sum);
    }
}
