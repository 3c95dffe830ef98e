package io.ashiato.cli;

import io.ashiato.bytes.Damage;
import io.ashiato.readers.evtx.RecordFlaw;
import java.util.List;

/// What a log, or a part of it, gave.
///
/// @param records that were read and are wanted
/// @param lost how many places cost something: records, or a chunk itself
/// @param wrongChecksums how many checksums do not fit what they are of; that alone costs nothing that was stored
record LogTally(long records, long lost, long wrongChecksums) {
    static final LogTally NOTHING = new LogTally(0, 0, 0);

    /// @param damage of the log or a chunk as a whole
    static LogTally of(long records, List<Damage> damage, List<RecordFlaw> recordFlaws) {
        long wrong = damage.stream()
                .filter(Damage.ChecksumMismatch.class::isInstance)
                .count();
        long lost = recordFlaws.stream().filter(RecordFlaw::lost).count();
        return new LogTally(records, lost + damage.size() - wrong, wrong);
    }

    LogTally plus(LogTally other) {
        return new LogTally(records + other.records, lost + other.lost, wrongChecksums + other.wrongChecksums);
    }

    LogTally plusLost(long more) {
        return new LogTally(records, lost + more, wrongChecksums);
    }
}
