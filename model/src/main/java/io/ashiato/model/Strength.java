package io.ashiato.model;

/// How much a shared trait says about who is behind it.
public enum Strength {
    /// Rare, and hard to fake: code, text that is nearly identical, words of an own protocol.
    A,
    /// Rare, but easy to fake once published: a machine id, a set of metadata, a domain.
    B,
    /// Common: public tools, techniques, single names.
    C
}
