package io.ashiato.readers.evtx;

import io.ashiato.bytes.LittleEndian;

/// Says of a record, before anything is made of it, whether a selection takes it: ids stand in the header, and the
/// time can mostly be read in place. For one thread.
final class SelectedRecords {
    private static final int WRITTEN_AT = 16; // behind signature, size and id

    private final RecordSelection selection;
    private final InstanceReader instances;
    private final ValueTexts texts = new ValueTexts();

    /// What is known of a record.
    enum Answer {
        WANTED,
        UNWANTED,

        /// Only [RecordSelection#takes] can tell, of the record's tree.
        UNKNOWN
    }

    /// @param instances turned to the chunk whose records are asked about; what it has read of one is forgotten
    SelectedRecords(RecordSelection selection, InstanceReader instances) {
        this.selection = selection;
        this.instances = instances;
    }

    /// @param at of the record from the start of the chunk
    /// @param size of the record in bytes
    Answer answer(int at, int size) {
        if (!selection.takesId(LittleEndian.i64(instances.chunk(), at + ChunkFrames.ID_AT))) {
            return Answer.UNWANTED;
        }
        return selection.asksForTime() ? ofTime(at, size) : Answer.WANTED;
    }

    private Answer ofTime(int at, int size) {
        instances.beginRecord();
        TemplateLayout layout = instances.read(at + ChunkFrames.RECORD_HEADER, at + size - 4, 0);
        if (layout == null || !layout.fields().hasSystem()) {
            return Answer.UNKNOWN;
        }
        int slot = layout.fields().timeSlot();
        if (!TimeValue.isReadable(instances.slots(), slot) || !isOnlySystem(layout.fields(), instances.count())) {
            return Answer.UNKNOWN;
        }
        long written = LittleEndian.i64(instances.chunk(), at + WRITTEN_AT);
        return selection.takesTime(TimeValue.of(instances, texts, slot), written) ? Answer.WANTED : Answer.UNWANTED;
    }

    /// Whether no other part of the event is a second System, whose time would count.
    ///
    /// @param top behind the record's own values
    private boolean isOnlySystem(FieldCode code, int top) {
        int fragments = 0;
        for (FieldCode.Field field : code.fields()) {
            if (field instanceof FieldCode.Part(int slot)
                    && instances.slots().kind(slot) >> 16 == ValueReader.BINARY_XML) {
                TemplateLayout part =
                        ++fragments > InstanceReader.MOST_FRAGMENTS ? null : instances.fragment(slot, top);
                if (part == null || !part.partFields().isComplete() || part.partFields().hasSystem()) {
                    return false;
                }
            }
        }
        return true;
    }
}
