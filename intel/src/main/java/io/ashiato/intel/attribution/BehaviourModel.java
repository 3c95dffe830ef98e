package io.ashiato.intel.attribution;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// Ranks the actors of a view by likeness to an observed behaviour, and says whether the first may be named.
///
/// The probability of the first candidate is what a model of naming gives him, not the share that the ranking
/// gives: a ranking always has a first, whether or not the right one is known at all. Immutable; the same
/// input gives the same ranking.
public final class BehaviourModel {
    private static final int CANDIDATES = 10;
    /// How much of what the first leaves goes to the others; the rest is for somebody whom the base does not
    /// know.
    private static final double OTHERS_SHARE = 0.5;
    /// A kind of evidence speaks for an actor if it at least doubles his odds against an average actor.
    private static final double SPEAKS = Math.log(2);
    /// From here on what looks planted is said to be planted.
    private static final double LOOKS_PLANTED = 0.5;

    private final BehaviourWeights weights;

    public BehaviourModel(BehaviourWeights weights) {
        this.weights = weights;
    }

    /// The model that is built in. It was fitted by `bench/attribution-train.sh`.
    public static BehaviourModel builtIn() {
        try (InputStream in = BehaviourModel.class.getResourceAsStream("behaviour-model.json")) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its resource behaviour-model.json");
            }
            return new BehaviourModel(BehaviourWeights.read(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RelationFormatException e) {
            throw new IllegalStateException("the built-in resource behaviour-model.json is damaged", e);
        }
    }

    /// Who of the view behaves like that?
    public Ranking rank(RelationView view, ObservedBehaviour behaviour) {
        return rank(new Comparison(view, behaviour));
    }

    /// Who of the compared actors behaves like that?
    public Ranking rank(Comparison comparison) {
        if (comparison.features().length == 0) {
            return new Ranking(List.of(), 0, new Ranking.Unattributed(Ranking.Reason.NOTHING_KNOWN));
        }
        var leader = new Leader(comparison, weights.ranking());
        double[] average = average(comparison.features());
        FirstCandidate first = judge(leader, average);
        return new Ranking(
                candidates(comparison, leader, first.probability(), average),
                first.planted(),
                verdict(comparison.actors().get(first.place()), first));
    }

    /// What the model was fitted to be.
    public BehaviourWeights weights() {
        return weights;
    }

    private FirstCandidate judge(Leader leader, double[] average) {
        double[] naming = NamingFeature.values(leader);
        return new FirstCandidate(
                leader.place,
                weights.right().probability(naming),
                weights.planted().probability(naming),
                kindsThatSpeak(leader, average).size() >= 2);
    }

    private Ranking.Verdict verdict(String actor, FirstCandidate first) {
        if (!first.twoKinds()) {
            return new Ranking.Unattributed(Ranking.Reason.ONE_KIND_OF_EVIDENCE);
        }
        if (first.probability() >= weights.nameAt()) {
            return new Ranking.Named(actor);
        }
        return new Ranking.Unattributed(
                first.planted() >= LOOKS_PLANTED ? Ranking.Reason.PLANTED : Ranking.Reason.IMPROBABLE);
    }

    /// Which kinds of evidence speak for the leader? Each judged without the others. Public tools are none,
    /// whatever they moved.
    private Set<EvidenceKind> kindsThatSpeak(Leader leader, double[] average) {
        var kinds = EnumSet.noneOf(EvidenceKind.class);
        if (leader.techniquesAgainstAverage() >= SPEAKS) {
            kinds.add(EvidenceKind.TECHNIQUES);
        }
        if (leader.sharesMalwareOfFew()) {
            kinds.add(EvidenceKind.MALWARE);
        }
        double victims = 0;
        for (Feature feature : Feature.values()) {
            victims += feature.kind() == EvidenceKind.VICTIMS ? moved(feature, leader.feature(feature), average) : 0;
        }
        if (victims >= SPEAKS) {
            kinds.add(EvidenceKind.VICTIMS);
        }
        return kinds;
    }

    private double moved(Feature feature, double value, double[] average) {
        return weights.ranking().all()[feature.place()] * (value - average[feature.place()]);
    }

    /// The ten best. The first has `probability`; the others share half of what is left, by the ranking,
    /// never more than he.
    private List<Candidate> candidates(Comparison comparison, Leader leader, double probability, double[] average) {
        double[] ranked = leader.probabilities;
        double others = 1 - ranked[leader.place];
        double scale = others > 0 ? Math.min(1, (1 - probability) / others) * OTHERS_SHARE : 0;
        List<Integer> best = IntStream.range(0, ranked.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer actor) -> -ranked[actor]))
                .limit(CANDIDATES)
                .toList();
        var candidates = new ArrayList<Candidate>();
        for (int actor : best) {
            double share = actor == leader.place ? probability : Math.min(probability, ranked[actor] * scale);
            candidates.add(
                    new Candidate(comparison.actors().get(actor), share, contributions(comparison, actor, average)));
        }
        return candidates;
    }

    private List<Contribution> contributions(Comparison comparison, int actor, double[] average) {
        double[] values = comparison.features()[actor];
        ActorMatch match = comparison.match(actor);
        return Arrays.stream(Feature.values())
                .map(feature -> {
                    double value = values[feature.place()];
                    return new Contribution(feature, value, moved(feature, value, average), feature.reasons(match));
                })
                .sorted(Comparator.comparingDouble((Contribution contribution) -> -Math.abs(contribution.moved())))
                .toList();
    }

    private static double[] average(double[][] features) {
        var average = new double[Feature.values().length];
        for (double[] actor : features) {
            for (int i = 0; i < average.length; i++) {
                average[i] += actor[i] / features.length;
            }
        }
        return average;
    }
}
