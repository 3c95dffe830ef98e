package io.ashiato.intel.judgement;

import io.ashiato.model.Hypothesis.ActorEvidence;
import io.ashiato.model.Hypothesis.Basis;
import io.ashiato.model.Hypothesis.Discount;
import io.ashiato.model.Hypothesis.EvidenceClass;
import io.ashiato.model.Likelihood;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Puts pieces of evidence together: within a class capped, across classes multiplied.
final class Odds {
    private Odds() {}

    /// How many times more likely all pieces are under the hypothesis.
    static double of(List<ActorEvidence> pieces) {
        double all = 1;
        for (Map.Entry<EvidenceClass, Double> kind : byClass(pieces).entrySet()) {
            double cap = kind.getKey() == EvidenceClass.CODE ? Weights.CODE_A : Weights.CLASS_CAP;
            all *= Math.min(kind.getValue(), cap);
        }
        return all;
    }

    /// How many times more likely they are if somebody copied what was published, or planted it.
    static double ifImitated(List<ActorEvidence> pieces) {
        boolean contradicted = pieces.stream().anyMatch(piece -> piece.basis() == Basis.CONTRADICTION);
        List<ActorEvidence> copyable = pieces.stream()
                .filter(piece -> piece.discount()
                        .filter(discount -> discount == Discount.PUBLISHED_BEFORE)
                        .isPresent())
                .toList();
        double copied = of(copyable);
        return copied * copied * (contradicted ? 1 / Weights.CONTRADICTION / Weights.CONTRADICTION : 1);
    }

    /// How many times more likely they are if somebody else has the same programs.
    static double ifToolsAreShared(List<ActorEvidence> pieces) {
        double code = byClass(pieces).getOrDefault(EvidenceClass.CODE, 1.0);
        return Math.max(1, Math.min(code, Weights.CODE_A) / Weights.SHARED_CODE);
    }

    private static Map<EvidenceClass, Double> byClass(List<ActorEvidence> pieces) {
        var byClass = new EnumMap<EvidenceClass, Double>(EvidenceClass.class);
        pieces.forEach(piece -> byClass.merge(piece.kind(), piece.ratio(), (a, b) -> a * b));
        return byClass;
    }

    /// The range of ICD 203 that a probability lies in.
    static Likelihood likelihood(double probability) {
        double percent = Math.clamp(probability * 100, 1, 98.9);
        for (Likelihood likelihood : Likelihood.values()) {
            if (percent < likelihood.high()) {
                return likelihood;
            }
        }
        return Likelihood.ALMOST_CERTAIN;
    }
}
