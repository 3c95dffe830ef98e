package io.ashiato.publish.report;

import io.ashiato.model.Observation;
import io.ashiato.model.Tactic;
import io.ashiato.publish.language.Bilingual;
import java.util.List;
import java.util.Optional;

/// One stage of the intrusion with the records that carry it.
///
/// @param tactic empty for what carries none
/// @param hosts on which it was seen, in order of first activity
/// @param signs what was seen in plain words, the gravest first; none for what has no tactic and no known technique
/// @param findings ids of the findings that touch the stage
/// @param quotes in order of time; each observation is quoted in one stage only
/// @param elsewhere ids that belong here too and are quoted in an earlier stage
/// @param observations how many there are in all
public record Stage(
        Optional<Tactic> tactic,
        List<String> hosts,
        List<Bilingual> signs,
        List<String> findings,
        List<Observation> quotes,
        List<String> elsewhere,
        long observations) {}
