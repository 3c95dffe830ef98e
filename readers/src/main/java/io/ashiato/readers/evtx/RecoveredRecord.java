package io.ashiato.readers.evtx;

import java.util.List;
import java.util.OptionalLong;

/// A record that no log lists any more.
///
/// @param offset of the record in the file, in bytes
/// @param headerId the number in the record's header
/// @param writtenTicks the time in the record's header: 100 ns since 1601-01-01 UTC, unsigned, not checked
/// @param event the record's XML. What lost its template has its values in order as `Data` without
///     names, in an `EventData` element
/// @param doubts why it is not [RecoveryCertainty#WHOLE]; empty if it is
/// @param copyOf where a record of the same number and time was met before, listed or recovered
public record RecoveredRecord(
        long offset,
        long headerId,
        long writtenTicks,
        XmlElement event,
        RecoveryPlace place,
        RecoveryCertainty certainty,
        List<RecoveryDoubt> doubts,
        OptionalLong copyOf) {
    public RecoveredRecord {
        doubts = List.copyOf(doubts);
    }
}
