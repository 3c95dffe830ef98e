package io.ashiato.readers.evtx;

import io.ashiato.model.EventTime;
import java.time.Instant;
import java.util.Optional;

/// Which records of a log are wanted: by the id in the record's header and by time. A record's time is that of its
/// `TimeCreated` or, where it states none, the time at which it was written; one without either has no time, and is
/// wanted only where time does not matter.
///
/// @param firstId lowest id in the record's header, unsigned
/// @param lastId highest id in the record's header, unsigned; it belongs to what is wanted
/// @param from earliest time; it belongs to what is wanted
/// @param to the time before which records lie; it does not belong to what is wanted
public record RecordSelection(long firstId, long lastId, Optional<Instant> from, Optional<Instant> to) {
    /// The highest id that a record can have.
    public static final long HIGHEST_ID = -1;

    /// Every record.
    public static final RecordSelection ALL = new RecordSelection(0, HIGHEST_ID, Optional.empty(), Optional.empty());

    public boolean takes(EvtxRecord record) {
        return takesId(record.headerId())
                && (!asksForTime() || takesTime(EvtxEvents.timeCreated(record), record.writtenTicks()));
    }

    /// Whether a record of this id may be wanted, whatever its time.
    public boolean takesId(long headerId) {
        return Long.compareUnsigned(headerId, firstId) >= 0 && Long.compareUnsigned(headerId, lastId) <= 0;
    }

    /// Whether it depends on the time of a record if it is wanted.
    public boolean asksForTime() {
        return from.isPresent() || to.isPresent();
    }

    /// Whether a record of this time is wanted, whatever its id.
    ///
    /// @param created what its `TimeCreated` says
    /// @param writtenTicks when it was written, in units of 100 ns since 1601
    boolean takesTime(Optional<Instant> created, long writtenTicks) {
        Optional<Instant> time = created.or(() -> EventTime.ofFiletime(writtenTicks));
        return time.isPresent()
                && (from.isEmpty() || !time.get().isBefore(from.get()))
                && (to.isEmpty() || time.get().isBefore(to.get()));
    }
}
