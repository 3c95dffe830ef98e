package io.ashiato.intel.judgement;

import io.ashiato.intel.knowledge.AliasClaim;
import io.ashiato.intel.knowledge.Knowledge;
import java.util.Set;
import java.util.TreeSet;

/// Which campaigns somebody, undisputed, says are one. The entries stay apart; only what is told of them is
/// told together.
final class SameCampaign {
    private SameCampaign() {}

    /// The campaign itself and those claimed to be the same, by id.
    static Set<String> as(String campaign, Knowledge knowledge) {
        Set<String> same = new TreeSet<>(Set.of(campaign));
        knowledge.campaignsLinkedTo(campaign).stream()
                .filter(link -> link.through().stream().noneMatch(AliasClaim::disputed))
                .forEach(link -> same.add(link.campaign()));
        return same;
    }
}
