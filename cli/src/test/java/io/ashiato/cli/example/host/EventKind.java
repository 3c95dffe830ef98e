package io.ashiato.cli.example.host;

/// What all events of one provider, id and version have in common.
///
/// @param keywords 64 bits
public record EventKind(EventProvider provider, int id, int version, int level, int task, int opcode, long keywords) {}
