package io.ashiato.model;

import java.time.Instant;
import java.util.Optional;

/// One record of a log: when, where, what kind, and its fields as text.
///
/// @param time in UTC with 100 ns; empty where the record carries none that is a time
/// @param host as the record names its computer, case kept; `""` where it names none
/// @param channel the log it was written to, from the record itself, never from the file; may be `""`
/// @param provider may be `""`
/// @param eventId as text, since logs hold it as number and as text; may be `""`
/// @param data what the event tells: EventData, or the leaves of UserData
/// @param system the envelope: leaves and attributes of System, names joined by `_`
///     (`Provider_Name`, `Execution_ProcessID`, `EventID`, `Channel`, ...)
public record Event(
        Optional<Instant> time,
        String host,
        String channel,
        String provider,
        String eventId,
        Fields data,
        Fields system,
        RecordRef source) {}
