package io.ashiato.cli.example.host;

/// A host on the network.
///
/// @param ip IPv4; private or from a documentation range (RFC 5737)
/// @param name full name, `-` where Sysmon found none
public record Address(String ip, String name) {
    /// The name without the domain.
    public String shortName() {
        int point = name.indexOf('.');
        return point < 0 ? name : name.substring(0, point);
    }
}
