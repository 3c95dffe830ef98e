package io.ashiato.samples;

import io.ashiato.samples.FunctionMatching.Pair;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Compares programs, all against the same rarity.
public final class SampleComparison {
    private final Rarity rarity;

    /// @param rarity scores under different rarities are not to be compared with each other
    public SampleComparison(Rarity rarity) {
        this.rarity = rarity;
    }

    /// For one comparison. For many, prepare each program once.
    public static Likeness compare(SampleFeatures a, SampleFeatures b, Rarity rarity) {
        var comparison = new SampleComparison(rarity);
        return comparison.compare(comparison.prepare(a), comparison.prepare(b));
    }

    /// A program with what the rarity says of it.
    public static final class Prepared {
        private final SampleFeatures features;
        private final int[] own;
        private final double[] weights; // of the functions, by place in the program's list
        private final double ownWeight;
        private final double strings;
        private final double constants;
        private final double imports;

        private Prepared(SampleFeatures features, Rarity rarity) {
            this.features = features;
            List<FunctionPrint> functions = features.functions();
            this.weights = functions.stream()
                    .mapToDouble(function -> weight(function, rarity))
                    .toArray();
            this.own = IntStream.range(0, functions.size())
                    .filter(place -> functions.get(place).size() >= FunctionMatching.MIN_SIZE)
                    .filter(place -> !rarity.isCommon(functions.get(place).exact()))
                    .toArray();
            this.ownWeight =
                    IntStream.of(own).mapToDouble(place -> weights[place]).sum();
            this.strings = Overlap.squares(features.strings(), rarity);
            this.constants = Overlap.squares(features.constants(), rarity);
            this.imports = Overlap.squares(features.imports(), rarity);
        }

        /// Large functions count more, but not by their size: a program is not one loop.
        private static double weight(FunctionPrint function, Rarity rarity) {
            return rarity.weight(function.exact()) * Math.log(1.0 + function.size());
        }

        /// How many functions are its own.
        public int ownFunctions() {
            return own.length;
        }
    }

    public Prepared prepare(SampleFeatures features) {
        return new Prepared(features, rarity);
    }

    /// @param a prepared by this comparison
    /// @param b prepared by this comparison
    public Likeness compare(Prepared a, Prepared b) {
        List<Pair> pairs = FunctionMatching.match(a.features.functions(), a.own, b.features.functions(), b.own);
        double functions = functions(a, b, pairs);
        Overlap strings = overlap(a, b, SampleFeatures::strings, p -> p.strings);
        Overlap constants = overlap(a, b, SampleFeatures::constants, p -> p.constants);
        Overlap imports = overlap(a, b, SampleFeatures::imports, p -> p.imports);
        double score = (functions + strings.likeness() + constants.likeness() + imports.likeness()) / 4;
        return new Likeness(
                score,
                functions,
                strings.likeness(),
                constants.likeness(),
                imports.likeness(),
                a.own.length,
                b.own.length,
                pairs.size(),
                strings.shared(),
                imports.shared(),
                constants.shared(),
                Verdict.of(score, Math.max(a.own.length, b.own.length), pairs.size(), strings.shared()));
    }

    private static double functions(Prepared a, Prepared b, List<Pair> pairs) {
        double same = 0;
        for (Pair pair : pairs) {
            same += Math.min(a.weights[pair.left()], b.weights[pair.right()]);
        }
        return Overlap.share(same, a.ownWeight, b.ownWeight);
    }

    private interface Kind {
        Hashes of(SampleFeatures features);
    }

    private Overlap overlap(Prepared a, Prepared b, Kind kind, ToDoubleFunction<Prepared> squares) {
        return Overlap.of(
                kind.of(a.features), kind.of(b.features), squares.applyAsDouble(a), squares.applyAsDouble(b), rarity);
    }
}
