package io.ashiato.readers.evtx;

import io.ashiato.bytes.Damage;
import java.util.List;

/// What one chunk of a log gave. Holds nothing of the buffer that it was read into.
///
/// @param index of the chunk in the file, from 0
/// @param offset of the chunk in the file, in bytes
/// @param records in the order in which they lie in the file
/// @param chunkDamage what is wrong with the chunk as a whole: header, checksums, a cut end
/// @param recordDamage what is wrong with single records: one entry for each that was lost, and one
///     for each flaw of a record that was kept
public record EvtxChunk(
        int index, long offset, List<EvtxRecord> records, List<Damage> chunkDamage, List<Damage> recordDamage) {
    public EvtxChunk {
        records = List.copyOf(records);
        chunkDamage = List.copyOf(chunkDamage);
        recordDamage = List.copyOf(recordDamage);
    }
}
