package io.ashiato.intel.attribution;

import java.util.List;
import java.util.Optional;

/// The actors most like an observed behaviour, and whether the first of them may be named.
///
/// @param candidates by falling probability, ten at most; empty where nothing is known of anybody
/// @param planted probability that the evidence for the first was planted
/// @param verdict whether he may be named
public record Ranking(List<Candidate> candidates, double planted, Verdict verdict) {
    public Ranking {
        candidates = List.copyOf(candidates);
    }

    /// The actor to name.
    public Optional<String> named() {
        return verdict instanceof Named name ? Optional.of(name.actor()) : Optional.empty();
    }

    /// A name, or why there is none.
    public sealed interface Verdict {}

    /// The first candidate did it, as sure as the threshold of the model asks.
    public record Named(String actor) implements Verdict {}

    /// Nobody is to be named.
    public record Unattributed(Reason reason) implements Verdict {}

    /// Why nobody is named.
    public enum Reason {
        /// The view of the knowledge base has no actor.
        NOTHING_KNOWN,
        /// No program or victim of the first candidate was observed: techniques, public tools or both alone
        /// never name.
        ONE_KIND_OF_EVIDENCE,
        /// The evidence for the first candidate looks planted.
        PLANTED,
        /// The first candidate is not probable enough.
        IMPROBABLE
    }
}
