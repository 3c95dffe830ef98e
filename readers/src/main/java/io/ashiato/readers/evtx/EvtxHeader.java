package io.ashiato.readers.evtx;

/// The header of a log file, as it stands. In a log that was not closed properly (`dirty`) all
/// counts lag behind, so nothing is read by them.
///
/// @param firstChunk number of the oldest chunk
/// @param lastChunk number of the newest chunk
/// @param nextRecordId the record id that the next event would get
/// @param majorVersion 3 for all known logs
/// @param minorVersion 1, or 2 since Windows 10 2004
/// @param chunkCount chunks in the file, modulo 65536
/// @param dirty whether the log was open when it was copied
/// @param full whether the log had reached its largest size
public record EvtxHeader(
        long firstChunk,
        long lastChunk,
        long nextRecordId,
        int majorVersion,
        int minorVersion,
        int chunkCount,
        boolean dirty,
        boolean full) {
    /// Whether this is a version of the format that is known.
    public boolean isKnownVersion() {
        return majorVersion == 3 && (minorVersion == 1 || minorVersion == 2);
    }
}
