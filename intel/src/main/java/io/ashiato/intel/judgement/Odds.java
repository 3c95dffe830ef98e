package io.ashiato.intel.judgement;

import io.ashiato.model.Hypothesis.ActorEvidence;
import io.ashiato.model.Hypothesis.Basis;
import io.ashiato.model.Hypothesis.Discount;
import io.ashiato.model.Hypothesis.EvidenceClass;
import io.ashiato.model.Likelihood;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        return of(copyable(pieces));
    }

    /// What imitation explains as well as the actor does: features that were in print before the intrusion, with their
    /// whole weight, and what contradicts itself.
    static List<ActorEvidence> copyable(List<ActorEvidence> pieces) {
        return pieces.stream()
                .filter(piece -> piece.basis() == Basis.CONTRADICTION
                        || piece.discount()
                                .filter(discount -> discount == Discount.PUBLISHED_BEFORE)
                                .isPresent())
                .map(piece -> piece.basis() == Basis.CONTRADICTION
                        ? weighing(piece, 1 / Weights.CONTRADICTION / Weights.CONTRADICTION)
                        : weighing(piece, piece.ratio() * piece.ratio()))
                .toList();
    }

    /// How many times more likely they are if somebody else has the same programs.
    static double ifToolsAreShared(List<ActorEvidence> pieces) {
        return of(sharedCode(pieces));
    }

    /// What shared tools explain: the code, less surprising than under the actor.
    static List<ActorEvidence> sharedCode(List<ActorEvidence> pieces) {
        return pieces.stream()
                .filter(piece -> piece.basis() == Basis.CODE_LIKENESS && piece.ratio() > 1)
                .map(piece -> weighing(piece, Math.max(1, piece.ratio() / Weights.SHARED_CODE)))
                .toList();
    }

    private static ActorEvidence weighing(ActorEvidence piece, double ratio) {
        return new ActorEvidence(
                piece.kind(),
                piece.strength(),
                piece.basis(),
                ratio,
                piece.value(),
                piece.references(),
                piece.sources(),
                Optional.empty());
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
