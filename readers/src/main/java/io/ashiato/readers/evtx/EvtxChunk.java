package io.ashiato.readers.evtx;

import io.ashiato.bytes.Damage;
import java.util.List;

/// What one chunk of a log gave. Holds nothing of the buffer that it was read into.
///
/// @param index of the chunk in the file, from 0
/// @param offset of the chunk in the file, in bytes
/// @param records in the order in which they lie in the file
/// @param chunkDamage what is wrong with the chunk as a whole: header, checksums, a cut end
/// @param recordFlaws what is wrong with single records, in the order of finding: exactly one that is
///     [RecordFlaw#lost] for each record that was lost
public record EvtxChunk(
        int index, long offset, List<EvtxRecord> records, List<Damage> chunkDamage, List<RecordFlaw> recordFlaws) {
    public EvtxChunk {
        records = List.copyOf(records);
        chunkDamage = List.copyOf(chunkDamage);
        recordFlaws = List.copyOf(recordFlaws);
    }

    /// The damage of all [#recordFlaws], whether it cost a record or not.
    public List<Damage> recordDamage() {
        return recordFlaws.stream().map(RecordFlaw::damage).toList();
    }
}
