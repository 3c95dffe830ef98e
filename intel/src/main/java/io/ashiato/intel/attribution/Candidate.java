package io.ashiato.intel.attribution;

import java.util.List;

/// An actor in a ranking.
///
/// @param actor id
/// @param probability that it was this one, 0 to 1; those of a ranking add up to 1 at most, the rest is
/// somebody else
/// @param contributions for each feature what it did, the strongest first
public record Candidate(String actor, double probability, List<Contribution> contributions) {
    public Candidate {
        contributions = List.copyOf(contributions);
    }

    /// What all features of one kind add to the logarithm of his odds against an average actor.
    public double moved(EvidenceKind kind) {
        return contributions.stream()
                .filter(contribution -> contribution.feature().kind() == kind)
                .mapToDouble(Contribution::moved)
                .sum();
    }
}
