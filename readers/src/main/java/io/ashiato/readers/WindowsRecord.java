package io.ashiato.readers;

import io.ashiato.bytes.AsciiDigits;
import io.ashiato.model.Event;
import io.ashiato.model.Fields;
import io.ashiato.model.RecordRef;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// A record of a Windows event log that reached us in another form than EVTX, with its fields by the names that
/// [io.ashiato.readers.evtx.EvtxEvents] gives them, so that rules see the same event.
///
/// @param time as far as the record has one
/// @param system the envelope: `EventID`, `Channel`, `Computer`, `Provider_Name`, `EventRecordID`, ...
/// @param data what the event tells
public record WindowsRecord(Optional<Instant> time, Fields system, Fields data) {
    /// Nineteen digits may be too large for a `long`; real record ids have ten at most.
    private static final int MOST_DIGITS = 18;

    /// The event.
    ///
    /// @param number of the record in the log, which stands in for a record id that is missing
    public Event event(LogItem item, long offset, long number) {
        String id = system.first("EventRecordID").orElse("");
        return new Event(
                time,
                system.first("Computer").orElse(""),
                system.first("Channel").orElse(""),
                system.first("Provider_Name").orElse(""),
                system.first("EventID").orElse(""),
                data,
                system,
                new RecordRef(
                        item.path(),
                        item.sha256(),
                        offset,
                        OptionalLong.of(AsciiDigits.are(id, MOST_DIGITS) ? Long.parseLong(id) : number),
                        OptionalLong.empty()));
    }
}
