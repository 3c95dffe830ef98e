package io.ashiato.casefile.pipeline;

import io.ashiato.model.Diagnostic;
import io.ashiato.model.EvidenceItem;
import java.util.List;
import java.util.Set;

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
}
