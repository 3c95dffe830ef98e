package io.ashiato.readers.evtx;

import io.ashiato.bytes.LittleEndian;
import org.jspecify.annotations.Nullable;

/// Finds the template instance that a record, or a fragment inside one, consists of: its layout and its values.
///
/// Of one chunk at a time. Takes only what is sound and simple beyond doubt, and leaves the rest to the plain
/// reader.
///
/// @param <C> what a lane compiles of a template
final class InstanceReader<C> {
    /// Fragments in one record; real ones have one, beside System.
    static final int MOST_FRAGMENTS = 8;

    private static final int END_OF_STREAM = 0x00;
    private static final int OPEN_START_TAG = 0x01;
    private static final int MORE = 0x40;
    private static final int TEMPLATE_INSTANCE = 0x0C;
    private static final int FRAGMENT_HEADER = 0x0F;
    private static final int FRAGMENT_HEADER_SIZE = 4;
    private static final int INSTANCE_SIZE = 10; // token, version, id (4), place of the definition (4)

    private final LayoutCache<C> layouts;
    private final SlotTable slots = new SlotTable();
    private final boolean checksAll;
    private byte[] chunk = new byte[0];
    private int length;
    private int count;

    /// @param layouts that threads share
    /// @param checksAll whether instances with a value that is not sound are not taken; else each value asked for
    ///     is to be checked by [SlotTable#isSound]
    InstanceReader(Layouts<C> layouts, boolean checksAll) {
        this.checksAll = checksAll;
        this.layouts = new LayoutCache<>(layouts);
    }

    /// Turns to another chunk.
    ///
    /// @param length bytes of `chunk` that are there
    void turnTo(byte[] chunk, int length) {
        this.chunk = chunk;
        this.length = length;
        layouts.turnTo(chunk, length);
    }

    /// Begins a record; what was read of the last one is forgotten.
    void beginRecord() {
        slots.begin();
    }

    /// The layout of the instance between two places of the chunk, which holds nothing else; none where that is
    /// not so. Its values are then in [#slots], from `base` on.
    @Nullable
    TemplateLayout<C> read(int from, int to, int base) {
        int at = from;
        while (at < to && chunk[at] == FRAGMENT_HEADER) {
            at += FRAGMENT_HEADER_SIZE;
        }
        if (to - at < INSTANCE_SIZE + 4 || chunk[at] != TEMPLATE_INSTANCE) {
            return null;
        }
        int place = LittleEndian.i32(chunk, at + 6);
        TemplateLayout<C> layout = layouts.at(place);
        if (layout == null) {
            return null;
        }
        at += INSTANCE_SIZE;
        if (place == at) {
            at += layout.length(); // the first use of a definition in a chunk brings it along
        }
        if (to - at < 4) {
            return null;
        }
        count = LittleEndian.i32(chunk, at);
        boolean isTaken = count >= layout.slots()
                && (checksAll
                        ? slots.read(chunk, at + 4, count, to, base)
                        : slots.locate(chunk, at + 4, count, to, base));
        return isTaken && (slots.end() == to || chunk[slots.end()] == END_OF_STREAM) ? layout : null;
    }

    /// The layout of the fragment in a value.
    ///
    /// @param base number of the first value in it
    @Nullable
    TemplateLayout<C> fragment(int slot, int base) {
        int kind = slots.kind(slot);
        if (kind >> 16 != ValueReader.BINARY_XML) {
            return null;
        }
        int at = slots.at(slot);
        int size = kind & 0xFFFF;
        TemplateLayout<C> layout = read(at, at + size, base);
        if (layout == null
                && size > FRAGMENT_HEADER_SIZE
                && (chunk[at + FRAGMENT_HEADER_SIZE] & ~MORE) == OPEN_START_TAG) {
            count = 0;
            layout = layouts.fragment(at, size);
        }
        return layout;
    }

    /// The values of the instances read.
    SlotTable slots() {
        return slots;
    }

    /// How many values the instance read last has.
    int count() {
        return count;
    }

    byte[] chunk() {
        return chunk;
    }

    /// Bytes of the chunk that are there.
    int length() {
        return length;
    }
}
