package io.ashiato.intel.knowledge;

import io.ashiato.model.PublishedSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/// The facts of several knowledge files together, by id.
record KnowledgeBase(
        SequencedMap<String, Citation> citations,
        SequencedMap<String, Actor> actors,
        SequencedMap<String, Software> software,
        SequencedMap<String, Campaign> campaigns,
        SequencedMap<String, Report> reports,
        SequencedSet<AliasClaim> aliases,
        List<Use> uses,
        List<KnownSample> samples) {
    static final KnowledgeBase EMPTY = new KnowledgeBase(
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashSet<>(),
            List.of(),
            List.of());

    KnowledgeBase {
        citations = Collections.unmodifiableSequencedMap(citations);
        actors = Collections.unmodifiableSequencedMap(actors);
        software = Collections.unmodifiableSequencedMap(software);
        campaigns = Collections.unmodifiableSequencedMap(campaigns);
        reports = Collections.unmodifiableSequencedMap(reports);
        aliases = Collections.unmodifiableSequencedSet(aliases);
        uses = List.copyOf(uses);
        samples = List.copyOf(samples);
    }

    KnowledgeBase plus(KnowledgeFile file) {
        var sources = new ArrayList<>(file.sources().values());
        file.reports().forEach(report -> sources.add(new Citation(report.source(), report.latest(), "")));
        var claims = new LinkedHashSet<>(aliases);
        claims.addAll(file.aliases());
        return new KnowledgeBase(
                joined(citations, sources, citation -> citation.source().key()),
                joined(actors, file.actors(), Actor::id),
                joined(software, file.software(), Software::id),
                joined(campaigns, file.campaigns(), Campaign::id),
                joined(reports, file.reports(), Report::key),
                claims,
                concatenated(uses, file.uses()),
                concatenated(samples, file.samples()));
    }

    /// What was there first stays.
    private static <T> SequencedMap<String, T> joined(
            Map<String, T> old, Collection<T> added, Function<T, String> key) {
        var all = new TreeMap<>(old);
        added.forEach(value -> all.putIfAbsent(key.apply(value), value));
        return new LinkedHashMap<>(all);
    }

    private static <T> List<T> concatenated(List<T> first, List<T> second) {
        var all = new ArrayList<T>(first);
        all.addAll(second);
        return all;
    }

    KnowledgeBase before(LocalDate day) {
        Predicate<String> known = key -> {
            Citation citation = citations.get(key);
            return citation != null && citation.before(day);
        };
        var claims = new LinkedHashSet<AliasClaim>();
        aliases.stream().filter(claim -> known.test(claim.source().key())).forEach(claims::add);
        return new KnowledgeBase(
                only(citations, citation -> citation.before(day) ? Optional.of(citation) : Optional.empty()),
                only(actors, actor -> Optional.of(known.test(actor.catalogue()) ? actor : bare(actor))),
                only(software, entry -> Optional.of(known.test(entry.catalogue()) ? entry : bare(entry))),
                only(campaigns, campaign -> Optional.of(campaign(campaign, known))),
                only(
                        reports,
                        report -> report.latest()
                                        .filter(latest -> latest.isBefore(day))
                                        .isPresent()
                                ? Optional.of(report(report, known))
                                : Optional.empty()),
                claims,
                uses.stream()
                        .map(use -> new Use(use.source(), use.target(), kept(use.citations(), known)))
                        .filter(use -> !use.citations().isEmpty())
                        .toList(),
                samples.stream()
                        .filter(sample -> known.test(sample.source().key()))
                        .toList());
    }

    private static <T> SequencedMap<String, T> only(Map<String, T> all, Function<T, Optional<T>> narrowed) {
        var kept = new LinkedHashMap<String, T>();
        all.forEach((id, value) -> narrowed.apply(value).ifPresent(rest -> kept.put(id, rest)));
        return kept;
    }

    private static List<String> kept(List<String> keys, Predicate<String> known) {
        return keys.stream().filter(known).toList();
    }

    private static Actor bare(Actor actor) {
        return new Actor(actor.id(), actor.name(), actor.catalogue(), Optional.empty(), List.of(), List.of());
    }

    private static Software bare(Software entry) {
        return new Software(entry.id(), entry.name(), entry.kind(), List.of(), entry.platforms(), entry.catalogue());
    }

    private static Campaign campaign(Campaign campaign, Predicate<String> known) {
        boolean dated = known.test(campaign.catalogue());
        return new Campaign(
                campaign.id(),
                campaign.name(),
                campaign.firstSeen().filter(date -> dated),
                campaign.lastSeen().filter(date -> dated),
                campaign.attributedTo().stream()
                        .map(held -> new Campaign.Attribution(held.actor(), kept(held.citations(), known)))
                        .filter(held -> !held.citations().isEmpty())
                        .toList(),
                campaign.catalogue());
    }

    /// Without the names under which somebody filed the report later.
    private static Report report(Report report, Predicate<String> known) {
        return new Report(
                report.source(),
                report.kind(),
                report.latest(),
                report.relation(),
                report.actors().stream()
                        .filter(actor ->
                                actor.held() || actor.citations().stream().anyMatch(known))
                        .toList(),
                report.confidence(),
                report.campaigns(),
                report.activity(),
                report.traits(),
                report.repeats(),
                report.indicatorBlocks());
    }

    List<Report> reportsOn(String id) {
        return reports.values().stream()
                .filter(report -> report.campaigns().contains(id)
                        || report.actors().stream()
                                .anyMatch(actor -> actor.ids().contains(id)))
                .sorted(Comparator.comparing((Report report) -> report.source().date())
                        .thenComparing(Report::key))
                .toList();
    }

    List<PublishedSource> sources(Collection<String> keys) {
        return keys.stream()
                .map(citations::get)
                .filter(Objects::nonNull)
                .map(Citation::source)
                .toList();
    }

    Map<String, Integer> counts(int indicators) {
        var counts = new LinkedHashMap<String, Integer>();
        counts.put("actors", actors.size());
        counts.put("aliases", aliases.size());
        counts.put("software", software.size());
        counts.put("campaigns", campaigns.size());
        counts.put("uses", uses.size());
        counts.put("sources", citations.size());
        counts.put("reports", reports.size());
        counts.put(
                "traits",
                reports.values().stream()
                        .mapToInt(report -> report.traits().size())
                        .sum());
        counts.put("indicators", indicators);
        counts.put("samples", samples.size());
        return Collections.unmodifiableMap(counts);
    }
}
