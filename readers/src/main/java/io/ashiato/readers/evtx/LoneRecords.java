package io.ashiato.readers.evtx;

import java.io.IOException;
import java.util.Optional;

/// Records that lie where no chunk's header is. What begins their chunk is found out from the
/// records: a template or a name that lies inside of a record says itself how far from the chunk's
/// start it is, and a template elsewhere repeats the id that the record gives.
final class LoneRecords {
    private static final int TEMPLATE_INSTANCE = 0x0C;
    private static final int OPEN_START_TAG = 0x01;
    private static final int MORE = 0x40;

    /// Chunks on a disk begin at a sector at least, and pages are multiples of it.
    private static final int SECTOR = 512;

    private static final long NONE = Long.MIN_VALUE; // no place is known

    private final SourceWindow window;
    private final boolean isLog;
    private final RecoveryEffort effort;
    private final byte[] chunk = new byte[EvtxFile.CHUNK_SIZE];
    private final byte[] unknown = new byte[2 * EvtxFile.CHUNK_SIZE]; // half of it may begin records
    private Optional<Base> current = Optional.empty();
    private Optional<Base> currentUnknown = Optional.empty();

    /// A stretch of the source that is or may be a chunk.
    private record Base(long at, int length, RecordSalvage salvage, RecoveryPlace place) {
        boolean covers(long offset, int size) {
            return offset >= at && offset < at + size;
        }
    }

    /// What was found at a place.
    ///
    /// @param chunkAt from where on `found` counts its places
    /// @param next where to go on
    record Outcome(long chunkAt, Optional<RecordSalvage.Found> found, RecoveryPlace place, long next) {}

    /// @param isLog whether chunks have the places that they have in a log
    LoneRecords(SourceWindow window, boolean isLog, RecoveryEffort effort) {
        this.window = window;
        this.isLog = isLog;
        this.effort = effort;
    }

    /// Looks at a place that has the start of binary XML where a record has it.
    ///
    /// @param to where the record must end at the latest
    Outcome at(long offset, long to) throws IOException {
        Base base = base(offset);
        int at = (int) (offset - base.at());
        Optional<RecordSalvage.Found> found = base.salvage().at(at, (int) Math.min(base.length(), to - base.at()));
        long next = found.map(record -> base.at() + record.contentEnd()).orElse(offset + 1);
        return new Outcome(base.at(), found, base.place(), Math.max(next, offset + 1));
    }

    private Base base(long offset) throws IOException {
        long proven = provenBase(offset);
        if (proven != NONE) {
            return chunkAt(proven);
        }
        if (isLog && offset >= EvtxFile.HEADER_SIZE + ChunkRecovery.HEADER_SIZE) {
            long chunks = (offset - EvtxFile.HEADER_SIZE) / EvtxFile.CHUNK_SIZE;
            return chunkAt(EvtxFile.HEADER_SIZE + chunks * EvtxFile.CHUNK_SIZE);
        }
        if (currentUnknown.isEmpty() || !currentUnknown.get().covers(offset, EvtxFile.CHUNK_SIZE)) {
            int length = window.fill(offset, unknown);
            effort.spend(unknown.length / RecoveryEffort.STEP_COST);
            var salvage = new RecordSalvage(unknown, length, offset, false, effort);
            currentUnknown = Optional.of(new Base(offset, length, salvage, RecoveryPlace.LONE_RECORD));
        }
        return currentUnknown.get();
    }

    private Base chunkAt(long at) throws IOException {
        if (current.isEmpty() || current.get().at() != at) {
            int length = window.fill(at, chunk);
            effort.spend(chunk.length / RecoveryEffort.STEP_COST);
            boolean isCleared = at >= 0 && isBlankHeader();
            RecoveryPlace place = isCleared ? RecoveryPlace.CLEARED_CHUNK : RecoveryPlace.HEADERLESS_CHUNK;
            current = Optional.of(new Base(at, length, new RecordSalvage(chunk, length, at, true, effort), place));
        }
        return current.get();
    }

    private boolean isBlankHeader() {
        for (int i = 0; i < ChunkRecovery.HEADER_SIZE; i++) {
            if (chunk[i] != 0) {
                return false;
            }
        }
        return true;
    }

    // ---- where the chunk begins ----

    private long provenBase(long offset) throws IOException {
        long tokenAt = offset + RecordSalvage.RECORD_HEADER + Integer.BYTES;
        int token = window.i32(tokenAt) & 0xFF;
        if (token == TEMPLATE_INSTANCE) {
            return templateBase(offset, tokenAt + 2);
        }
        if ((token & ~MORE) == OPEN_START_TAG) {
            long nameAt = tokenAt + 1 + Integer.BYTES + Integer.BYTES; // behind element size and name offset
            long base = nameAt - Integer.toUnsignedLong(window.i32(nameAt - Integer.BYTES));
            var name = new byte[8 + 2 * Limits.NAME_CHARACTERS + 2];
            boolean isProven =
                    canContain(base, offset) && DefinitionProof.hasItsHash(name, window.fill(nameAt, name), 0, effort);
            return isProven ? base : currentBase(offset);
        }
        return currentBase(offset);
    }

    private long templateBase(long offset, long idAt) throws IOException {
        int id = window.i32(idAt);
        long place = Integer.toUnsignedLong(window.i32(idAt + Integer.BYTES));
        long inlineAt = idAt + 2 * Integer.BYTES;
        long inline = inlineAt - place;
        if (canContain(inline, offset) && hasTemplate(inlineAt, id)) {
            return inline;
        }
        long nearest = currentBase(offset);
        if (place >= EvtxFile.CHUNK_SIZE || (nearest != NONE && hasTemplate(nearest + place, id))) {
            return nearest;
        }
        long lowest = Math.max(0, offset - EvtxFile.CHUNK_SIZE);
        for (long base = offset - offset % SECTOR; base > lowest; base -= SECTOR) {
            effort.spend(1);
            if (canContain(base, offset) && hasTemplate(base + place, id)) {
                return base;
            }
        }
        return nearest;
    }

    /// The chunk of the record before, if this one can belong to it.
    private long currentBase(long offset) {
        return current.isPresent() && canContain(current.get().at(), offset)
                ? current.get().at()
                : NONE;
    }

    private static boolean canContain(long base, long offset) {
        return offset - base >= ChunkRecovery.HEADER_SIZE && offset - base < EvtxFile.CHUNK_SIZE;
    }

    /// Whether a template of this id lies here: the id is the first part of its GUID.
    private boolean hasTemplate(long at, int id) throws IOException {
        return id != 0 && at >= 0 && window.i32(at + Integer.BYTES) == id;
    }
}
