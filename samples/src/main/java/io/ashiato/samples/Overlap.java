package io.ashiato.samples;

/// What two sets of hashes have in common.
///
/// @param likeness cosine of the sets, each element weighed by its rarity; little evidence counts for little
/// @param shared elements that both have and common code has not
record Overlap(double likeness, int shared) {
    /// Weight that each set is taken to have besides, shared with nobody: with two rare things in common out of two,
    /// programs are not yet the same.
    private static final double DOUBT = 2;

    /// @param squaresA sum of the squared weights of the first set
    /// @param squaresB the same of the second
    static Overlap of(Hashes a, Hashes b, double squaresA, double squaresB, Rarity rarity) {
        double[] common = {0};
        int[] shared = {0};
        a.forEachShared(b, hash -> {
            double weight = rarity.weight(hash);
            common[0] += weight * weight;
            shared[0] += rarity.isCommon(hash) ? 0 : 1;
        });
        return new Overlap(share(common[0], squaresA, squaresB), shared[0]);
    }

    /// @param common weight of what both have
    static double share(double common, double a, double b) {
        return Math.min(1, common / (Math.sqrt(a * b) + DOUBT));
    }

    static double squares(Hashes hashes, Rarity rarity) {
        double[] sum = {0};
        hashes.forEach(hash -> {
            double weight = rarity.weight(hash);
            sum[0] += weight * weight;
        });
        return sum[0];
    }
}
