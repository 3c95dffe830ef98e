package io.ashiato.model;

import java.util.List;

/// A Sigma rule that was made from this case's own observations.
///
/// @param file name in `exports/rules/`, such as `as-0123456789-shortcut-command.yml`
/// @param yaml the whole rule
/// @param matches how many flagged events of the case it matches; a rule that matches none is not published
/// @param references ids of the findings and artefacts it was made from
public record CaseRule(String file, String title, Level level, String yaml, long matches, List<String> references) {
    public CaseRule {
        references = List.copyOf(references);
    }
}
