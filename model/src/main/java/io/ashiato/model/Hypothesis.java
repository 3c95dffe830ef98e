package io.ashiato.model;

import java.util.List;
import java.util.Optional;

/// One explanation of who is behind a case, with what speaks for and against it.
///
/// @param actor id in the knowledge, such as `G0032`; empty unless the kind is [Kind#ACTOR]
/// @param name of the actor as the knowledge has it, `""` for the other kinds
/// @param aliases other names, each with who uses it
public record Hypothesis(
        Kind kind,
        Optional<String> actor,
        String name,
        List<Alias> aliases,
        Likelihood likelihood,
        Confidence confidence,
        List<ActorEvidence> supporting,
        List<ActorEvidence> opposing) {
    public Hypothesis {
        aliases = List.copyOf(aliases);
        supporting = List.copyOf(supporting);
        opposing = List.copyOf(opposing);
    }

    /// What kind of explanation it is.
    public enum Kind {
        ACTOR,
        /// Somebody else with the same tools.
        SHARED_TOOLS,
        /// Somebody who imitates the actor on purpose.
        IMITATION,
        /// Somebody of whom nothing is published.
        UNKNOWN_ACTOR
    }

    /// Another name of the actor, which somebody uses; never taken as proof that two are one.
    public record Alias(String name, String claimedBy, boolean disputed) {}

    /// One piece of evidence, which is the same object that moved the number.
    ///
    /// @param ratio how many times more likely the evidence is if the hypothesis is true; under 1 it opposes;
    ///     1 where it was given no weight, with the reason in `discount`
    /// @param value what was seen, short: a machine id, a family's name, a count; hostile
    /// @param references ids of artefacts, findings, relations (`R-01`)
    public record ActorEvidence(
            EvidenceClass kind,
            Strength strength,
            Basis basis,
            double ratio,
            String value,
            List<String> references,
            List<PublishedSource> sources,
            Optional<Discount> discount) {
        public ActorEvidence {
            references = List.copyOf(references);
            sources = List.copyOf(sources);
        }
    }

    /// Kinds of evidence that can be independent of each other.
    public enum EvidenceClass {
        BEHAVIOUR,
        TOOLS,
        CODE,
        INFRASTRUCTURE,
        LURE,
        VICTIM,
        TIME,
        LANGUAGE
    }

    /// What was compared.
    public enum Basis {
        /// Techniques resemble those published of the actor.
        TECHNIQUE_PROFILE,
        /// Malware that only this actor, or few, are known to use.
        MALWARE_USED,
        /// Tools that anybody can have.
        PUBLIC_TOOLS,
        /// Code nearly identical to a sample held to be the actor's.
        CODE_LIKENESS,
        /// A trait of a lure that a report on the actor publishes.
        LURE_TRAIT,
        /// An address that a report on the actor publishes.
        PUBLISHED_ADDRESS,
        /// Sector or country of the victim is one that the actor is known for.
        VICTIM_PROFILE,
        /// The Rich header is that of a known sample.
        RICH_HEADER,
        /// Code page or language of artefacts.
        LANGUAGE_TRACE,
        /// Malware that others use and this actor is not known to.
        FOREIGN_MALWARE,
        /// Features that contradict each other.
        CONTRADICTION
    }

    /// Why a piece of evidence counts for less.
    public enum Discount {
        /// It contradicts something that is harder to fake.
        POSSIBLY_PLANTED,
        /// It was published before the intrusion, so anybody could copy it.
        PUBLISHED_BEFORE,
        /// Another piece repeats the same source.
        SAME_SOURCE,
        /// It rests on a host where hiding was found.
        TAMPERED_HOST,
        /// Anybody can have it.
        COMMON
    }
}
