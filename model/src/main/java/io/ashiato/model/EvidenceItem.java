package io.ashiato.model;

import java.util.Optional;

/// One file as it was handed in, or one member of an archive, with what became of it.
///
/// @param path as given on the command line; a file in a folder is the folder as given plus the
///     relative path with `/`; a member of an archive is `a.zip!/folder/x.evtx`
/// @param size in bytes; -1 where it could not be determined
/// @param sha256 64 lower-case hexadecimal digits; empty where the content could not be read
/// @param host the computer that wrote most of its records, where that is known
/// @param outcome what was read of it
public record EvidenceItem(
        String path, long size, String sha256, EvidenceKind kind, Optional<String> host, ItemOutcome outcome) {}
