package io.ashiato.intel.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// One actor beside one observed behaviour: each way in which they are alike, as a number. `Feature` names
/// and explains them.
///
/// Weights are rarities of the view: what few actors do counts for more. A cosine is 1 for equal sets, 0 for
/// sets that share nothing.
final class ActorMatch {
    /// A technique that this many actors use or fewer is rare.
    private static final int RARE_USERS = 6;
    /// Malware with this many users or fewer speaks against everybody else.
    private static final int NEARLY_EXCLUSIVE = 2;
    /// How many reports the share of a technique in all reports weighs as, beside an actor's own reports.
    private static final double PRIOR_REPORTS = 3;
    /// A technique of the actor's software that no report of his has was still seen, a little.
    private static final double UNREPORTED = 0.3;

    private static final double MIN_LOG_RATIO = -0.5;
    private static final double MAX_LOG_RATIO = 3;
    private static final int NEAREST = 3;
    /// Two rare techniques are a pair worth counting if their rarities add up to more than this.
    private static final double PAIR_THRESHOLD = 2.5;
    /// The rarest shared techniques, which is what a deceiver would plant.
    static final int PLANTABLE = 4;
    /// Years by which the likeness of an actor's time falls to 1/e.
    private static final double YEARS = 2;
    /// About the largest rarity of one piece of software: makes the share of software lie about 0 to 1.
    private static final double SOFTWARE_SCALE = 5;

    final ObservedWeights observed;
    final RelationView view;
    final ActorProfile profile;
    /// In the view's list of profiles.
    final int index;

    ActorMatch(ObservedWeights observed, int index) {
        this.observed = observed;
        this.view = observed.view;
        this.index = index;
        this.profile = view.profiles.get(index);
    }

    // ---- Techniques

    /// Own techniques.
    double techniqueCosine() {
        return sum(profile.own().techniques(), observed.square)
                / (observed.norm * view.norms.own()[index]);
    }

    /// Own techniques and, with less weight, those of his software.
    double profileCosine() {
        double sum = 0;
        for (int i = 0; i < profile.techniques().length; i++) {
            sum += observed.square[profile.techniques()[i]] * profile.weights()[i];
        }
        return sum / (observed.norm * view.norms.profile()[index]);
    }

    /// How much likelier the observed techniques are in his reports than in all reports: sum of logarithms,
    /// by the root of the number of techniques. With `clipped`, no single technique decides.
    double reportRatio(boolean clipped) {
        double reports = profile.reports().size();
        double miss = Math.log(PRIOR_REPORTS / (reports + PRIOR_REPORTS));
        double sum = 0;
        int hits = 0;
        for (int i = 0; i < profile.techniques().length; i++) {
            int technique = profile.techniques()[i];
            if (observed.has(technique)) {
                hits++;
                double share = view.rarity.reportShare()[technique];
                int count = profile.reportCounts()[i];
                double seen = count + PRIOR_REPORTS * share + (count == 0 ? UNREPORTED : 0);
                double ratio = Math.log(seen / ((reports + PRIOR_REPORTS) * share));
                sum += clipped ? Math.clamp(ratio, MIN_LOG_RATIO, MAX_LOG_RATIO) : ratio;
            }
        }
        sum += (observed.techniqueCount - hits) * (clipped ? Math.max(MIN_LOG_RATIO, miss) : miss);
        return sum / observed.rootOfCount;
    }

    /// The mean likeness of the nearest single reports on him.
    double nearestReports(int count) {
        double[] norms = view.norms.reports()[index];
        var nearest = new double[norms.length];
        for (int report = 0; report < norms.length; report++) {
            nearest[report] =
                    sum(profile.reports().get(report).techniques(), observed.square) / (observed.norm * norms[report]);
        }
        Arrays.sort(nearest);
        double sum = 0;
        for (int i = 1; i <= Math.min(count, nearest.length); i++) {
            sum += nearest[nearest.length - i];
        }
        return sum / count;
    }

    /// The likeness of the nearest single report on him, if malware counts beside techniques.
    double nearestReportWithMalware() {
        double[] norms = view.norms.reports()[index];
        double nearest = 0;
        for (int report = 0; report < norms.length; report++) {
            ActorProfile.Report each = profile.reports().get(report);
            double norm = norms[report] * norms[report];
            for (int piece : each.software()) {
                double rarity = view.malwareRarity(piece);
                norm += rarity * rarity;
            }
            double shared = sum(each.techniques(), observed.square) + sum(each.software(), observed.malwareSquare);
            nearest = Math.max(nearest, shared / (observed.normWithMalware * Math.sqrt(norm)));
        }
        return nearest;
    }

    /// Own techniques, of those observed that the observed software does not explain: what he does and it
    /// does not.
    double unexplainedCosine() {
        return sum(profile.own().techniques(), observed.unexplainedSquare)
                / (observed.unexplainedNorm * view.norms.own()[index]);
    }

    double nearestReports() {
        return nearestReports(NEAREST);
    }

    /// Techniques without their sub-techniques.
    double parentCosine() {
        return sum(profile.parents(), observed.parentSquare)
                / (observed.parentNorm * view.norms.parents()[index]);
    }

    double rareTechniques() {
        double sum = 0;
        for (int technique : profile.own().techniques()) {
            if (view.rarity.actorsByTechnique()[technique] <= RARE_USERS) {
                sum += observed.weight[technique];
            }
        }
        return Math.log1p(sum);
    }

    /// Pairs of rare observed techniques that both stand in his reports.
    double rarePairs() {
        double[] shared = IntStream.range(0, profile.techniques().length)
                .filter(i -> profile.reportCounts()[i] > 0 && observed.rarest.contains(profile.techniques()[i]))
                .mapToDouble(i -> observed.weight[profile.techniques()[i]])
                .toArray();
        double sum = 0;
        for (int i = 0; i < shared.length; i++) {
            for (int j = i + 1; j < shared.length; j++) {
                sum += Math.max(0, shared[i] + shared[j] - PAIR_THRESHOLD);
            }
        }
        return Math.log1p(sum);
    }

    /// The cosine of own techniques without the rarest shared ones.
    double trimmedCosine() {
        double[] shared = Arrays.stream(profile.own().techniques())
                .mapToDouble(technique -> observed.square[technique])
                .filter(square -> square > 0)
                .sorted()
                .toArray();
        double rarest = Arrays.stream(shared)
                .skip(Math.max(0, shared.length - PLANTABLE))
                .sum();
        return Math.max(
                0, techniqueCosine() - rarest / (observed.norm * view.norms.own()[index]));
    }

    /// The best of his software by whose habits the observed techniques go, whether it was itself observed or
    /// not.
    double softwareHabits() {
        return Arrays.stream(profile.own().software())
                .mapToDouble(piece -> observed.habits[piece])
                .max()
                .orElse(0);
    }

    // ---- Software

    private double sharedSoftware(IntPredicate which) {
        double sum = 0;
        for (int piece : observed.software) {
            if (which.test(piece) && profile.own().uses(piece)) {
                sum += view.softwareRarity(piece);
            }
        }
        return sum;
    }

    double sharedMalware() {
        return sharedSoftware(piece -> !view.base.toolSoftware[piece]);
    }

    double sharedTools() {
        return sharedSoftware(piece -> view.base.toolSoftware[piece]);
    }

    double malwareShare() {
        return observed.softwareCount == 0 ? 0 : sharedMalware() / (observed.softwareCount * SOFTWARE_SCALE);
    }

    /// Shared malware, each piece by how far the observed techniques bear it out.
    double supportedMalware() {
        double sum = 0;
        for (int i = 0; i < observed.software.length; i++) {
            int piece = observed.software[i];
            if (!view.base.toolSoftware[piece] && profile.own().uses(piece)) {
                sum += view.softwareRarity(piece) * observed.support[i];
            }
        }
        return sum;
    }

    /// Shared malware, each piece by how many citations tie it to him.
    double tiedMalware() {
        double sum = 0;
        for (int piece : observed.software) {
            sum += view.malwareRarity(piece) * Math.log1p(profile.own().citations(piece));
        }
        return sum;
    }

    /// Of the reports on the shared malware that is most his own: the share that are on him.
    double malwareOwnership() {
        double most = 0;
        for (int piece : observed.software) {
            var reports = view.software.get(piece).reports().keySet();
            if (!view.base.toolSoftware[piece] && profile.own().uses(piece) && !reports.isEmpty()) {
                double his = reports.stream()
                        .filter(profile.own().reports()::containsKey)
                        .count();
                most = Math.max(most, his / reports.size());
            }
        }
        return most;
    }

    /// Observed malware that only others use.
    List<Integer> foreignMalware() {
        var foreign = new ArrayList<Integer>();
        for (int piece : observed.software) {
            if (isNearlyExclusive(piece) && !profile.own().uses(piece)) {
                foreign.add(piece);
            }
        }
        return foreign;
    }

    boolean isNearlyExclusive(int piece) {
        return view.users.get(piece).size() <= NEARLY_EXCLUSIVE && !view.base.toolSoftware[piece];
    }

    // ---- Victims and circumstances

    double victims(List<Integer> places) {
        double sum = 0;
        for (int victim : places) {
            sum += profile.own().victims().get(victim) ? view.rarity.victim()[victim] : 0;
        }
        return sum;
    }

    double uncitedVictims() {
        double sum = 0;
        for (int victim : view.uncitedVictims(profile.actor())) {
            boolean seen = observed.countries.contains(victim) || observed.sectors.contains(victim);
            sum += seen ? view.rarity.uncitedVictim()[victim] : 0;
        }
        return sum;
    }

    double knownRelations() {
        return Math.log1p(profile.own().relations());
    }

    double activeThen() {
        if (observed.year == 0) {
            return 0;
        }
        return Arrays.stream(profile.years())
                .mapToDouble(year -> Math.exp(-Math.abs(observed.year - year) / YEARS))
                .max()
                .orElse(0);
    }

    private static double sum(int[] places, double[] values) {
        double sum = 0;
        for (int place : places) {
            sum += values[place];
        }
        return sum;
    }
}
