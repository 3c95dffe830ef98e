package io.ashiato.cli.example;

/// A host on the network.
///
/// @param ip IPv4; private or from a documentation range (RFC 5737)
/// @param name full name, `-` where Sysmon found none
record Address(String ip, String name) {}
