package io.ashiato.model;

import java.util.List;
import java.util.Optional;

/// What published knowledge an analysis had at hand.
///
/// @param builtIn version of the built-in knowledge, such as `2026-11-23`
/// @param before the day before which a report must have been published to count, ISO; empty for no limit
/// @param samples known programs that those of the case could be compared with
/// @param files knowledge that the user added
public record KnowledgeUsed(String builtIn, Optional<String> before, long samples, List<KnowledgeFile> files) {
    public KnowledgeUsed {
        files = List.copyOf(files);
    }

    /// Whether something of it was made up for an example.
    public boolean hasInvented() {
        return files.stream().anyMatch(KnowledgeFile::invented);
    }

    /// One file.
    public record KnowledgeFile(String name, String sha256, boolean invented) {}
}
