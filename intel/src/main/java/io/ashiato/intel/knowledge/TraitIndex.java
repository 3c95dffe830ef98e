package io.ashiato.intel.knowledge;

import io.ashiato.model.Trait;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Which published traits a value of a case is, or belongs to.
final class TraitIndex {
    private final KnowledgeBase base;
    private final Domains domains;
    private final Map<Trait.Kind, Map<String, List<Published>>> exact = new EnumMap<>(Trait.Kind.class);
    private final Map<Trait.Kind, List<Published>> compared = new EnumMap<>(Trait.Kind.class);

    private record Published(Report report, ReportTrait trait) {}

    TraitIndex(KnowledgeBase base, Domains domains) {
        this.base = base;
        this.domains = domains;
        for (Report report : base.reports().values()) {
            for (ReportTrait trait : report.traits()) {
                var published = new Published(report, trait);
                if (trait.match() == ReportTrait.Match.EXACT) {
                    exact.computeIfAbsent(trait.kind(), kind -> new HashMap<>())
                            .computeIfAbsent(trait.value(), value -> new ArrayList<>())
                            .add(published);
                } else {
                    compared.computeIfAbsent(trait.kind(), kind -> new ArrayList<>())
                            .add(published);
                }
            }
        }
    }

    List<PublishedTrait> matches(Trait.Kind kind, String value) {
        String normal = TraitValues.normalised(kind, value);
        if (normal.isEmpty()) {
            return List.of();
        }
        Stream<String> keys = kind == Trait.Kind.DOMAIN ? domains.ownAndParents(normal) : Stream.of(normal);
        Map<String, List<Published>> values = exact.getOrDefault(kind, Map.of());
        Stream<Published> equal = keys.flatMap(key -> values.getOrDefault(key, List.of()).stream());
        Set<String> words = TraitValues.words(value);
        Stream<Published> fitting = compared.getOrDefault(kind, List.of()).stream()
                .filter(published -> fits(published.trait(), normal, words));
        return Stream.concat(equal, fitting).distinct().map(this::answer).toList();
    }

    private static boolean fits(ReportTrait published, String value, Set<String> words) {
        return switch (published.match()) {
            case EXACT -> published.value().equals(value);
            case PATTERN -> TraitValues.fits(published.value(), value);
            case WORDS -> words.containsAll(TraitValues.words(published.value()));
        };
    }

    private PublishedTrait answer(Published published) {
        ReportTrait trait = published.trait();
        var sources = new LinkedHashSet<>(List.of(published.report().source()));
        sources.addAll(base.sources(trait.citations()));
        return new PublishedTrait(
                published.report(), trait.kind(), trait.value(), trait.strength(), List.copyOf(sources));
    }
}
