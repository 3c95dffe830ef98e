package io.ashiato.model;

import java.util.List;

/// What the case shares with one published report, or with another case.
///
/// @param id such as `R-01`
/// @param source the report; for another case its id stands in the key
/// @param actors whom the report holds responsible, as it names them
/// @param shared what both have, the strongest first
public record ResearchRelation(String id, PublishedSource source, List<String> actors, List<SharedTrait> shared) {
    public ResearchRelation {
        actors = List.copyOf(actors);
        shared = List.copyOf(shared);
    }

    /// A trait that both have.
    ///
    /// @param published how the report has it, where that differs from the trait's value
    public record SharedTrait(Trait trait, Strength strength, String published) {}
}
