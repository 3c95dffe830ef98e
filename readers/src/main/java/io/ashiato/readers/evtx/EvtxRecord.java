package io.ashiato.readers.evtx;

/// A record that was read whole.
///
/// @param offset of the record in the file, in bytes
/// @param headerId the number in the record's header; counts without a gap in the log that Windows
///     wrote, while `EventRecordID` inside the event does so in the log where it was first written
/// @param writtenTicks the time in the record's header: 100 ns since 1601-01-01 UTC, unsigned, not checked
/// @param event the record's XML, mostly an element `Event`
public record EvtxRecord(long offset, long headerId, long writtenTicks, XmlElement event) {}
