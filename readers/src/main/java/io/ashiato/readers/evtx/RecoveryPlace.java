package io.ashiato.readers.evtx;

import java.util.Locale;

/// Where a recovered record lies.
public enum RecoveryPlace {
    /// Behind the last listed record of a chunk, where the chunk's header says that space is free.
    SLACK,
    /// Behind the end of another record's binary XML and within that record's size: how records are
    /// hidden by whoever edits a log in place.
    INSIDE_RECORD,
    /// Among the listed records of a chunk, in bytes that none of them has.
    BETWEEN_RECORDS,
    /// In a chunk whose header is zeroed or lists no record.
    CLEARED_CHUNK,
    /// In a chunk whose header is no header any more. Its place is known from the records themselves
    /// or, in a log, from the places that chunks have.
    HEADERLESS_CHUNK,
    /// In a chunk with a header that lies where no log lists it: outside of a log, or off its grid.
    UNLISTED_CHUNK,
    /// Alone: where its chunk began cannot be told.
    LONE_RECORD;

    /// As it is written: `inside-record`.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
