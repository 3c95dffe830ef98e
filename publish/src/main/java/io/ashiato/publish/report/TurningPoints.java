package io.ashiato.publish.report;

import io.ashiato.model.Finding;
import io.ashiato.model.IncidentCase;
import io.ashiato.model.Level;
import io.ashiato.model.Observation;
import io.ashiato.model.Tactic;
import io.ashiato.model.TamperingFact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Chooses the turning points: tampering, the gravest event of each grave finding, and the first event of
/// each stage on each host.
final class TurningPoints {
    /// A timeline that is longer is not read as one.
    static final int MOST = 40;

    private final IncidentCase incident;
    private final Map<TurningPoint, Integer> weights = new LinkedHashMap<>();
    private final HashSet<String> seen = new HashSet<>();

    TurningPoints(IncidentCase incident) {
        this.incident = incident;
    }

    /// @param points in order of time
    /// @param candidates how many there were to choose from
    record Choice(List<TurningPoint> points, long candidates) {}

    Choice choose() {
        for (TamperingFact fact : incident.tampering()) {
            fact.time()
                    .map(time -> new TurningPoint.Tampered(time, fact))
                    .ifPresent(point -> weights.put(point, point.weight() + 20));
        }
        for (Finding finding : incident.findings()) {
            if (finding.level().atLeast(Level.HIGH)) {
                gravest(finding).ifPresent(observation -> add(finding, observation, 30));
            }
        }
        firstOfEachStage();
        List<TurningPoint> points = weights.entrySet().stream()
                .sorted(Map.Entry.<TurningPoint, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry::getKey, order()))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .sorted(order())
                .toList();
        return new Choice(points, weights.size());
    }

    private static Comparator<TurningPoint> order() {
        return Comparator.comparing(TurningPoint::time).thenComparing(TurningPoint::id);
    }

    private static Optional<Observation> gravest(Finding finding) {
        return finding.observations().stream()
                .filter(observation -> observation.time().isPresent())
                .min(Comparator.comparing(
                                (Observation observation) -> observation.rule().level())
                        .reversed()
                        .thenComparing(ReportModel.BY_TIME));
    }

    private void firstOfEachStage() {
        var stages = new HashSet<String>();
        var all = new ArrayList<Map.Entry<Finding, Observation>>();
        for (Finding finding : incident.findings()) {
            for (Observation observation : finding.observations()) {
                if (observation.time().isPresent() && observation.rule().level().atLeast(Level.MEDIUM)) {
                    all.add(Map.entry(finding, observation));
                }
            }
        }
        all.sort(Comparator.comparing(Map.Entry::getValue, ReportModel.BY_TIME));
        for (var entry : all) {
            for (Tactic tactic : ReportModel.tactics(entry.getValue().rule())) {
                if (stages.add(entry.getValue().host() + "\n" + tactic)) {
                    add(entry.getKey(), entry.getValue(), 20);
                }
            }
        }
    }

    /// Once for one record, and once for one rule with one value on one host.
    private void add(Finding finding, Observation observation, int bonus) {
        String source =
                observation.source().path() + "\n" + observation.source().offset();
        String same = observation.rule().id() + "\n" + observation.host() + "\n" + observation.telling();
        if (observation.time().isPresent() && seen.add(source) && seen.add(same)) {
            var point = new TurningPoint.Observed(observation.time().get(), finding.id(), observation);
            weights.put(point, point.weight() + bonus);
        }
    }
}
