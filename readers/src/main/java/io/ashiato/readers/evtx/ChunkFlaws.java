package io.ashiato.readers.evtx;

import io.ashiato.bytes.Damage;
import java.util.List;

/// What a chunk gave besides what was made of its records; says of it what [EvtxChunk] says.
///
/// @param records how many records were read
/// @param chunkDamage what is wrong with the chunk as a whole
/// @param recordFlaws what is wrong with single records, in the order of finding
public record ChunkFlaws(int records, List<Damage> chunkDamage, List<RecordFlaw> recordFlaws) {
    public ChunkFlaws {
        chunkDamage = List.copyOf(chunkDamage);
        recordFlaws = List.copyOf(recordFlaws);
    }
}
