package io.ashiato.readers.evtx;

import io.ashiato.bytes.Damage;

/// What is wrong with a single record.
///
/// @param lost whether it cost the record; else what could be read of the record was read, and only
///     a value of it is missing or shown as bytes, or its frame is broken
public record RecordFlaw(Damage damage, boolean lost) {}
