package io.ashiato.publish.figure;

import io.ashiato.model.Finding;
import io.ashiato.model.HostSummary;
import io.ashiato.model.IncidentCase;
import io.ashiato.model.Level;
import io.ashiato.model.Observation;
import io.ashiato.model.TamperingFact;
import io.ashiato.model.Technique;
import io.ashiato.publish.language.Language;
import io.ashiato.publish.language.Phrases;
import io.ashiato.publish.language.TechniqueWords;
import io.ashiato.publish.language.Terms;
import io.ashiato.publish.report.ReportModel;
import io.ashiato.publish.report.TurningPoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Decides which hosts and marks the timeline shows, and which marks get a label.
final class Lanes {
    /// More lanes do not fit a page.
    static final int MOST_LANES = 25;

    /// Hosts without a mark are shown only where the case is small.
    private static final int SHOW_ALL = 6;

    private static final int MOST_LABELS = 14;

    private final ReportModel model;
    private final IncidentCase incident;
    private final Phrases phrases;

    Lanes(ReportModel model, Phrases phrases) {
        this.model = model;
        this.incident = model.incident();
        this.phrases = phrases;
    }

    /// In order of first activity.
    List<Lane> choose() {
        Map<String, List<Lane.Mark>> marks = marks();
        var lanes = new ArrayList<Lane>();
        Map<String, HostSummary> summaries = new LinkedHashMap<>();
        incident.hosts().forEach(host -> summaries.put(host.name(), host));
        marks.forEach((host, its) -> lanes.add(new Lane(host, Optional.ofNullable(summaries.get(host)), its)));
        if (incident.hosts().size() <= SHOW_ALL) {
            summaries.values().stream()
                    .filter(host -> !marks.containsKey(host.name()))
                    .forEach(host -> lanes.add(new Lane(host.name(), Optional.of(host), List.of())));
        }
        return lanes.stream()
                .sorted(Comparator.comparingLong(Lane::tampering)
                        .thenComparingInt(lane -> lane.marks().size())
                        .reversed()
                        .thenComparing(Lane::host))
                .limit(MOST_LANES)
                .sorted(Comparator.comparing(Lane::begin).thenComparing(Lane::host))
                .toList();
    }

    private Map<String, List<Lane.Mark>> marks() {
        Map<String, Integer> numbers = new HashMap<>();
        model.turningPoints().forEach(point -> numbers.put(point.id(), numbers.size() + 1));
        Map<String, String> labels = labels();
        Level least =
                incident.findings().stream().anyMatch(finding -> finding.level().atLeast(Level.MEDIUM))
                        ? Level.MEDIUM
                        : Level.INFORMATIONAL;
        Map<String, List<Lane.Mark>> marks = new LinkedHashMap<>();
        var records = new HashSet<String>();
        for (TamperingFact fact : incident.tampering()) {
            fact.time().ifPresent(time -> {
                records.add(record(fact.source()));
                marks.computeIfAbsent(fact.host(), host -> new ArrayList<>())
                        .add(new Lane.Mark(
                                time,
                                Glyph.TAMPERING,
                                fact.id(),
                                labels.getOrDefault(fact.id(), ""),
                                numbers.getOrDefault(fact.id(), 0)));
            });
        }
        for (Finding finding : incident.findings()) {
            for (Observation observation : finding.observations()) {
                // A record that two rules matched, or that is a tampering fact, is one mark.
                if (observation.rule().level().atLeast(least)
                        && observation.time().isPresent()
                        && records.add(record(observation.source()))) {
                    marks.computeIfAbsent(observation.host(), host -> new ArrayList<>())
                            .add(new Lane.Mark(
                                    observation.time().get(),
                                    Glyph.of(observation.rule()),
                                    observation.id(),
                                    labels.getOrDefault(observation.id(), ""),
                                    numbers.getOrDefault(observation.id(), 0)));
                }
            }
        }
        marks.values()
                .forEach(list -> list.sort(Comparator.comparing(Lane.Mark::time).thenComparing(Lane.Mark::id)));
        return marks;
    }

    private static String record(io.ashiato.model.RecordRef source) {
        return source.path() + "\n" + source.offset();
    }

    /// A few words for the gravest turning points, no words twice on one host.
    private Map<String, String> labels() {
        var labels = new HashMap<String, String>();
        var seen = new HashSet<String>();
        model.turningPoints().stream()
                .sorted(Comparator.comparingInt(TurningPoint::weight).reversed())
                .forEach(point -> {
                    String words = words(point);
                    if (labels.size() < MOST_LABELS && seen.add(point.host() + "\n" + words)) {
                        labels.put(point.id(), words);
                    }
                });
        return labels;
    }

    private String words(TurningPoint point) {
        return switch (point) {
            case TurningPoint.Tampered it -> phrases.term(Terms.of(it.fact().kind()));
            case TurningPoint.Observed it -> words(it.observation());
        };
    }

    private String words(Observation observation) {
        for (String id : observation.rule().techniques()) {
            Technique technique = incident.techniques().get(id);
            if (technique != null) {
                return phrases.language() == Language.JAPANESE
                        ? TechniqueWords.japaneseName(id).orElse(technique.name())
                        : technique.name();
            }
        }
        return observation.rule().title();
    }
}
