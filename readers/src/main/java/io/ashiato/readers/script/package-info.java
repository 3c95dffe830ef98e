/// Scripts and command lines, decoded one layer after another.
///
/// [ScriptReader] tells language, addresses and programs of a PowerShell, VBScript, JScript or batch
/// script or of a bare command line, and gives what one layer of it decodes to as children.
/// [ScriptLayers] does the decoding: expressions of literals are folded into the literal that they
/// make, encoded payloads are taken out. Nothing is executed: what depends on a run, on the machine, or
/// on a loop stays as it is.
///
/// Depends on `model`, `bytes` and the common types of `readers`.
@org.jspecify.annotations.NullMarked
package io.ashiato.readers.script;
