package io.ashiato.intel.attribution;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// What must not be known: which part of a `RelationBase` is left out before anything is counted in it.
///
/// @param excludedCitations citations that support nothing; a fact without another citation is gone
/// @param excludedActors actors that are gone with all their facts
/// @param before only citations that had surely appeared before this day; undated ones are left out
/// @param release only what ATT&CK had before this release, such as 12.0
public record Narrowing(
        Set<String> excludedCitations, Set<String> excludedActors, Optional<LocalDate> before, OptionalDouble release) {
    /// Leaves out nothing.
    public static final Narrowing NONE = new Narrowing(Set.of(), Set.of(), Optional.empty(), OptionalDouble.empty());

    public Narrowing {
        excludedCitations = Set.copyOf(excludedCitations);
        excludedActors = Set.copyOf(excludedActors);
    }

    /// Only what had appeared before that day.
    public static Narrowing before(LocalDate day) {
        return new Narrowing(Set.of(), Set.of(), Optional.of(day), OptionalDouble.empty());
    }

    /// Is knowledge limited in time, so that facts without a date are left out as well?
    boolean limitsTime() {
        return before.isPresent() || release.isPresent();
    }
}
