package io.ashiato.publish.report;

import io.ashiato.model.Assessment.Reason;
import io.ashiato.model.Confidence;
import io.ashiato.model.Likelihood;
import io.ashiato.model.TamperingFact;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A key judgement, without words. All but [Intrusion] state what was observed, and so have no likelihood.
public sealed interface Judgement {
    /// The ids that carry it, the most telling first.
    List<String> marks();

    /// Whether what was seen is the work of an intruder.
    record Intrusion(
            Likelihood likelihood, Confidence confidence, List<Reason> reasons, List<String> hosts, List<String> marks)
            implements Judgement {}

    record LogsCleared(List<TamperingFact> facts, List<String> marks) implements Judgement {}

    record AntivirusDisabled(List<String> hosts, Optional<Instant> first, List<String> marks) implements Judgement {}

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

    record NotAttributed() implements Judgement {
        @Override
        public List<String> marks() {
            return List.of();
        }
    }
}
