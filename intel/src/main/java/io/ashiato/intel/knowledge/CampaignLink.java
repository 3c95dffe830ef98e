package io.ashiato.intel.knowledge;

import io.ashiato.intel.knowledge.AliasClaim.Relation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// That a campaign is said to be another, directly or over third ones.
///
/// @param campaign id of the other
/// @param through the claims that lead there, in order; each a step, and the chain as strong as its weakest
public record CampaignLink(String campaign, List<AliasClaim> through) {
    public CampaignLink {
        through = List.copyOf(through);
    }

    /// The links of a campaign, those over the fewest claims first.
    static List<CampaignLink> of(KnowledgeBase base, NameIndex names, String start) {
        Map<String, List<Step>> steps = steps(base, names);
        var reached = new LinkedHashMap<String, List<AliasClaim>>();
        reached.put(start, List.of());
        var open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            String id = open.removeFirst();
            for (Step step : steps.getOrDefault(id, List.of())) {
                if (!reached.containsKey(step.to())) {
                    var through = new ArrayList<>(reached.getOrDefault(id, List.of()));
                    through.add(step.claim());
                    reached.put(step.to(), through);
                    open.add(step.to());
                }
            }
        }
        reached.remove(start);
        return reached.entrySet().stream()
                .map(entry -> new CampaignLink(entry.getKey(), entry.getValue()))
                .toList();
    }

    private record Step(String to, AliasClaim claim) {}

    /// A claim leads both ways.
    private static Map<String, List<Step>> steps(KnowledgeBase base, NameIndex names) {
        var steps = new LinkedHashMap<String, List<Step>>();
        for (AliasClaim claim : base.aliases()) {
            boolean says = claim.relation() == Relation.ALSO_KNOWN_AS || claim.relation() == Relation.SAME_CAMPAIGN_AS;
            Optional<Named> other = names.named(claim.name()).stream()
                    .filter(entry -> entry.kind() == Named.Kind.CAMPAIGN
                            && entry.through().isEmpty())
                    .findFirst();
            if (says && base.campaigns().containsKey(claim.subject()) && other.isPresent()) {
                String id = other.orElseThrow().id();
                steps.computeIfAbsent(claim.subject(), key -> new ArrayList<>()).add(new Step(id, claim));
                steps.computeIfAbsent(id, key -> new ArrayList<>()).add(new Step(claim.subject(), claim));
            }
        }
        return steps;
    }
}
