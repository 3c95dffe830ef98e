package io.ashiato.model;

import java.util.OptionalLong;

/// Where an event lies in the evidence: enough to find the very bytes again.
///
/// @param path the item's path, as in [EvidenceItem#path]
/// @param sha256 of the item
/// @param offset of the record in the item, in bytes
/// @param recordId the number inside the event (`System/EventRecordID`), where it is a number
/// @param headerId the number in the record's header; differs from the former in exported logs
public record RecordRef(String path, String sha256, long offset, OptionalLong recordId, OptionalLong headerId) {}
