package io.ashiato.model;

import java.util.List;
import java.util.Optional;

/// What a person is told of a rule when it matched.
///
/// @param id the rule's UUID, or, where it has none, a text that is stable for the same rule
/// @param titleJa the rule's own Japanese title (`title_ja`), where it has one
/// @param author as the rule gives it; the licence of many rules asks that it is shown with a match
/// @param techniques ATT&CK ids from its tags, such as `T1059.001`, in the rule's order
/// @param falsePositives in the author's words
public record RuleInfo(
        String id,
        String title,
        Optional<String> titleJa,
        Level level,
        Optional<String> author,
        List<String> techniques,
        List<String> tactics,
        Optional<String> description,
        List<String> falsePositives) {
    public RuleInfo {
        techniques = List.copyOf(techniques);
        tactics = List.copyOf(tactics);
        falsePositives = List.copyOf(falsePositives);
    }
}
