package io.ashiato.model;

import java.util.List;

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
    record Tampering(String host, TamperingVerdict verdict, List<String> facts) implements Assessment {
        public Tampering {
            facts = List.copyOf(facts);
        }
    }

    /// Who did it: not assessed in this version.
    record Attribution() implements Assessment {}

    /// What it is part of: not assessed in this version.
    record Campaign() implements Assessment {}

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
