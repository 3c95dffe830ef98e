package io.ashiato.intel.judgement;

import io.ashiato.intel.knowledge.AliasClaim;
import io.ashiato.intel.knowledge.Campaign;
import io.ashiato.intel.knowledge.Knowledge;
import io.ashiato.intel.knowledge.Named;
import io.ashiato.intel.knowledge.Report;
import io.ashiato.model.PublishedSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Whom a report stands for: the actors that it holds responsible itself, and those that others hold
/// responsible for the campaign which it describes.
final class ActorClaims {
    private final Knowledge knowledge;

    ActorClaims(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /// The actors that a match with a report points to, each with the reports that say so.
    Map<String, List<PublishedSource>> of(Report report) {
        var claims = new LinkedHashMap<String, Set<PublishedSource>>();
        for (String actor : report.heldActors()) {
            claims.computeIfAbsent(actor, id -> new LinkedHashSet<>()).add(report.source());
        }
        if (!claims.isEmpty()) {
            return lists(claims); // it says so itself
        }
        for (String campaign : report.campaigns()) {
            for (String same : SameCampaign.as(campaign, knowledge)) {
                knowledge.campaign(same).ifPresent(known -> campaign(known, claims));
            }
        }
        claims.values().forEach(sources -> sources.add(report.source()));
        return lists(claims);
    }

    private static Map<String, List<PublishedSource>> lists(Map<String, Set<PublishedSource>> claims) {
        var lists = new LinkedHashMap<String, List<PublishedSource>>();
        claims.forEach((actor, sources) -> lists.put(actor, List.copyOf(sources)));
        return lists;
    }

    private void campaign(Campaign campaign, Map<String, Set<PublishedSource>> claims) {
        for (Campaign.Attribution attribution : campaign.attributedTo()) {
            List<PublishedSource> sources = knowledge.sources(attribution.citations());
            if (!sources.isEmpty()) {
                claims.computeIfAbsent(attribution.actor(), id -> new LinkedHashSet<>())
                        .addAll(sources);
            }
        }
        for (AliasClaim claim : knowledge.aliasesOf(campaign.id())) {
            if (claim.relation() == AliasClaim.Relation.ATTRIBUTED_TO && !claim.disputed()) {
                knowledge.named(claim.name()).stream()
                        .filter(named -> named.kind() == Named.Kind.ACTOR
                                && named.through().isEmpty())
                        .forEach(actor -> claims.computeIfAbsent(actor.id(), id -> new LinkedHashSet<>())
                                .add(claim.source()));
            }
        }
        for (Report other : knowledge.reportsOn(campaign.id())) {
            for (String actor : other.heldActors()) {
                claims.computeIfAbsent(actor, id -> new LinkedHashSet<>()).add(other.source());
            }
        }
    }

    /// Whether the report of that key itself holds the actor responsible.
    boolean holds(String report, String actor) {
        return knowledge
                .report(report)
                .filter(known -> known.heldActors().contains(actor))
                .isPresent();
    }

    /// The claims that are independent of each other: reports that take the actor over from another are one witness.
    int witnesses(Set<String> reports) {
        var known = new ArrayList<String>();
        reports.stream().filter(key -> knowledge.report(key).isPresent()).forEach(known::add);
        return knowledge.witnesses(known, "actor").size();
    }
}
