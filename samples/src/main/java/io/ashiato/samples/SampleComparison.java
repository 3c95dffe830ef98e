package io.ashiato.samples;

import io.ashiato.samples.FunctionMatching.Pair;
import java.util.List;
import java.util.stream.IntStream;

/// Compares programs.
public final class SampleComparison {
    private SampleComparison() {}

    /// @param rarity the same for all comparisons whose scores are to be compared
    public static Likeness compare(SampleFeatures a, SampleFeatures b, Rarity rarity) {
        int[] ownA = own(a, rarity);
        int[] ownB = own(b, rarity);
        List<Pair> pairs = FunctionMatching.match(a.functions(), ownA, b.functions(), ownB);
        double functions = functions(a, ownA, b, ownB, pairs, rarity);
        Overlap strings = Overlap.of(a.strings(), b.strings(), rarity);
        Overlap constants = Overlap.of(a.constants(), b.constants(), rarity);
        Overlap imports = Overlap.of(a.imports(), b.imports(), rarity);
        double score = (functions + strings.likeness() + constants.likeness() + imports.likeness()) / 4;
        return new Likeness(
                score,
                functions,
                strings.likeness(),
                constants.likeness(),
                imports.likeness(),
                ownA.length,
                ownB.length,
                pairs.size(),
                strings.shared(),
                imports.shared(),
                constants.shared(),
                Verdict.NOTHING_TELLING);
    }

    private static int[] own(SampleFeatures program, Rarity rarity) {
        return IntStream.range(0, program.functions().size())
                .filter(place -> {
                    FunctionPrint function = program.functions().get(place);
                    return function.size() >= FunctionMatching.MIN_SIZE && !rarity.isCommon(function.exact());
                })
                .toArray();
    }

    private static double functions(
            SampleFeatures a, int[] ownA, SampleFeatures b, int[] ownB, List<Pair> pairs, Rarity rarity) {
        double same = 0;
        for (Pair pair : pairs) {
            same += Math.min(
                    weight(a.functions().get(pair.left()), rarity),
                    weight(b.functions().get(pair.right()), rarity));
        }
        double all = Math.sqrt(weight(a, ownA, rarity) * weight(b, ownB, rarity));
        return all == 0 ? 0 : Math.min(1, same / all);
    }

    private static double weight(SampleFeatures program, int[] places, Rarity rarity) {
        return IntStream.of(places)
                .mapToDouble(place -> weight(program.functions().get(place), rarity))
                .sum();
    }

    /// Large functions count more, but not by their size: a program is not one loop.
    private static double weight(FunctionPrint function, Rarity rarity) {
        return rarity.weight(function.exact()) * Math.log(1 + function.size());
    }

    /// What two sets have in common.
    ///
    /// @param likeness cosine of the sets with each element weighed by its rarity
    /// @param shared elements that both have and common code has not
    private record Overlap(double likeness, int shared) {
        static Overlap of(Hashes a, Hashes b, Rarity rarity) {
            double[] common = {0};
            int[] shared = {0};
            a.forEachShared(b, hash -> {
                double weight = rarity.weight(hash);
                common[0] += weight * weight;
                shared[0] += rarity.isCommon(hash) ? 0 : 1;
            });
            double all = Math.sqrt(squares(a, rarity) * squares(b, rarity));
            return new Overlap(all == 0 ? 0 : common[0] / all, shared[0]);
        }

        private static double squares(Hashes hashes, Rarity rarity) {
            double[] sum = {0};
            hashes.forEach(hash -> {
                double weight = rarity.weight(hash);
                sum[0] += weight * weight;
            });
            return sum[0];
        }
    }
}
