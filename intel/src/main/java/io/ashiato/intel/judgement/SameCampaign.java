package io.ashiato.intel.judgement;

import io.ashiato.intel.knowledge.AliasClaim;
import io.ashiato.intel.knowledge.Campaign;
import io.ashiato.intel.knowledge.Knowledge;
import io.ashiato.intel.knowledge.Named;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Which campaigns somebody, undisputed, says are one. The entries stay apart; only what is told of them is told
/// together.
final class SameCampaign {
    /// Names that claims can lead to; research knows a handful for one campaign.
    private static final int MAX = 50;

    private SameCampaign() {}

    /// The campaign itself and those claimed to be the same, by id. A claim holds in both directions.
    static Set<String> as(String campaign, Knowledge knowledge) {
        Map<String, Set<String>> claimed = claims(knowledge);
        Set<String> same = new TreeSet<>(Set.of(campaign));
        Deque<String> open = new ArrayDeque<>(List.of(campaign));
        while (!open.isEmpty() && same.size() < MAX) {
            claimed.getOrDefault(open.remove(), Set.of()).stream()
                    .filter(same::add)
                    .forEach(open::add);
        }
        return same;
    }

    private static Map<String, Set<String>> claims(Knowledge knowledge) {
        Map<String, Set<String>> claimed = new TreeMap<>();
        for (Campaign campaign : knowledge.campaigns()) {
            for (AliasClaim claim : knowledge.aliasesOf(campaign.id())) {
                boolean one = claim.relation() == AliasClaim.Relation.SAME_CAMPAIGN_AS
                        || claim.relation() == AliasClaim.Relation.ALSO_KNOWN_AS;
                if (one && !claim.disputed()) {
                    knowledge.named(claim.name()).stream()
                            .filter(named -> named.kind() == Named.Kind.CAMPAIGN
                                    && named.through().isEmpty())
                            .forEach(named -> join(claimed, campaign.id(), named.id()));
                }
            }
        }
        return claimed;
    }

    private static void join(Map<String, Set<String>> claimed, String one, String other) {
        claimed.computeIfAbsent(one, id -> new TreeSet<>()).add(other);
        claimed.computeIfAbsent(other, id -> new TreeSet<>()).add(one);
    }
}
