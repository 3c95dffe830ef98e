package io.ashiato.intel.attribution.training;

import io.ashiato.intel.attribution.BehaviourWeights;
import io.ashiato.intel.attribution.BoostedTrees;
import io.ashiato.intel.attribution.RankingWeights;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Fits a behaviour model. Its naming models learn from rankings of cases that the ranker was not fitted to:
/// inside, the cases are divided into folds once more.
public final class BehaviourTrainer {
    private static final int FOLDS = 5;
    /// The probability from which on a name is given. Fixed beforehand, at what the benchmark's reference
    /// method names at, and not fitted: of 600 cases a few confident errors decide which threshold looks
    /// best, so that one chosen by inner cross-validation lies anywhere from 0.81 to 0.98.
    private static final double NAME_AT = 0.93;

    private final List<PreparedCase> cases;
    private final int[] folds;

    private BehaviourTrainer(List<PreparedCase> cases) {
        this.cases = cases;
        this.folds = Folds.of(cases, FOLDS);
    }

    /// Fits all weights to these cases.
    public static BehaviourWeights fit(List<PreparedCase> cases) {
        return new BehaviourTrainer(cases).fit();
    }

    private BehaviourWeights fit() {
        RankingWeights whole = ConditionalLogit.fit(cases);
        List<RankingWeights> rankers = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            rankers.add(ConditionalLogit.fit(without(fold), whole));
        }
        List<Example> examples = IntStream.range(0, cases.size())
                .mapToObj(i -> Example.of(cases.get(i), rankers.get(folds[i])))
                .toList();
        return naming(examples, whole);
    }

    /// Two models of the leader: is he right, learned where nothing was planted, and was he planted?
    private static BehaviourWeights naming(List<Example> examples, RankingWeights ranking) {
        List<Example> honest =
                examples.stream().filter(each -> !each.hasPlanted).toList();
        return new BehaviourWeights(
                ranking,
                boosted(honest, honest.stream().map(each -> each.right).toList()),
                boosted(examples, examples.stream().map(each -> each.planted).toList()),
                NAME_AT);
    }

    private static BoostedTrees boosted(List<Example> examples, List<Boolean> answers) {
        var yes = new boolean[answers.size()];
        for (int i = 0; i < yes.length; i++) {
            yes[i] = answers.get(i);
        }
        return TreeBoosting.fit(examples.stream().map(each -> each.features).toArray(double[][]::new), yes);
    }

    private List<PreparedCase> without(int fold) {
        return IntStream.range(0, cases.size())
                .filter(i -> folds[i] != fold)
                .mapToObj(cases::get)
                .toList();
    }

    /// What the naming models learn from one case.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Example(double[] features, boolean right, boolean planted, boolean hasPlanted) {
        static Example of(PreparedCase each, RankingWeights ranker) {
            int first = each.comparison().first(ranker);
            return new Example(
                    each.comparison().namingFeatures(ranker),
                    each.isRight(first),
                    each.planted() == first,
                    each.hasPlantedEvidence());
        }
    }
}
