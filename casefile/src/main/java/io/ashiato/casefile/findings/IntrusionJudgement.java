package io.ashiato.casefile.findings;

import io.ashiato.model.Assessment.Intrusion;
import io.ashiato.model.Assessment.Reason;
import io.ashiato.model.Confidence;
import io.ashiato.model.EvidenceItem;
import io.ashiato.model.Finding;
import io.ashiato.model.Level;
import io.ashiato.model.Likelihood;
import io.ashiato.model.Tactic;
import io.ashiato.model.TamperingFact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Whether the findings are the work of an intruder, how likely, and how good the basis is.
///
/// A small table, not a model: rules written for attacks are the only signal here, so the likelihood grows
/// with independent rules that agree on different stages of an intrusion, and never reaches certainty on
/// their word alone. Confidence is about the basis: how many kinds of log, what could not be read, what
/// was removed. Each count that moved the judgement is in its reasons.
public final class IntrusionJudgement {
    // A third of all tactics, and rules enough that several stand for each.
    private static final int MANY_TACTICS = 5;
    private static final int MANY_RULES = 8;
    // One tool or an administrator at work trips one or two; three stages by four rules are a course of action.
    private static final int SOME_TACTICS = 3;
    private static final int SOME_RULES = 4;

    private IntrusionJudgement() {}

    /// @return nothing where no finding is above low: then there is no basis for a judgement
    public static Optional<Intrusion> of(
            List<Finding> findings, List<TamperingFact> tampering, List<EvidenceItem> items) {
        List<Finding> weighty =
                findings.stream().filter(f -> f.level().atLeast(Level.MEDIUM)).toList();
        if (weighty.isEmpty()) {
            return Optional.empty();
        }
        Counts counts = Counts.of(weighty, tampering, items);
        return Optional.of(
                new Intrusion(likelihood(counts), confidence(counts), reasons(counts), gravestFirst(weighty)));
    }

    private static Likelihood likelihood(Counts counts) {
        boolean oneSortOfRecord = counts.rules <= 1 && counts.tampering == 0; // administrators leave one, too
        if (counts.grave == 0 || oneSortOfRecord) {
            return Likelihood.ROUGHLY_EVEN;
        }
        if (counts.tactics >= MANY_TACTICS && counts.rules >= MANY_RULES && counts.tampering > 0) {
            return Likelihood.ALMOST_CERTAIN;
        }
        return counts.tactics >= SOME_TACTICS && counts.rules >= SOME_RULES
                ? Likelihood.VERY_LIKELY
                : Likelihood.LIKELY;
    }

    private static Confidence confidence(Counts counts) {
        Confidence confidence = Confidence.LOW;
        if (counts.grave > 0 && counts.rules >= SOME_RULES) {
            confidence = counts.channels > 1 && counts.rules >= MANY_RULES ? Confidence.HIGH : Confidence.MODERATE;
        }
        return counts.tampering > 0 || counts.unread > 0 ? confidence.lowered() : confidence;
    }

    private static List<Reason> reasons(Counts counts) {
        var reasons = new ArrayList<Reason>();
        if (counts.grave > 0) {
            reasons.add(new Reason(Reason.Kind.GRAVE_FINDINGS, true, counts.grave));
            reasons.add(new Reason(Reason.Kind.HOSTS_AFFECTED, true, counts.hosts));
        } else {
            reasons.add(new Reason(Reason.Kind.ONLY_WEAK_FINDINGS, false, counts.weighty));
        }
        reasons.add(new Reason(Reason.Kind.TACTICS_COVERED, counts.tactics >= SOME_TACTICS, counts.tactics));
        reasons.add(new Reason(Reason.Kind.INDEPENDENT_RULES, counts.rules >= SOME_RULES, counts.rules));
        reasons.add(new Reason(Reason.Kind.LOG_SOURCES, counts.channels > 1, counts.channels));
        if (counts.tampering > 0) {
            reasons.add(new Reason(Reason.Kind.TAMPERING_PROVEN, true, counts.tampering));
        }
        if (counts.unread > 0) {
            reasons.add(new Reason(Reason.Kind.EVIDENCE_UNREAD, false, counts.unread));
        }
        return reasons;
    }

    private static List<String> gravestFirst(List<Finding> findings) {
        return findings.stream()
                .sorted(Comparator.comparing(Finding::level).reversed().thenComparing(Finding::id))
                .map(Finding::id)
                .toList();
    }

    private record Counts(
            long weighty,
            long grave,
            long hosts,
            long tactics,
            long rules,
            long channels,
            long tampering,
            long unread) {
        static Counts of(List<Finding> weighty, List<TamperingFact> tampering, List<EvidenceItem> items) {
            List<Finding> grave =
                    weighty.stream().filter(f -> f.level().atLeast(Level.HIGH)).toList();
            return new Counts(
                    weighty.size(),
                    grave.size(),
                    grave.stream()
                            .map(f -> f.host().toLowerCase(Locale.ROOT))
                            .distinct()
                            .count(),
                    tactics(weighty).size(),
                    weighty.stream()
                            .flatMap(f -> f.rules().stream())
                            .filter(count -> count.rule().level().atLeast(Level.MEDIUM))
                            .map(count -> count.rule().id())
                            .distinct()
                            .count(),
                    weighty.stream()
                            .flatMap(f -> f.observations().stream())
                            .map(o -> o.channel().toLowerCase(Locale.ROOT))
                            .distinct()
                            .count(),
                    tampering.stream().filter(TamperingFact::proves).count(),
                    items.stream().filter(item -> item.outcome().incomplete()).count());
        }

        private static Set<Tactic> tactics(List<Finding> findings) {
            return findings.stream().flatMap(f -> f.tactics().stream()).collect(Collectors.toSet());
        }
    }
}
