package io.ashiato.sigma.syntax;

import java.util.List;
import java.util.Optional;

/// What a file of rules holds, each kind in the order of the file.
///
/// @param rules also faulty ones
/// @param filters also faulty ones
/// @param correlations sound ones only
/// @param faulty correlations that are not sound, so that others which refer to them are told
public record Documents(
        List<Document> rules,
        List<FilterDocument> filters,
        List<CorrelationDocument> correlations,
        List<Faulty> faulty) {
    public Documents {
        rules = List.copyOf(rules);
        filters = List.copyOf(filters);
        correlations = List.copyOf(correlations);
        faulty = List.copyOf(faulty);
    }

    /// What a document is called that cannot be used.
    public record Faulty(Optional<String> id, Optional<String> name) {}
}
