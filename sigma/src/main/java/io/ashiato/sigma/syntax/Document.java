package io.ashiato.sigma.syntax;

import io.ashiato.model.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A detection rule as written, its outer shape checked.
///
/// @param content the document without comments and layout: equal for two files that say the same
/// @param identifiers the named searches in the order of the document
/// @param conditions at least one; a list of conditions means any of them
public record Document(
        Heading heading,
        Source source,
        Map<String, Search> identifiers,
        List<Condition> conditions,
        Place place,
        String content) {

    /// What a person is told of the rule.
    public record Heading(
            Optional<String> id,
            String title,
            Optional<String> titleJa,
            Optional<Level> level,
            Optional<String> author,
            List<String> tags,
            Optional<String> description,
            List<String> falsePositives) {}

    /// `logsource` as written; empty texts where a key is absent.
    public record Source(String category, String product, String service, Place place) {}
}
