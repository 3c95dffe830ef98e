package io.ashiato.intel.attribution;

/// How rare each thing is in a view: weights (inverse document frequency) over actors, shares over reports.
///
/// @param actorCount actors in the view
/// @param actorsByTechnique how many are said to use each technique themselves
/// @param technique weight of each technique
/// @param parent weight of each technique without its sub-technique
/// @param victim weight of each country or sector among cited victims
/// @param uncitedVictim the same among uncited ones
/// @param reportShare in which share of all reports each technique stands
/// @param unseenShare that share for a technique in no report
@SuppressWarnings("ArrayRecordComponent") // never compared; lists would double the memory
record Rarity(
        int actorCount,
        int[] actorsByTechnique,
        double[] technique,
        double[] parent,
        double[] victim,
        double[] uncitedVictim,
        double[] reportShare,
        double unseenShare) {
    /// Keeps the weight of what nobody uses finite.
    private static final double SMOOTHING = 0.5;

    static Rarity of(RelationView view) {
        RelationBase base = view.base;
        var actorsByTechnique = new int[base.techniques.size()];
        var actorsByParent = new int[base.parents.size()];
        var victims = new int[base.victims.size()];
        var uncited = new int[base.victims.size()];
        int withUncited = 0;
        for (ActorProfile profile : view.profiles) {
            count(profile.own().techniques(), actorsByTechnique);
            count(profile.parents(), actorsByParent);
            profile.own().victims().stream().forEach(victim -> victims[victim]++);
            count(view.uncitedVictims(profile.actor()), uncited);
            withUncited += view.uncitedVictims(profile.actor()).length > 0 ? 1 : 0;
        }
        int actors = view.profiles.size();
        var share = new double[base.techniques.size()];
        double reports = reportCounts(view, share);
        for (int technique = 0; technique < share.length; technique++) {
            share[technique] = (share[technique] + SMOOTHING) / (reports + 1);
        }
        return new Rarity(
                actors,
                actorsByTechnique,
                weights(actorsByTechnique, actors),
                weights(actorsByParent, actors),
                weights(victims, actors),
                weights(uncited, withUncited),
                share,
                SMOOTHING / (reports + 1));
    }

    /// The weight of a technique that no actor of the view is known for.
    double unseenTechnique() {
        return Math.log((actorCount + 1) / SMOOTHING);
    }

    /// Adds to `counts` in how many reports each technique stands; returns the number of reports. Reports on
    /// software that nobody in the view uses count as well: they show what is common.
    private static double reportCounts(RelationView view, double[] counts) {
        double reports = 0;
        for (ActorProfile profile : view.profiles) {
            for (int i = 0; i < profile.techniques().length; i++) {
                counts[profile.techniques()[i]] += profile.reportCounts()[i];
            }
            reports += profile.reports().size();
        }
        for (int piece = 0; piece < view.software.size(); piece++) {
            if (view.users.get(piece).isEmpty()) {
                var documented = view.software.get(piece).reports().values();
                reports += documented.size();
                documented.forEach(techniques -> techniques.stream().forEach(technique -> counts[technique]++));
            }
        }
        return reports;
    }

    private static void count(int[] places, int[] counts) {
        for (int place : places) {
            counts[place]++;
        }
    }

    private static double[] weights(int[] counts, int total) {
        var weights = new double[counts.length];
        for (int i = 0; i < counts.length; i++) {
            weights[i] = Math.log((total + 1) / (counts[i] + SMOOTHING));
        }
        return weights;
    }
}
