package io.ashiato.intel.judgement;

import io.ashiato.intel.knowledge.Knowledge;
import io.ashiato.intel.knowledge.PublishedIndicator;
import io.ashiato.intel.knowledge.PublishedTrait;
import io.ashiato.intel.knowledge.Report;
import io.ashiato.model.PublishedSource;
import io.ashiato.model.ResearchRelation;
import io.ashiato.model.ResearchRelation.SharedTrait;
import io.ashiato.model.SampleMatch;
import io.ashiato.model.Strength;
import io.ashiato.model.Trait;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What a case shares with published reports.
public final class Relations {
    /// Reports shown; a case full of public tools touches hundreds, the strongest come first.
    private static final int MAX_RELATIONS = 40;

    /// Traits shown of one report.
    private static final int MAX_SHARED = 40;

    private final Knowledge knowledge;
    private final Map<String, Found> byReport = new LinkedHashMap<>();

    private record Found(PublishedSource source, List<String> actors, List<SharedTrait> shared) {}

    private Relations(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /// The relations, the strongest first, with their ids. Common features alone make none.
    public static List<ResearchRelation> of(CaseEvidence evidence, Knowledge knowledge) {
        var relations = new Relations(knowledge);
        evidence.samples().forEach(relations::sample);
        for (Trait trait : evidence.traits()) {
            if (trait.kind() != Trait.Kind.CODE_FAMILY) { // told by the sample, with its measure
                knowledge.matches(trait.kind(), trait.value()).forEach(match -> relations.trait(trait, match));
                relations.listed(trait);
            }
        }
        return relations.finish();
    }

    /// A likeness counts only by knowledge at hand: a case that was made with more says so no longer.
    private void sample(SampleMatch match) {
        String key = match.source().key();
        if (knowledge.report(key).isEmpty() && knowledge.citation(key).isEmpty()) {
            return;
        }
        Strength strength = switch (match.verdict()) {
            case NEARLY_IDENTICAL -> Strength.A;
            case SAME_FAMILY -> Strength.B;
            case RELATED -> Strength.C;
        };
        var trait = new Trait(Trait.Kind.CODE_FAMILY, match.family(), List.of(match.artefact()));
        add(match.source(), actors(match.source().key()), new SharedTrait(trait, strength, match.known()));
    }

    private void trait(Trait trait, PublishedTrait published) {
        Report report = published.report();
        add(report.source(), actors(report.key()), new SharedTrait(trait, published.strength(), published.value()));
    }

    /// Addresses of published lists: the reports that they stand under, or the list itself where it names none of ours.
    private void listed(Trait trait) {
        boolean address = switch (trait.kind()) {
            case DOMAIN, IP_ADDRESS, URL -> true;
            default -> false;
        };
        if (!address) {
            return;
        }
        for (PublishedIndicator indicator : knowledge.indicator(trait.value())) {
            var shared = new SharedTrait(trait, Strength.B, indicator.value());
            if (indicator.reports().isEmpty()) {
                add(list(indicator), List.of(), shared);
            }
            indicator
                    .reports()
                    .forEach(key ->
                            knowledge.report(key).ifPresent(report -> add(report.source(), actors(key), shared)));
        }
    }

    private static PublishedSource list(PublishedIndicator indicator) {
        return new PublishedSource(
                indicator.block(),
                "maltrail",
                indicator.references().isEmpty()
                        ? "published list of addresses"
                        : indicator.references().getFirst().url(),
                indicator.latest().map(Object::toString).orElse(""),
                indicator.references().stream().findFirst().map(PublishedIndicator.Reference::url),
                false);
    }

    private List<String> actors(String report) {
        return knowledge
                .report(report)
                .map(known -> known.actors().stream()
                        .filter(Report.NamedActor::held)
                        .map(Report.NamedActor::name)
                        .distinct()
                        .toList())
                .orElse(List.of());
    }

    private void add(PublishedSource source, List<String> actors, SharedTrait shared) {
        Found found = byReport.computeIfAbsent(source.key(), key -> new Found(source, actors, new ArrayList<>()));
        boolean repeated = found.shared.stream()
                .anyMatch(known -> known.trait().kind() == shared.trait().kind()
                        && known.trait().value().equals(shared.trait().value()));
        if (!repeated && found.shared.size() < MAX_SHARED) {
            found.shared.add(shared);
        }
    }

    private List<ResearchRelation> finish() {
        List<Found> telling = byReport.values().stream()
                .filter(found -> found.shared.stream().anyMatch(shared -> shared.strength() != Strength.C))
                .sorted(Comparator.comparingInt((Found found) -> -weight(found))
                        .thenComparing(found -> found.source.key()))
                .limit(MAX_RELATIONS)
                .toList();
        var relations = new ArrayList<ResearchRelation>();
        for (Found found : telling) {
            found.shared.sort(Comparator.comparing(SharedTrait::strength)
                    .thenComparing(shared -> shared.trait().kind())
                    .thenComparing(shared -> shared.trait().value()));
            relations.add(new ResearchRelation(
                    String.format(Locale.ROOT, "R-%02d", relations.size() + 1),
                    found.source,
                    found.actors,
                    found.shared));
        }
        return relations;
    }

    private static int weight(Found found) {
        return found.shared.stream()
                .mapToInt(shared -> switch (shared.strength()) {
                    case A -> 50;
                    case B -> 10;
                    case C -> 1;
                })
                .sum();
    }

    /// The report of a relation, where the knowledge has one.
    static Optional<Report> report(ResearchRelation relation, Knowledge knowledge) {
        return knowledge.report(relation.source().key());
    }
}
