package io.ashiato.intel.attribution.training;

import io.ashiato.intel.attribution.BehaviourModel;
import io.ashiato.intel.attribution.BehaviourWeights;
import io.ashiato.intel.attribution.BoostedTrees;
import io.ashiato.intel.attribution.FirstCandidate;
import io.ashiato.intel.attribution.RankingWeights;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Fits a behaviour model. What a part of it learns from, and what the threshold is set on, are predictions for cases that the
/// part before was not fitted to: inside, the cases are divided into folds once more.
public final class BehaviourTrainer {
    private static final int FOLDS = 5;
    /// Names everybody who may be named at all: for looking at probabilities before there is a threshold.
    private static final double NO_THRESHOLD = 0;

    private final List<PreparedCase> cases;
    private final int[] folds;

    private BehaviourTrainer(List<PreparedCase> cases) {
        this.cases = cases;
        this.folds = Folds.of(cases, FOLDS);
    }

    /// Fits all weights, and chooses the threshold, on these cases.
    public static BehaviourWeights fit(List<PreparedCase> cases) {
        return new BehaviourTrainer(cases).fit();
    }

    private BehaviourWeights fit() {
        List<RankingWeights> rankers = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            rankers.add(ConditionalLogit.fit(without(fold)));
        }
        List<Example> examples = IntStream.range(0, cases.size())
                .mapToObj(i -> Example.of(cases.get(i), rankers.get(folds[i])))
                .toList();
        double nameAt = NamingThreshold.choose(heldOut(rankers, examples));
        return naming(examples, ConditionalLogit.fit(cases), nameAt);
    }

    /// For each case the judgement of a model that was not fitted to it.
    private List<NamingThreshold.HeldOut> heldOut(List<RankingWeights> rankers, List<Example> examples) {
        var models = new ArrayList<BehaviourModel>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int held = fold;
            List<Example> others = IntStream.range(0, examples.size())
                    .filter(i -> folds[i] != held)
                    .mapToObj(examples::get)
                    .toList();
            models.add(new BehaviourModel(naming(others, rankers.get(fold), NO_THRESHOLD)));
        }
        var heldOut = new ArrayList<NamingThreshold.HeldOut>();
        for (int i = 0; i < cases.size(); i++) {
            PreparedCase each = cases.get(i);
            FirstCandidate first = models.get(folds[i]).judge(each.comparison());
            heldOut.add(new NamingThreshold.HeldOut(each.source().variant(), first, each.isRight(first.place())));
        }
        return heldOut;
    }

    /// Two models of the leader: is he right, learned where nothing was planted, and was he planted?
    private static BehaviourWeights naming(List<Example> examples, RankingWeights ranking, double nameAt) {
        List<Example> honest = examples.stream().filter(each -> !each.hasPlanted).toList();
        return new BehaviourWeights(
                ranking,
                boosted(honest, honest.stream().map(each -> each.right).toList()),
                boosted(examples, examples.stream().map(each -> each.planted).toList()),
                nameAt);
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
