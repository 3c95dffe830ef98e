package io.ashiato.intel.knowledge;

import java.util.List;
import java.util.Optional;

/// A line of activity that research names, whoever is behind it.
///
/// @param id `C0022` for ATT&CK, `campaign:` and a word for our research
/// @param firstSeen as exact as the catalogue says
/// @param attributedTo ids of actors by which the catalogue holds it to be run
/// @param catalogue key of the [Citation] for the catalogue
public record Campaign(
        String id,
        String name,
        Optional<String> firstSeen,
        Optional<String> lastSeen,
        List<Attribution> attributedTo,
        String catalogue) {
    public Campaign {
        attributedTo = List.copyOf(attributedTo);
    }

    /// Who is held to be behind it.
    ///
    /// @param citations keys of the sources that say so
    public record Attribution(String actor, List<String> citations) {
        public Attribution {
            citations = List.copyOf(citations);
        }
    }
}
