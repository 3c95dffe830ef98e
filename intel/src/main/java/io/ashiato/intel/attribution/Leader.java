package io.ashiato.intel.attribution;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.stream.IntStream;

/// The actor whom a ranking puts first, with what tells whether that is to be trusted: how far he leads,
/// whether he would lead without what a deceiver could have planted, whether the kinds of evidence agree.
final class Leader {
    private static final double COMMON = 0.25;
    private static final double TINY = 1e-6;
    /// Malware of at most this share of the actors is not everybody's.
    private static final double FEW = 0.1;
    /// In a base of a handful of actors.
    private static final int FEW_AT_LEAST = 2;

    final ObservedWeights observed;
    final ActorMatch match;
    final double[] scores;
    final double[] probabilities;
    final double[] byTechniques;
    /// In the view's list of profiles.
    final int place;
    final int second;
    private final double[] features;
    private final double[] trimmed;
    private final double[] unexplained;

    Leader(Comparison comparison, RankingWeights weights) {
        observed = comparison.observed;
        scores = RankingWeights.scores(weights.all(), comparison.features());
        probabilities = RankingWeights.softmax(scores);
        byTechniques = RankingWeights.softmax(RankingWeights.scores(weights.techniquesOnly(), comparison.features()));
        place = best(-1);
        second = probabilities.length > 1 ? best(place) : place;
        match = comparison.match(place);
        features = comparison.features()[place];
        trimmed = withoutPlantable();
        unexplained = Arrays.stream(comparison.features())
                .mapToDouble(actor -> actor[Feature.UNEXPLAINED_COSINE.place()])
                .toArray();
    }

    private int best(int except) {
        int best = except == 0 ? 1 : 0;
        for (int actor = 0; actor < scores.length; actor++) {
            best = actor != except && scores[actor] > scores[best] ? actor : best;
        }
        return best;
    }

    double feature(Feature feature) {
        return features[feature.place()];
    }

    double logLead() {
        double follower = second == place ? 0 : probabilities[second];
        return Math.log(probabilities[place] + TINY) - Math.log(follower + TINY);
    }

    /// 1 where the techniques alone put him first, 1/2 where second, ...
    double inverseTechniqueRank() {
        return inverseRank(byTechniques);
    }

    /// The logarithm of his probability by the techniques alone, against that of an average actor.
    double techniquesAgainstAverage() {
        return Math.log(byTechniques[place] * byTechniques.length);
    }

    /// Does he use any of the observed malware, of a kind that few have? ATT&CK calls some malware that
    /// anybody can buy.
    boolean sharesMalwareOfFew() {
        return malwareOfFew((int) Math.max(FEW_AT_LEAST, observed.view.profiles.size() * FEW)) > 0;
    }

    double techniqueLead() {
        double others = IntStream.range(0, byTechniques.length)
                .filter(actor -> actor != place)
                .mapToDouble(actor -> byTechniques[actor])
                .max()
                .orElse(0);
        return byTechniques[place] - others;
    }

    /// How many actors the observed nearly exclusive malware points at.
    int actorsOfExclusiveMalware() {
        var actors = new HashSet<Integer>();
        for (int piece : observed.software) {
            if (match.isNearlyExclusive(piece)) {
                actors.addAll(observed.view.users.get(piece));
            }
        }
        return actors.size();
    }

    private IntStream ownMalware() {
        return Arrays.stream(observed.software)
                .filter(piece -> !observed.view.base.toolSoftware[piece])
                .filter(match.profile.own()::uses);
    }

    long malwareOfFew(int users) {
        return ownMalware()
                .filter(piece -> observed.view.users.get(piece).size() <= users)
                .count();
    }

    /// Do the observed techniques bear out the best of the malware that points at him? Cosine of the two sets.
    double malwareSupport() {
        return ownMalware()
                .mapToDouble(piece -> {
                    int[] known = observed.view.software.get(piece).techniques();
                    double seen = Arrays.stream(known).filter(observed::has).count();
                    return known.length == 0
                            ? 0
                            : seen / Math.sqrt(known.length * (double) Math.max(1, observed.techniqueCount));
                })
                .max()
                .orElse(0);
    }

    /// How many citations tie the best known of the shared malware to him.
    int malwareCitations() {
        return ownMalware().map(match.profile.own()::citations).max().orElse(0);
    }

    double commonTechniques() {
        Rarity rarity = observed.view.rarity;
        double common = IntStream.range(0, observed.weight.length)
                .filter(observed::has)
                .filter(technique -> rarity.actorsByTechnique()[technique] > rarity.actorCount() * COMMON)
                .count();
        return common / Math.max(1, observed.techniqueCount);
    }

    double unknownSoftware() {
        return ofSoftware(observed.softwareCount - observed.software.length);
    }

    double toolShare() {
        return ofSoftware(Arrays.stream(observed.software)
                .filter(piece -> observed.view.base.toolSoftware[piece])
                .count());
    }

    private double ofSoftware(long count) {
        return (double) count / Math.max(1, observed.softwareCount);
    }

    /// 1 where he is most like the observed techniques that the observed software does not explain, 1/2 where
    /// second, ...
    double inverseUnexplainedRank() {
        return inverseRank(unexplained);
    }

    double inverseTrimmedRank() {
        return inverseRank(trimmed);
    }

    double trimmedShare() {
        double best = Arrays.stream(trimmed).max().orElse(0);
        return best == 0 ? 0 : trimmed[place] / best;
    }

    /// The likeness of every actor to the observed techniques without the rarest that speak for the leader.
    private double[] withoutPlantable() {
        RelationView view = observed.view;
        var left = observed.square.clone();
        Arrays.stream(match.profile.techniques())
                .filter(observed::has)
                .boxed()
                .sorted(Comparator.comparingInt(
                        (Integer technique) -> view.rarity.actorsByTechnique()[technique]))
                .limit(ActorMatch.PLANTABLE)
                .forEach(technique -> left[technique] = 0);
        var cosines = new double[view.profiles.size()];
        for (int actor = 0; actor < cosines.length; actor++) {
            for (int technique : view.profiles.get(actor).own().techniques()) {
                cosines[actor] += left[technique];
            }
            cosines[actor] /= view.norms.own()[actor];
        }
        return cosines;
    }

    private double inverseRank(double[] values) {
        double mine = values[place];
        return 1.0 / (1 + Arrays.stream(values).filter(value -> value > mine).count());
    }
}
