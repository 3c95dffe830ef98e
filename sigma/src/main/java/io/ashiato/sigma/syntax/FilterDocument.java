package io.ashiato.sigma.syntax;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A filter as written: a condition that is ANDed to the conditions of the rules it names
/// (`sigma-filters-specification.md`). A filter that is to suppress therefore says `not selection`.
///
/// @param sound whether nothing was wrong so far
/// @param source absent only where the document has none
/// @param everyRule `rules: any` of version 2.2: all rules whose log source fits
/// @param rules the rules it names, by id or name; empty with `everyRule`
/// @param identifiers the named searches in the order of the document; they are the filter's own
/// @param conditions one in a sound document
public record FilterDocument(
        boolean sound,
        Document.Heading heading,
        Optional<Document.Source> source,
        boolean everyRule,
        List<Reference> rules,
        Map<String, Search> identifiers,
        List<Condition> conditions,
        Place place,
        String content) {

    /// The id or name of a rule, as written.
    public record Reference(String text, Place place) {}
}
