package io.ashiato.publish.report;

import io.ashiato.model.Hypothesis;
import io.ashiato.model.Hypothesis.ActorEvidence;
import io.ashiato.model.Hypothesis.EvidenceClass;
import io.ashiato.model.Strength;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Competing hypotheses against the signals that speak for and against them (Heuer's analysis of competing
/// hypotheses): rows are signals, columns hypotheses.
///
/// @param hypotheses the most likely first
/// @param signals those that tell the hypotheses apart first, the strongest of them first
public record HypothesisMatrix(List<Hypothesis> hypotheses, List<Signal> signals) {
    /// Factors from which, or up to which, a signal has its letter. Between the weak two it says nothing: a factor of
    /// a quarter is within what such estimates are off by.
    public static final double STRONGLY_FOR = 10;

    public static final double FOR = 1.25;
    public static final double AGAINST = 0.8;
    public static final double STRONGLY_AGAINST = 0.1;

    /// How a signal fits a hypothesis.
    public enum Fit {
        CC,
        C,
        N,
        I,
        II
    }

    /// A row.
    ///
    /// @param evidence as the first hypothesis that knows it has it
    /// @param factors one for each hypothesis; 1 where it says nothing of the signal
    public record Signal(ActorEvidence evidence, List<Double> factors) {
        public List<Fit> fits() {
            return factors.stream().map(HypothesisMatrix::fit).toList();
        }

        /// Whether it tells the hypotheses apart.
        public boolean discriminates() {
            return fits().stream().distinct().count() > 1;
        }

        private double weight() {
            return factors.stream()
                    .mapToDouble(factor -> Math.abs(Math.log(Math.max(factor, 1e-9))))
                    .max()
                    .orElse(0);
        }
    }

    static HypothesisMatrix of(List<Hypothesis> hypotheses) {
        var rows = new LinkedHashMap<String, Row>();
        for (int column = 0; column < hypotheses.size(); column++) {
            Hypothesis hypothesis = hypotheses.get(column);
            for (ActorEvidence piece : Stream.concat(hypothesis.supporting().stream(), hypothesis.opposing().stream())
                    .toList()) {
                String key = piece.kind() + "\n" + piece.basis() + "\n" + piece.value();
                rows.computeIfAbsent(key, it -> new Row(piece, neutral(hypotheses.size())))
                        .factors()
                        .set(column, piece.ratio());
            }
        }
        List<Signal> signals = rows.values().stream()
                .map(row -> new Signal(row.evidence(), List.copyOf(row.factors())))
                .sorted(Comparator.comparing((Signal signal) -> !signal.discriminates())
                        .thenComparing(
                                Comparator.comparingDouble(Signal::weight).reversed()))
                .toList();
        return new HypothesisMatrix(List.copyOf(hypotheses), signals);
    }

    /// A row while it is filled.
    private record Row(ActorEvidence evidence, List<Double> factors) {}

    private static List<Double> neutral(int size) {
        var factors = new ArrayList<Double>();
        for (int i = 0; i < size; i++) {
            factors.add(1.0);
        }
        return factors;
    }

    static Fit fit(double factor) {
        if (factor >= STRONGLY_FOR) {
            return Fit.CC;
        }
        if (factor >= FOR) {
            return Fit.C;
        }
        if (factor <= STRONGLY_AGAINST) {
            return Fit.II;
        }
        return factor <= AGAINST ? Fit.I : Fit.N;
    }

    /// The evidence that moves a hypothesis: it favours it, not only by a hair, and counts in full.
    static List<ActorEvidence> moving(Hypothesis hypothesis) {
        return hypothesis.supporting().stream()
                .filter(evidence -> evidence.discount().isEmpty() && evidence.ratio() >= FOR)
                .toList();
    }

    /// The kinds of that evidence, each with its best strength, the strongest first.
    public static Map<EvidenceClass, Strength> carrying(Hypothesis hypothesis) {
        var kinds = new LinkedHashMap<EvidenceClass, Strength>();
        moving(hypothesis).stream()
                .sorted(Comparator.comparing(ActorEvidence::strength))
                .forEach(evidence -> kinds.putIfAbsent(evidence.kind(), evidence.strength()));
        return Collections.unmodifiableMap(kinds);
    }

    /// How much speaks against a hypothesis: 1 for each I, 2 for each II.
    public long inconsistency(int column) {
        return signals.stream()
                .map(signal -> signal.fits().get(column))
                .mapToLong(fit -> switch (fit) {
                    case CC, C, N -> 0;
                    case I -> 1;
                    case II -> 2;
                })
                .sum();
    }
}
