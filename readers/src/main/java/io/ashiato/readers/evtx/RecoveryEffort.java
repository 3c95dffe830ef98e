package io.ashiato.readers.evtx;

/// What recovery may still spend, in characters of text as [Limits#CHUNK_COST] counts them. It grows
/// with the bytes that are behind, so that the time for a file is linear in its size whatever is in it.
final class RecoveryEffort {
    private static final long PER_BYTE = Limits.CHUNK_COST / EvtxFile.CHUNK_SIZE;

    /// A token, name or value that is looked at takes about as long as so many characters.
    static final int STEP_COST = 16;

    private long left = Limits.CHUNK_COST;
    private long reached;
    private boolean wasExhausted;

    /// Tells how far in the file everything is done.
    void reached(long offset) {
        if (offset > reached) {
            left = Math.min(Limits.CHUNK_COST, left + (offset - reached) * PER_BYTE);
            reached = offset;
        }
    }

    void spend(long characters) {
        left -= characters;
        wasExhausted |= left < 0;
    }

    /// At least 0.
    long left() {
        return Math.max(0, left);
    }

    /// Whether there ever was not enough, so that a record may have been missed.
    boolean wasExhausted() {
        return wasExhausted;
    }
}
