package io.ashiato.readers.evtx;

import io.ashiato.bytes.LittleEndian;
import org.jspecify.annotations.Nullable;

/// Says of a record, before anything is made of it, whether a selection takes it: ids stand in the header, and the
/// time can mostly be read in place. For one thread.
final class SelectedRecords {
    private static final int WRITTEN_AT = 16; // behind signature, size and id

    private final RecordSelection selection;
    private final @Nullable TimeLane times;
    private byte[] chunk = new byte[0];

    /// What is known of a record.
    enum Answer {
        WANTED,
        UNWANTED,

        /// Only [RecordSelection#takes] can tell, of the record's tree.
        UNKNOWN
    }

    SelectedRecords(RecordSelection selection) {
        this(selection, selection.asksForTime() ? new TimeLane() : null);
    }

    private SelectedRecords(RecordSelection selection, @Nullable TimeLane times) {
        this.selection = selection;
        this.times = times;
    }

    /// The same for another thread.
    SelectedRecords another() {
        return new SelectedRecords(selection, times == null ? null : times.another());
    }

    /// Turns to another chunk.
    void turnTo(ChunkBytes next) {
        chunk = next.bytes();
        if (times != null) {
            times.turnTo(next);
        }
    }

    /// @param at of the record from the start of the chunk
    /// @param size of the record in bytes
    Answer answer(int at, int size) {
        if (!selection.takesId(LittleEndian.i64(chunk, at + ChunkFrames.ID_AT))) {
            return Answer.UNWANTED;
        }
        if (times == null) {
            return Answer.WANTED;
        }
        if (!times.read(at, size)) {
            return Answer.UNKNOWN;
        }
        long written = LittleEndian.i64(chunk, at + WRITTEN_AT);
        return selection.takesTime(times.created(), written) ? Answer.WANTED : Answer.UNWANTED;
    }
}
