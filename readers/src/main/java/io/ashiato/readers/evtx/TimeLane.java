package io.ashiato.readers.evtx;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads when the event of a record was created, in place. For one thread.
final class TimeLane {
    private final Layouts<FieldCodes> layouts;
    private final InstanceReader<FieldCodes> instances;
    private final ValueTexts texts = new ValueTexts();
    private Optional<Instant> created = Optional.empty();

    TimeLane() {
        this(new Layouts<>(FieldCodes::new));
    }

    private TimeLane(Layouts<FieldCodes> layouts) {
        this.layouts = layouts;
        this.instances = new InstanceReader<>(layouts, true);
    }

    /// A lane for another thread; both share what they learn of templates.
    TimeLane another() {
        return new TimeLane(layouts);
    }

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
        TemplateLayout<FieldCodes> layout = instances.read(at + ChunkFrames.RECORD_HEADER, at + size - 4, 0);
        FieldCode code = layout == null ? FieldCode.NONE : layout.code().ofRecord();
        if (!code.hasSystem()) {
            return false;
        }
        int slot = code.timeSlot();
        if (!TimeValue.isReadable(instances.slots(), slot)) {
            return false;
        }
        created = TimeValue.of(instances, texts, slot);
        return isOnlySystem(code, instances.count());
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
    private static boolean mayHaveSystem(@Nullable TemplateLayout<FieldCodes> part) {
        return part == null
                || !part.code().ofParts().isComplete()
                || part.code().ofParts().hasSystem();
    }
}
