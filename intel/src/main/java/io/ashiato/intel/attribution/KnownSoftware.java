package io.ashiato.intel.attribution;

/// Software of a `RelationBase`.
///
/// @param id such as `S0154`
/// @param tool ATT&CK's word for what anybody can have, such as an administrator's or a tester's program; not
///     malware
public record KnownSoftware(String id, String name, boolean tool) {}
