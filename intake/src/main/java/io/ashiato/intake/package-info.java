/// From what was given on the command line to evidence items: files, folders, archives and what is in them.
///
/// Walks in a fixed order, hashes each item, recognises it by content and hands it out as a
/// [io.ashiato.bytes.ByteSource]. Evidence is opened for reading only; links inside folders, devices and pipes are
/// never opened; what an archive calls its members never becomes a path of this machine. Encrypted zip files are
/// opened with passwords that the caller or the evidence names. Unpacked bytes
/// too large for memory go to the scratch folder that the caller names, and leave it with their item.
///
/// Refuses to parse what items contain (that is `readers`), to start threads, and to word diagnostics.
/// Depends on `model`, `bytes`, `readers`, and on decoders for compressed data.
@org.jspecify.annotations.NullMarked
package io.ashiato.intake;
