package io.ashiato.intel.knowledge;

import java.util.List;

/// That an actor, a campaign or software is reported to use software or a technique.
///
/// @param source id of the user
/// @param target id of software, or of a technique in [io.ashiato.intel.AttackKnowledge#VERSION]
/// @param citations keys of the reports that say so; may be empty where the catalogue names none
public record Use(String source, String target, List<String> citations) {
    public Use {
        citations = List.copyOf(citations);
    }
}
