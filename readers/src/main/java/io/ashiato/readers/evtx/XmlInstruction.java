package io.ashiato.readers.evtx;

/// A processing instruction. Windows writes none; the format allows them.
///
/// @param target the name of the instruction
/// @param data everything behind the name
public record XmlInstruction(String target, String data) implements XmlNode {}
