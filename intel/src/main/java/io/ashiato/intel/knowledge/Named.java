package io.ashiato.intel.knowledge;

import java.util.Optional;

/// One entry that a name may mean.
///
/// @param through the claim that gives the entry this name; empty where it is its own name or id
public record Named(Kind kind, String id, String name, Optional<AliasClaim> through) {
    /// What is named.
    public enum Kind {
        ACTOR,
        CAMPAIGN,
        SOFTWARE
    }
}
