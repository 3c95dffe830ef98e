package io.ashiato.model;

import java.util.List;
import java.util.Optional;

/// A judgement on the findings. Likelihood and confidence are separate, and each has reasons that are
/// facts, not words.
public sealed interface Assessment {
    /// Whether what was seen is the work of an intruder.
    ///
    /// @param findings the ids of findings that speak for it, the gravest first
    record Intrusion(Likelihood likelihood, Confidence confidence, List<Reason> reasons, List<String> findings)
            implements Assessment {
        public Intrusion {
            reasons = List.copyOf(reasons);
            findings = List.copyOf(findings);
        }
    }

    /// What was hidden on one host.
    ///
    /// @param facts the ids of [TamperingFact]s
    /// @param lowered the ids of findings whose confidence it lowers: they rest on that host
    /// @param remaining logs of the host that still have records from the time of the tampering, by name:
    ///     what could still be recovered, and from where
    record Tampering(
            String host, TamperingVerdict verdict, List<String> facts, List<String> lowered, List<String> remaining)
            implements Assessment {
        public Tampering {
            facts = List.copyOf(facts);
            lowered = List.copyOf(lowered);
            remaining = List.copyOf(remaining);
        }
    }

    /// Who did it, or why nobody is named.
    ///
    /// @param named id of the actor of the first hypothesis; empty where the evidence does not allow it
    /// @param refusal why nobody is named; there exactly where `named` is empty
    /// @param hypotheses the most likely first
    record Attribution(Optional<String> named, Optional<Refusal> refusal, List<Hypothesis> hypotheses)
            implements Assessment {
        public Attribution {
            hypotheses = List.copyOf(hypotheses);
        }
    }

    /// What larger campaign the case is part of.
    ///
    /// @param name as research names it; empty where it is linked to nothing, or only to cases without a name
    /// @param relations ids of the [ResearchRelation]s that carry it
    /// @param since first activity as the carrying reports date it, as exact as known
    /// @param likelihood that the case is part of it; empty where no link is strong enough to say
    record Campaign(
            Optional<String> name,
            List<String> relations,
            Optional<Dated> since,
            List<Country> countries,
            Optional<Likelihood> likelihood,
            Confidence confidence)
            implements Assessment {
        public Campaign {
            relations = List.copyOf(relations);
            countries = List.copyOf(countries);
        }
    }

    /// A date that a report gives, as exact as it does.
    record Dated(String date, PublishedSource source) {}

    /// A country that a report names as that of targets or victims, never that of hosts.
    ///
    /// @param code ISO 3166-1 alpha-2
    record Country(String code, PublishedSource source) {}

    /// Why nobody is named.
    enum Refusal {
        /// Nothing points to anyone who is known.
        NOTHING_POINTS,
        /// No sign of an intrusion.
        NO_INTRUSION,
        /// Techniques alone never name anyone.
        ONLY_TECHNIQUES,
        /// Public tools alone never name anyone.
        ONLY_PUBLIC_TOOLS,
        /// Two independent kinds of evidence are needed, and there is one.
        ONE_KIND_OF_EVIDENCE,
        /// There is evidence, but not enough of it.
        TOO_WEAK,
        /// Evidence contradicts itself, so that some of it may be planted.
        CONTRADICTED,
        /// Two explanations are nearly as likely.
        COMPETING
    }

    /// The verdict for one host.
    enum TamperingVerdict {
        NONE_SEEN,
        SUSPICIOUS,
        PROVEN
    }

    /// A fact that moved a judgement. The number says how many (hosts, tactics, rules, facts).
    record Reason(Kind kind, boolean raises, long number) {
        /// What was counted.
        public enum Kind {
            /// Findings of level high or critical.
            GRAVE_FINDINGS,
            /// Different tactics that the findings cover.
            TACTICS_COVERED,
            /// Different rules that matched at medium or above.
            INDEPENDENT_RULES,
            /// Hosts with grave findings.
            HOSTS_AFFECTED,
            /// Facts that prove tampering.
            TAMPERING_PROVEN,
            /// Items of evidence that could not be read, or only in part.
            EVIDENCE_UNREAD,
            /// Only findings below high.
            ONLY_WEAK_FINDINGS,
            /// Different logs (channels) that the quoted events come from; one alone is a weak basis.
            LOG_SOURCES
        }
    }
}
