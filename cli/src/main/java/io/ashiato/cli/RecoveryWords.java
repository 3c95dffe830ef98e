package io.ashiato.cli;

/// What `dump` says of recovered records.
interface RecoveryWords {
    /// The last line: how many were recovered, by certainty.
    String recovered(long whole, long consistent, long partial);

    /// That not every place could be looked at.
    String exhausted(String path);
}
