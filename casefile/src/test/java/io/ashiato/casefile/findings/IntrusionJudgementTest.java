package io.ashiato.casefile.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.ashiato.casefile.Made;
import io.ashiato.casefile.tampering.TamperingWatch;
import io.ashiato.intel.AttackKnowledge;
import io.ashiato.model.Assessment.Intrusion;
import io.ashiato.model.Assessment.Reason;
import io.ashiato.model.Confidence;
import io.ashiato.model.EvidenceItem;
import io.ashiato.model.EvidenceKind;
import io.ashiato.model.Finding;
import io.ashiato.model.ItemOutcome;
import io.ashiato.model.Level;
import io.ashiato.model.Likelihood;
import io.ashiato.model.TamperingFact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

class IntrusionJudgementTest {
    private static final String[] TACTICS = {
        "initial-access", "execution", "persistence", "credential-access", "lateral-movement", "impact"
    };

    /// Number of rules (each of another tactic), level, tampering, unread items; then the judgement.
    static final List<Arguments.ArgumentSet> CASES = List.of(
            argumentSet("only medium", 3, Level.MEDIUM, 0, 0, Likelihood.ROUGHLY_EVEN, Confidence.LOW),
            argumentSet("one grave rule", 1, Level.HIGH, 0, 0, Likelihood.ROUGHLY_EVEN, Confidence.LOW),
            argumentSet("two grave rules", 2, Level.HIGH, 0, 0, Likelihood.LIKELY, Confidence.LOW),
            argumentSet("several stages", 4, Level.HIGH, 0, 0, Likelihood.VERY_LIKELY, Confidence.MODERATE),
            argumentSet("the same, logs cleared", 4, Level.HIGH, 1, 0, Likelihood.VERY_LIKELY, Confidence.LOW),
            argumentSet("the same, evidence unread", 4, Level.HIGH, 0, 1, Likelihood.VERY_LIKELY, Confidence.LOW),
            argumentSet("whole course, hidden", 12, Level.CRITICAL, 1, 0, Likelihood.ALMOST_CERTAIN, Confidence.LOW),
            argumentSet(
                    "whole course, not hidden", 12, Level.CRITICAL, 0, 0, Likelihood.VERY_LIKELY, Confidence.MODERATE));

    @ParameterizedTest
    @FieldSource("CASES")
    void followsFromTheCounts(
            int rules, Level level, int tampering, int unread, Likelihood likelihood, Confidence confidence) {
        Intrusion judgement = judge(rules, level, tampering, unread).orElseThrow();
        assertThat(judgement.likelihood()).isEqualTo(likelihood);
        assertThat(judgement.confidence()).isEqualTo(confidence);
        assertThat(judgement.findings()).containsExactly("F-001");
    }

    @Test
    void isRefusedWhereNothingIsAboveLow() {
        assertThat(judge(9, Level.LOW, 1, 0)).isEmpty();
    }

    @Test
    void givesEachCountThatMovedItAsAReason() {
        Intrusion judgement = judge(4, Level.HIGH, 1, 2).orElseThrow();
        assertThat(judgement.reasons())
                .contains(
                        new Reason(Reason.Kind.GRAVE_FINDINGS, true, 1),
                        new Reason(Reason.Kind.TACTICS_COVERED, true, 4),
                        new Reason(Reason.Kind.TAMPERING_PROVEN, true, 1),
                        new Reason(Reason.Kind.EVIDENCE_UNREAD, false, 2));
    }

    private static Optional<Intrusion> judge(int rules, Level level, int tampering, int unread) {
        var builder = new FindingBuilder(AttackKnowledge.builtIn());
        for (int i = 0; i < rules; i++) {
            builder.accept(Made.detection(
                    Made.rule("r" + i, level, TACTICS[i % TACTICS.length]), "2020-01-01T10:00:00Z", "A", "User", "u"));
        }
        List<Finding> findings = builder.finish();
        var watch = new TamperingWatch();
        for (int i = 0; i < tampering; i++) {
            watch.observe(Made.event("2020-01-01T10:00:00Z", "A", "Security", "1102"));
        }
        List<TamperingFact> facts = watch.finish(Set.of(), findings);
        var items = new ArrayList<EvidenceItem>();
        for (int i = 0; i < unread; i++) {
            items.add(new EvidenceItem(
                    "x" + i, 1, "", EvidenceKind.EVTX, Optional.empty(), ItemOutcome.of(ItemOutcome.State.NOT_READ)));
        }
        return IntrusionJudgement.of(findings, facts, items);
    }
}
