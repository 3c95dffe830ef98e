package io.ashiato.publish.report;

import io.ashiato.model.Assessment;
import io.ashiato.model.Assessment.Reason;
import io.ashiato.model.Confidence;
import io.ashiato.model.Hypothesis;
import io.ashiato.model.Likelihood;
import io.ashiato.model.TamperingFact;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A key judgement, without words. [Intrusion], [Attributed] and
/// [PartOfCampaign] carry a likelihood; the others state what was observed.
public sealed interface Judgement {
    /// The ids that carry it, the most telling first.
    List<String> marks();

    /// Whether what was seen is the work of an intruder.
    ///
    /// @param exposed hosts with signs of password theft, where that has no judgement of its own
    record Intrusion(
            Likelihood likelihood,
            Confidence confidence,
            List<Reason> reasons,
            List<String> hosts,
            List<String> exposed,
            List<String> marks)
            implements Judgement {
        /// The same, which also tells of password theft.
        Intrusion with(CredentialsAtRisk credentials) {
            return new Intrusion(
                    likelihood,
                    confidence,
                    reasons,
                    hosts,
                    credentials.hosts(),
                    Stream.concat(marks.stream(), credentials.marks().stream().limit(1))
                            .distinct()
                            .toList());
        }
    }

    /// Acts against the evidence itself.
    ///
    /// @param cleared cleared logs
    /// @param unprotected hosts whose anti-virus software was switched off, first at `since`
    /// @param others hosts where only other acts prove or suggest it
    /// @param lowered how many findings are held with less confidence for it
    record Hidden(
            List<TamperingFact> cleared,
            List<String> unprotected,
            Optional<Instant> since,
            List<String> others,
            long lowered,
            List<String> marks)
            implements Judgement {}

    /// One account in grave findings on several hosts.
    record AccountOnHosts(String account, long hosts, List<String> marks) implements Judgement {}

    record CredentialsAtRisk(List<String> hosts, List<String> marks) implements Judgement {}

    record NothingMatched(long events, long hosts) implements Judgement {
        @Override
        public List<String> marks() {
            return List.of();
        }
    }

    /// What the evidence cannot show.
    record BlindSpots(long unread, long items, long silentSources) implements Judgement {
        @Override
        public List<String> marks() {
            return List.of();
        }
    }

    /// Who did it.
    record Attributed(Hypothesis hypothesis, List<String> marks) implements Judgement {}

    /// Nobody is named, and why.
    record Refused(Assessment.Refusal refusal) implements Judgement {
        @Override
        public List<String> marks() {
            return List.of();
        }
    }

    /// The larger campaign.
    record PartOfCampaign(Assessment.Campaign campaign, List<String> marks) implements Judgement {}
}
