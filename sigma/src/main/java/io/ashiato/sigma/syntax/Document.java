package io.ashiato.sigma.syntax;

import io.ashiato.model.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A detection rule as written. One with faults is kept as far as it could be read, so that later stages
/// can tell its other faults too.
///
/// @param sound whether nothing was wrong so far
/// @param source absent only where the document has none
/// @param content the document without comments and layout: equal for two files that say the same
/// @param identifiers the named searches in the order of the document
/// @param conditions at least one in a sound document; a list of conditions means any of them
/// @param aggregation over the events that the condition matches; only the correlation made of it makes detections
public record Document(
        boolean sound,
        Heading heading,
        Attributes attributes,
        Optional<Source> source,
        Map<String, Search> identifiers,
        List<Condition> conditions,
        Optional<Aggregation> aggregation,
        Place place,
        String content) {
    /// By which filters and correlations may refer to the rule.
    public Optional<String> name() {
        return attributes.name();
    }

    /// What a person is told of the rule.
    public record Heading(
            Optional<String> id,
            String title,
            Optional<String> titleJa,
            Optional<Level> level,
            Optional<RuleStatus> status,
            Optional<String> author,
            List<String> tags,
            Optional<String> description,
            List<String> falsePositives) {}

    /// `logsource` as written; empty texts where a key is absent.
    public record Source(String category, String product, String service, Place place) {}
}
