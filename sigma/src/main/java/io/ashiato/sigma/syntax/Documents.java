package io.ashiato.sigma.syntax;

import java.util.List;
import java.util.stream.Stream;

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

    /// A document that cannot be used, as far as it could be read.
    ///
    /// @param content see [Document#content]
    public record Faulty(Document.Heading heading, Attributes attributes, Place place, String content) {}

    /// Where each document begins, in no order.
    public List<Place> places() {
        return Stream.of(
                        rules.stream().map(Document::place),
                        filters.stream().map(FilterDocument::place),
                        correlations.stream().map(CorrelationDocument::place),
                        faulty.stream().map(Faulty::place))
                .flatMap(places -> places)
                .toList();
    }
}
