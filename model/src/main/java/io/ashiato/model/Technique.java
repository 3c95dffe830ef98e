package io.ashiato.model;

import java.util.List;

/// A technique of MITRE ATT&CK, as the built-in knowledge states it.
///
/// @param id such as `T1059.001`, of the ATT&CK version that the case names
/// @param name the English name
/// @param tactics short names such as `credential-access`
public record Technique(String id, String name, List<String> tactics) {
    public Technique {
        tactics = List.copyOf(tactics);
    }
}
