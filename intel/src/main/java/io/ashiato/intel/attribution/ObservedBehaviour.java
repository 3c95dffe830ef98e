package io.ashiato.intel.attribution;

import java.util.OptionalInt;
import java.util.Set;

/// What was seen of an intruder, in the terms of a `RelationBase`. Ids that the base does not know count as
/// seen, too.
///
/// @param techniques ATT&CK ids such as `T1059.001`, of the version that the base is written in
/// @param software ATT&CK ids of malware and tools such as `S0154`
/// @param countries names of the victims' countries as the base spells them, or `region:asia`
/// @param sectors the victims' sectors as the base spells them
/// @param year when it happened
public record ObservedBehaviour(
        Set<String> techniques, Set<String> software, Set<String> countries, Set<String> sectors, OptionalInt year) {
    public ObservedBehaviour {
        techniques = Set.copyOf(techniques);
        software = Set.copyOf(software);
        countries = Set.copyOf(countries);
        sectors = Set.copyOf(sectors);
    }
}
