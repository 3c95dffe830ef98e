package io.ashiato.model;

import java.time.Instant;
import java.util.Optional;

/// What a finding rests on: one event that a rule matched, reduced to what a person wants to see.
///
/// @param id such as `E-0042`, unique in the case
/// @param telling the one value that shows what happened (command line, path, account, address), whole
/// @param tellingField the field that holds it
/// @param account the acting account as the event names it
/// @param correlated the events behind it, where the rule is a correlation and the event only the last of them
/// @param process the acting program's path as the event names it
public record Observation(
        String id,
        Optional<Instant> time,
        String host,
        String channel,
        String eventId,
        RuleInfo rule,
        String tellingField,
        String telling,
        Optional<String> account,
        Optional<String> process,
        RecordRef source,
        Optional<Correlated> correlated) {
    /// The same observation with names in their one spelling.
    public Observation withNames(String newHost, Optional<String> newAccount) {
        return new Observation(
                id,
                time,
                newHost,
                channel,
                eventId,
                rule,
                tellingField,
                telling,
                newAccount,
                process,
                source,
                correlated);
    }

    public Observation withId(String newId) {
        return new Observation(
                newId, time, host, channel, eventId, rule, tellingField, telling, account, process, source, correlated);
    }
}
