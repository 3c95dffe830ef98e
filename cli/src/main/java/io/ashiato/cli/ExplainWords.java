package io.ashiato.cli;

import java.util.List;

/// What `ashiato rules explain` says. Text from rules and evidence comes in made visible.
interface ExplainWords {
    String matches(String event);

    String doesNotMatch(String event);

    /// The event is of the rule's log source.
    String ofSource(String source, String kind);

    /// The event is not of the rule's log source; what follows is what the condition would say.
    String notOfSource(String source, String kind);

    String allOf();

    String anyOf();

    String not();

    /// Parts that are not shown.
    String hidden(long parts, boolean fit);

    /// The event does not have the field.
    String absent(String field);

    /// A regular expression was stopped on this value.
    String givenUp();

    /// Stands behind a test that minds case.
    String caseCounts();

    /// Instead of a field: a keyword is looked for in every text of the event.
    String anyText();

    /// @param subject the field, or [#anyText]
    /// @param value of the rule, quoted where it is a text; the other field's name; empty where there is none
    String question(PredicateText.Question question, String subject, String value);

    // Correlations

    String events(long count);

    /// @param condition such as `event_count >= 3`
    /// @param span such as `10m`
    /// @param groupBy names of fields; none for all events together
    String correlationAsks(String condition, String span, List<String> groupBy);

    /// What one of the correlation's rules gave.
    ///
    /// @param lacking events without a field that the correlation asks for
    String cameIn(String rule, long events, long lacking);

    /// Events that take no part for want of a time.
    String withoutTime(long events);

    /// How far a group came.
    ///
    /// @param group names and values; empty where all events are taken together
    /// @param measure the number that the condition is about
    /// @param times the first and the last
    /// @param rules that matched
    String reached(String group, String measure, long events, String times, List<String> rules);

    /// Groups that are not shown.
    String moreGroups(long groups);

    // Wrong use

    String noSuchRule(String name);

    String noRuleRuns(String path);

    String noEvents(String path);

    String badEvent(String place, String reason);

    String tooLarge(String path, String limit);

    String moreEvents(long shown);

    String recordNeedsLog(String path);

    String logNeedsRecord(String path);

    String noSuchRecord(String path, long record);
}
