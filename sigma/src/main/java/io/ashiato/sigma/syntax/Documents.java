package io.ashiato.sigma.syntax;

import java.util.List;

/// What a file of rules holds, each kind in the order of the file.
///
/// @param rules also faulty ones
/// @param correlations sound ones only
/// @param faultyCorrelations the others, so that rules which refer to them are told why they cannot
public record Documents(
        List<Document> rules, List<CorrelationDocument> correlations, List<Document.Heading> faultyCorrelations) {
    public Documents {
        rules = List.copyOf(rules);
        correlations = List.copyOf(correlations);
        faultyCorrelations = List.copyOf(faultyCorrelations);
    }
}
