package io.ashiato.readers.evtx;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads when the event of a record was created, in place. For one thread.
final class TimeLane {
    private final InstanceReader instances = new InstanceReader();
    private final ValueTexts texts = new ValueTexts();
    private Optional<Instant> created = Optional.empty();

    /// Turns to another chunk.
    void turnTo(ChunkBytes chunk) {
        instances.turnTo(chunk.bytes(), chunk.length());
    }

    /// @param at of the record from the start of the chunk
    /// @param size of the record in bytes
    /// @return whether the time could be read; if not, the record's tree tells
    boolean read(int at, int size) {
        created = Optional.empty();
        instances.beginRecord();
        TemplateLayout layout = instances.read(at + ChunkFrames.RECORD_HEADER, at + size - 4, 0);
        if (layout == null || !layout.fields().hasSystem()) {
            return false;
        }
        int slot = layout.fields().timeSlot();
        if (!TimeValue.isReadable(instances.slots(), slot)) {
            return false;
        }
        created = TimeValue.of(instances, texts, slot);
        return isOnlySystem(layout.fields(), instances.count());
    }

    /// What `TimeCreated` says in the record read last; nothing if it says no time.
    Optional<Instant> created() {
        return created;
    }

    /// Whether no other part of the event is a second System, whose time would count.
    ///
    /// @param top behind the record's own values
    private boolean isOnlySystem(FieldCode code, int top) {
        int fragments = 0;
        for (FieldCode.Field field : code.fields()) {
            if (field instanceof FieldCode.Part(int slot)
                    && instances.slots().kind(slot) >> 16 == ValueReader.BINARY_XML) {
                fragments++;
                if (fragments > InstanceReader.MOST_FRAGMENTS || mayHaveSystem(instances.fragment(slot, top))) {
                    return false;
                }
            }
        }
        return true;
    }

    /// Whether there may be a System in a part.
    private static boolean mayHaveSystem(@Nullable TemplateLayout part) {
        return part == null
                || !part.partFields().isComplete()
                || part.partFields().hasSystem();
    }
}
