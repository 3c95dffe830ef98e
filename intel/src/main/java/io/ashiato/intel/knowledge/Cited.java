package io.ashiato.intel.knowledge;

import java.util.List;

/// A fact of a report, with the sources in which it was read.
///
/// @param value a word of a vocabulary where there is one (ISO 3166-1 alpha-2, an ATT&CK id, an ISO date),
///     else a phrase
/// @param note what the source adds or restricts, in English; `""` for nothing
/// @param citations keys for [Knowledge#citation]
public record Cited(String value, String note, List<String> citations) {
    public Cited {
        citations = List.copyOf(citations);
    }
}
