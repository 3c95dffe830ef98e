package io.ashiato.casefile.pipeline;

import io.ashiato.model.Diagnostic;
import io.ashiato.model.EvidenceItem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What one pass over all evidence went through.
///
/// @param items the manifest, in the order of the evidence
/// @param diagnostics by path, then in the order in which they were found
/// @param bytes of all items that were read
/// @param seenSources log sources of which there were events, by the rules' names
public record EvidenceReading(
        List<EvidenceItem> items, List<Diagnostic> diagnostics, long bytes, Set<String> seenSources) {
    public EvidenceReading {
        items = List.copyOf(items);
        diagnostics = List.copyOf(diagnostics);
        seenSources = Set.copyOf(seenSources);
    }

    /// The same with a diagnostic that became known later.
    public EvidenceReading with(Optional<Diagnostic> later) {
        List<Diagnostic> all =
                Stream.concat(diagnostics.stream(), later.stream()).toList();
        return new EvidenceReading(items, all, bytes, seenSources);
    }
}
