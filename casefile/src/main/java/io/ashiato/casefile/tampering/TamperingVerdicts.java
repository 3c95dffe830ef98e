package io.ashiato.casefile.tampering;

import io.ashiato.model.Assessment;
import io.ashiato.model.Assessment.TamperingVerdict;
import io.ashiato.model.Confidence;
import io.ashiato.model.Finding;
import io.ashiato.model.HostSummary;
import io.ashiato.model.TamperingFact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One verdict for each host, and what it does to what rests on that host.
public final class TamperingVerdicts {
    private TamperingVerdicts() {}

    /// The verdicts, in the order of the hosts.
    ///
    /// @param findings final, with ids
    public static List<Assessment> of(List<HostSummary> hosts, List<TamperingFact> facts, List<Finding> findings) {
        var verdicts = new ArrayList<Assessment>();
        for (HostSummary host : hosts) {
            List<TamperingFact> here = facts.stream()
                    .filter(fact -> fact.host().equalsIgnoreCase(host.name()))
                    .toList();
            boolean lowers = held(here) != Confidence.HIGH;
            verdicts.add(new Assessment.Tampering(
                    host.name(),
                    verdict(here),
                    here.stream().map(TamperingFact::id).toList(),
                    findings.stream()
                            .filter(finding -> finding.host().equalsIgnoreCase(host.name()))
                            .filter(finding -> lowers)
                            .map(Finding::id)
                            .toList(),
                    remaining(host, here)));
        }
        return verdicts;
    }

    /// The findings, each held with the confidence that its host's records allow.
    public static List<Finding> weigh(List<Finding> findings, List<TamperingFact> facts) {
        return findings.stream()
                .map(finding -> finding.withConfidence(held(facts.stream()
                        .filter(fact -> fact.host().equalsIgnoreCase(finding.host()))
                        .toList())))
                .toList();
    }

    private static TamperingVerdict verdict(List<TamperingFact> facts) {
        if (facts.isEmpty()) {
            return TamperingVerdict.NONE_SEEN;
        }
        return facts.stream().anyMatch(TamperingFact::proves) ? TamperingVerdict.PROVEN : TamperingVerdict.SUSPICIOUS;
    }

    /// Records that are gone, or times that cannot be trusted, each cost a step. That a virus scanner was off costs
    /// none: what the logs say stays as sure as it was.
    private static Confidence held(List<TamperingFact> facts) {
        Confidence held = Confidence.HIGH;
        if (facts.stream().anyMatch(TamperingVerdicts::costsRecords)) {
            held = held.lowered();
        }
        return facts.stream().anyMatch(TamperingVerdicts::costsTimes) ? held.lowered() : held;
    }

    private static boolean costsRecords(TamperingFact fact) {
        return switch (fact.kind()) {
            case LOG_CLEARED, AUDIT_POLICY_CHANGED, SYSMON_CHANGED, RECORDS_MISSING, RECORDS_REPEATED -> true;
            case ANTIVIRUS_DISABLED, ANTIVIRUS_WEAKENED, SERVICE_STOPPED, TIME_BACKWARDS -> false;
            case CLOCK_CHANGED, FILE_DELETED, HIDING_COMMAND -> false;
        };
    }

    private static boolean costsTimes(TamperingFact fact) {
        return fact.kind() == TamperingFact.Kind.TIME_BACKWARDS || fact.kind() == TamperingFact.Kind.CLOCK_CHANGED;
    }

    /// Logs that reach back beyond the first act of tampering, and so still show what came before it.
    private static List<String> remaining(HostSummary host, List<TamperingFact> facts) {
        Optional<Instant> first =
                facts.stream().flatMap(fact -> fact.time().stream()).min(Instant::compareTo);
        return first.isEmpty()
                ? List.of()
                : host.channels().stream()
                        .filter(channel -> channel.first()
                                .filter(start -> start.isBefore(first.get()))
                                .isPresent())
                        .map(HostSummary.ChannelCoverage::channel)
                        .toList();
    }
}
