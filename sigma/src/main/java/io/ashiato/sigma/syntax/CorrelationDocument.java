package io.ashiato.sigma.syntax;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A correlation rule whose own text is sound; whether the rules that it refers to exist is not known yet.
///
/// @param rules at least one, in the order of the document
/// @param groupBy fields or aliases; none puts all events into one group
/// @param aliases alias -> rule as referred to -> field of the events that this rule matches
/// @param condition absent only for temporal types, where all rules have to match then
/// @param overRules a condition over the names of `rules`, instead of one over their number
/// @param generate whether the rules that it refers to also make detections of their own
/// @param content see [Document#content]
public record CorrelationDocument(
        Document.Heading heading,
        Attributes attributes,
        CorrelationType type,
        List<Reference> rules,
        List<String> groupBy,
        Map<String, Map<String, String>> aliases,
        Duration timespan,
        Optional<CorrelationCondition> condition,
        Optional<OverRules> overRules,
        boolean generate,
        Place place,
        String content) {
    public CorrelationDocument {
        rules = List.copyOf(rules);
        groupBy = List.copyOf(groupBy);
        aliases = Map.copyOf(aliases);
    }

    /// By which other correlations may refer to it.
    public Optional<String> name() {
        return attributes.name();
    }

    /// Only version 2.2 of the language has it, which is not released.
    public record OverRules(Condition condition, Place place) {}

    /// Another rule, by its id or its name.
    public record Reference(String text, Place place) {}
}
