package io.ashiato.cli;

import java.util.List;
import java.util.Locale;

/// English.
final class ExplainEnglishWords implements ExplainWords {
    @Override
    public String matches(String event) {
        return "matches " + event;
    }

    @Override
    public String doesNotMatch(String event) {
        return "does not match " + event;
    }

    @Override
    public String ofSource(String source, String kind) {
        return "log source " + source + " is " + kind;
    }

    @Override
    public String notOfSource(String source, String kind) {
        return "log source " + source + " is not " + kind + "; by itself, the condition says:";
    }

    @Override
    public String allOf() {
        return "all of";
    }

    @Override
    public String anyOf() {
        return "any of";
    }

    @Override
    public String not() {
        return "not";
    }

    @Override
    public String hidden(long parts, boolean fit) {
        return "... " + String.format(Locale.ROOT, "%,d", parts) + " more that " + (parts == 1 ? "does" : "do")
                + (fit ? "" : " not") + " (--all shows them)";
    }

    @Override
    public String absent(String field) {
        return field + " is not in the event";
    }

    @Override
    public String givenUp() {
        return " (given up: too many steps)";
    }

    @Override
    public String caseCounts() {
        return " (case counts)";
    }

    @Override
    public String anyText() {
        return "any text";
    }

    @Override
    public String question(PredicateText.Question question, String subject, String value) {
        return subject
                + switch (question) {
                    case IS -> " is " + value;
                    case IS_EMPTY -> " is there and empty";
                    case HAS_ANY_VALUE -> " has any value";
                    case CONTAINS -> " contains " + value;
                    case STARTS_WITH -> " starts with " + value;
                    case ENDS_WITH -> " ends with " + value;
                    case FITS_PATTERN -> " fits " + value;
                    case FITS_REGEX -> " matches " + value;
                    case IN_NETWORK -> " lies in " + value;
                    case LESS -> " < " + value;
                    case LESS_OR_EQUAL -> " <= " + value;
                    case GREATER -> " > " + value;
                    case GREATER_OR_EQUAL -> " >= " + value;
                    case EQUAL -> " = " + value;
                    case ABSENT -> " is not there";
                    case PRESENT -> " is there";
                    case IS_FIELD -> " is the value of " + value;
                    case CONTAINS_FIELD -> " contains the value of " + value;
                    case STARTS_WITH_FIELD -> " starts with the value of " + value;
                    case ENDS_WITH_FIELD -> " ends with the value of " + value;
                };
    }

    @Override
    public String events(long count) {
        return String.format(Locale.ROOT, "%,d", count) + (count == 1 ? " event" : " events");
    }

    @Override
    public String correlationAsks(String condition, String span, List<String> groupBy) {
        return "asks for " + condition + " within " + span
                + (groupBy.isEmpty() ? "" : ", of events with the same " + String.join(", ", groupBy));
    }

    @Override
    public String cameIn(String rule, long events, long lacking) {
        return rule + ": " + events(events)
                + (lacking == 0 ? "" : ", and " + events(lacking) + " without a field that is asked for");
    }

    @Override
    public String withoutTime(long events) {
        return events(events) + " without a time: no part of any correlation";
    }

    @Override
    public String reached(String group, String measure, long events, String times, List<String> rules) {
        return (group.isEmpty() ? "all together" : group) + ": " + measure + ", by " + events(events) + " (" + times
                + ") of " + String.join(", ", rules);
    }

    @Override
    public String moreGroups(long groups) {
        return "... " + String.format(Locale.ROOT, "%,d", groups) + " more groups (--all shows them)";
    }

    @Override
    public String noSuchRule(String name) {
        return "no rule " + name + ": give a file of rules, or the id or title of a rule in --rules DIR or the default"
                + " rules.";
    }

    @Override
    public String noRuleRuns(String path) {
        return "no rule in " + path + " can run: ashiato rules lint " + path + " says why.";
    }

    @Override
    public String noEvents(String path) {
        return "no event in " + path + ": give one as JSON, as ashiato dump prints it, or a log with --record.";
    }

    @Override
    public String badEvent(String place, String reason) {
        return place + " is no event as ashiato dump prints it: " + reason + ".";
    }

    @Override
    public String tooLarge(String path, String limit) {
        return path + " is larger than what is read of events as JSON (" + limit + ").";
    }

    @Override
    public String moreEvents(long shown) {
        return "only the first " + String.format(Locale.ROOT, "%,d", shown) + " events are explained.";
    }

    @Override
    public String recordNeedsLog(String path) {
        return "--record takes a record of an event log, and " + path + " is none. Leave --record out.";
    }

    @Override
    public String logNeedsRecord(String path) {
        return path + " is an event log: say with --record N which record is meant.";
    }

    @Override
    public String noSuchRecord(String path, long record) {
        return "no record " + record + " in " + path + ". ashiato dump --stats lists the ids of its records.";
    }
}
