package io.ashiato.intel.attribution;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// An actor of a `RelationBase`.
///
/// @param id such as `G0032`
/// @param country ISO code of the country that sources place the actor in
/// @param overlaps actors whose reports are often filed under this one, or the reverse
/// @param victims countries and sectors without a citation; left out where knowledge is limited in time
public record KnownActor(
        String id,
        String name,
        List<String> aliases,
        Optional<String> country,
        List<String> overlaps,
        Set<String> victims) {
    public KnownActor {
        aliases = List.copyOf(aliases);
        overlaps = List.copyOf(overlaps);
        victims = Set.copyOf(victims);
    }
}
