package io.ashiato.intel.attribution;

import java.util.List;

/// An observed behaviour beside every actor of a view.
public final class Comparison {
    final ObservedWeights observed;
    private final double[][] features;

    public Comparison(RelationView view, ObservedBehaviour behaviour) {
        observed = new ObservedWeights(view, behaviour);
        features = new double[view.profiles.size()][];
        for (int actor = 0; actor < features.length; actor++) {
            features[actor] = Feature.values(match(actor));
        }
    }

    /// The ids of the actors, in their order.
    public List<String> actors() {
        return observed.view.actors();
    }

    /// For each actor the values of his features, in the order of the constants of `Feature`. Not to be
    /// changed.
    public double[][] features() {
        return features;
    }

    /// What the naming models look at, in the order of the constants of `NamingFeature`, if the actors are
    /// ranked so; of a comparison with at least one actor.
    public double[] namingFeatures(RankingWeights weights) {
        return NamingFeature.values(new Leader(this, weights));
    }

    /// The place of the actor who is ranked first.
    public int first(RankingWeights weights) {
        return new Leader(this, weights).place;
    }

    ActorMatch match(int actor) {
        return new ActorMatch(observed, actor);
    }
}
