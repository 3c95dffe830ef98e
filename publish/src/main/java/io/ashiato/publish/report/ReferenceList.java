package io.ashiato.publish.report;

import io.ashiato.model.Assessment;
import io.ashiato.model.Hypothesis;
import io.ashiato.model.Hypothesis.ActorEvidence;
import io.ashiato.model.IncidentCase;
import io.ashiato.model.PublishedSource;
import io.ashiato.model.ResearchRelation;
import io.ashiato.model.SampleMatch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The published sources that a case names, each once, in the order in which the report comes to them.
///
/// @param references by number
public record ReferenceList(List<Reference> references) {
    /// @param id such as `S-01`
    public record Reference(String id, PublishedSource source) {}

    /// Collects the sources of a case. Two mentions with one key are one source.
    static ReferenceList of(IncidentCase incident) {
        var byKey = new LinkedHashMap<String, PublishedSource>();
        incident.samples().stream().map(SampleMatch::source).forEach(it -> byKey.putIfAbsent(it.key(), it));
        incident.research().stream().map(ResearchRelation::source).forEach(it -> byKey.putIfAbsent(it.key(), it));
        for (Assessment assessment : incident.assessments()) {
            switch (assessment) {
                case Assessment.Attribution it -> it.hypotheses().forEach(hypothesis -> add(byKey, hypothesis));
                case Assessment.Campaign it -> {
                    it.since()
                            .ifPresent(since -> byKey.putIfAbsent(since.source().key(), since.source()));
                    it.countries()
                            .forEach(country ->
                                    byKey.putIfAbsent(country.source().key(), country.source()));
                }
                case Assessment.Intrusion it -> {}
                case Assessment.Tampering it -> {}
            }
        }
        List<PublishedSource> sources = List.copyOf(byKey.values());
        return new ReferenceList(java.util.stream.IntStream.range(0, sources.size())
                .mapToObj(i -> new Reference("S-%02d".formatted(i + 1), sources.get(i)))
                .toList());
    }

    private static void add(Map<String, PublishedSource> byKey, Hypothesis hypothesis) {
        for (List<ActorEvidence> side : List.of(hypothesis.supporting(), hypothesis.opposing())) {
            side.forEach(evidence -> evidence.sources().forEach(source -> byKey.putIfAbsent(source.key(), source)));
        }
    }

    /// The number of a source.
    ///
    /// @throws IllegalArgumentException where it is not one of the case
    public String id(PublishedSource source) {
        return references.stream()
                .filter(it -> it.source().key().equals(source.key()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such source: " + source.key()))
                .id();
    }
}
