package io.ashiato.intel.knowledge;

import java.util.List;
import java.util.Optional;

/// One entry of a catalogue of groups. Two catalogues, or one, may hold several entries for what may be one
/// group.
///
/// @param id `G0032` for ATT&CK, `misp:` and a uuid for the MISP galaxy, free in a user's file
/// @param name as the catalogue heads the entry
/// @param catalogue key of the [Citation] for the catalogue
/// @param country suspected home as ISO 3166-1 alpha-2, by the catalogue
/// @param victimCountries suspected victims, English names as the catalogue writes them, without citations or
///     dates
/// @param victimSectors as the catalogue writes them
public record Actor(
        String id,
        String name,
        String catalogue,
        Optional<String> country,
        List<String> victimCountries,
        List<String> victimSectors) {
    public Actor {
        victimCountries = List.copyOf(victimCountries);
        victimSectors = List.copyOf(victimSectors);
    }
}
