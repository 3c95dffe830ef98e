package io.ashiato.readers.evtx;

import io.ashiato.bytes.LittleEndian;
import io.ashiato.model.EventTime;
import java.time.Instant;
import java.util.Optional;

/// The value of a template instance that is the time of its event, read in place.
final class TimeValue {
    private TimeValue() {}

    /// Whether the value is one that [#of] reads; else the record is left to the plain reader.
    static boolean isReadable(SlotTable slots, int slot) {
        return slots.isEmpty(slot) || ValueBytes.isSingle(slots.kind(slot));
    }

    /// The time that the value states; none if it is empty or no time.
    static Optional<Instant> of(InstanceReader<?> instances, ValueTexts texts, int slot) {
        SlotTable slots = instances.slots();
        if (slots.isEmpty(slot)) {
            return Optional.empty();
        }
        int at = slots.at(slot);
        int kind = slots.kind(slot);
        return kind >> 16 == ValueReader.FILETIME
                ? EventTime.ofFiletime(LittleEndian.i64(instances.chunk(), at))
                : EvtxEvents.parsed(texts.text(instances.chunk(), at, kind));
    }
}
