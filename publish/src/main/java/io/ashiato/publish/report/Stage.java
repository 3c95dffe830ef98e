package io.ashiato.publish.report;

import io.ashiato.model.Observation;
import io.ashiato.model.Tactic;
import io.ashiato.publish.language.Bilingual;
import java.util.List;
import java.util.Optional;

/// One stage of the intrusion with the records that carry it.
///
/// @param tactic empty for what carries none
/// @param seen on which host what was seen, in order of first activity; none for what has no tactic and no known
///     technique
/// @param findings ids of the findings that touch the stage
/// @param quotes in order of time; each observation is quoted in one stage only
/// @param elsewhere ids that belong here too and are quoted in an earlier stage
/// @param observations how many there are in all
public record Stage(
        Optional<Tactic> tactic,
        List<HostSigns> seen,
        List<String> findings,
        List<Observation> quotes,
        List<String> elsewhere,
        long observations) {
    /// Hosts with the same signs.
    ///
    /// @param signs what was seen on each of them in plain words, the gravest first; at most [#MOST_SIGNS]
    public record HostSigns(List<String> hosts, List<Bilingual> signs) {}

    /// Signs that a sentence can name.
    static final int MOST_SIGNS = 5;
}
