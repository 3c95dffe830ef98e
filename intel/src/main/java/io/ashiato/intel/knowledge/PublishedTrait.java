package io.ashiato.intel.knowledge;

import io.ashiato.model.PublishedSource;
import io.ashiato.model.Strength;
import io.ashiato.model.Trait;
import java.util.List;

/// A trait of a case that a report has published.
///
/// @param value as published, which may be a pattern or the domain above the one asked for
/// @param citations where it was read: the report, or those who wrote about it
public record PublishedTrait(
        Report report, Trait.Kind kind, String value, Strength strength, List<PublishedSource> citations) {
    public PublishedTrait {
        citations = List.copyOf(citations);
    }
}
