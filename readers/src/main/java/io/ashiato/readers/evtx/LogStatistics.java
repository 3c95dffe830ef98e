package io.ashiato.readers.evtx;

import io.ashiato.bytes.Damage;
import io.ashiato.model.EventTime;
import io.ashiato.model.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a log holds, what it lacks and what does not fit, counted over all of its records.
///
/// @param size of the log in bytes
/// @param header as it stands; empty where the file does not begin like a log
/// @param recordIds by the ids in the headers of records, which count without a gap in the log that Windows wrote
/// @param eventRecordIds by `EventRecordID` inside the events, which counts in the log where each was first written
/// @param otherEventRecordIds records whose `EventRecordID` is not the id in their header, as in forwarded logs
/// @param created by `TimeCreated`
/// @param written by the times in the headers of records
/// @param damage the first [#DAMAGE_LISTED] places, those of the file's header first
/// @param damagePlaces how many places there are
public record LogStatistics(
        long size,
        Optional<EvtxHeader> header,
        Chunks chunks,
        Records records,
        RecordIds recordIds,
        RecordIds eventRecordIds,
        long otherEventRecordIds,
        RecordTimes created,
        RecordTimes written,
        NameCounts channels,
        NameCounts computers,
        NameCounts providers,
        WrongChecksums wrongChecksums,
        List<Damage> damage,
        long damagePlaces) {
    /// Places of damage that are listed; of the others there is the number.
    public static final int DAMAGE_LISTED = 100;

    private static final int CHUNK_COUNTS = 1 << 16; // the header's count of chunks has 16 bits

    public LogStatistics {
        damage = List.copyOf(damage);
    }

    /// @param all that the file has room for
    /// @param used that hold something, damaged or not
    /// @param empty that hold no record, such as those that Windows allocates ahead
    /// @param damaged of the used ones, those with something wrong about the chunk itself or a record lost in it
    public record Chunks(long all, long used, long empty, long damaged) {}

    /// @param read whole
    /// @param lost to damage, as far as they can be counted
    /// @param flaws of records that were read nevertheless: a value that is shown as bytes, a frame that is broken
    public record Records(long read, long lost, long flaws) {}

    /// Stored checksums that do not fit.
    ///
    /// @param fileHeader 1 if that of the file's header does not
    /// @param chunkHeaders of how many chunks that of the header does not
    /// @param chunkRecords of how many chunks that of the records does not: a record has none of its own
    public record WrongChecksums(long fileHeader, long chunkHeaders, long chunkRecords) {
        public long all() {
            return fileHeader + chunkHeaders + chunkRecords;
        }
    }

    /// Whether the header counts other chunks than there are. In a dirty log it lags behind. The newest chunk may
    /// have been begun without having a record yet.
    public boolean headerCountsOtherChunks() {
        return header.isPresent()
                && header.get().chunkCount() != chunks.used() % CHUNK_COUNTS
                && (chunks.empty() == 0 || header.get().chunkCount() != (chunks.used() + 1) % CHUNK_COUNTS);
    }

    /// Whether the header's next record id is not the one behind the highest id that was read.
    public boolean headerNamesOtherNextId() {
        return header.isPresent() && recordIds.count() > 0 && header.get().nextRecordId() != recordIds.last() + 1;
    }

    /// Counts one log. Takes its chunks in the order that [EvtxFile#oldestChunk] tells; what it keeps does not grow
    /// with the log.
    public static final class Builder {
        private final long size;
        private final Optional<EvtxHeader> header;
        private final RecordIds.Counter recordIds = new RecordIds.Counter();
        private final RecordIds.Counter eventRecordIds = new RecordIds.Counter();
        private final RecordTimes.Counter created = new RecordTimes.Counter();
        private final RecordTimes.Counter written = new RecordTimes.Counter();
        private final NameCounts.Counter channels = new NameCounts.Counter();
        private final NameCounts.Counter computers = new NameCounts.Counter();
        private final NameCounts.Counter providers = new NameCounts.Counter();
        private final List<Damage> damage = new ArrayList<>();
        private long damagePlaces;
        private long otherEventRecordIds;
        private long allChunks;
        private long emptyChunks;
        private long damagedChunks;
        private long read;
        private long lost;
        private long flaws;
        private long wrongFileHeader;
        private long wrongChunkHeaders;
        private long wrongChunkRecords;

        /// @param size of the log in bytes
        public Builder(long size, EvtxFile log) {
            this.size = size;
            this.header = log.header();
            log.damage().forEach(this::damage);
        }

        public void add(EvtxChunk chunk) {
            allChunks++;
            long lostBefore = lost;
            chunk.chunkDamage().forEach(this::damage);
            for (RecordFlaw flaw : chunk.recordFlaws()) {
                damage(flaw.damage());
                lost += flaw.lost() ? 1 : 0;
                flaws += flaw.lost() ? 0 : 1;
            }
            chunk.records().forEach(this::record);
            boolean hasDamage = !chunk.chunkDamage().isEmpty();
            damagedChunks += hasDamage || lost > lostBefore ? 1 : 0;
            boolean holdsNothing = chunk.records().isEmpty()
                    && !hasDamage
                    && chunk.recordFlaws().isEmpty();
            emptyChunks += holdsNothing ? 1 : 0;
        }

        private void record(EvtxRecord record) {
            read++;
            recordIds.add(record.headerId());
            created.add(record.headerId(), EvtxEvents.timeCreated(record));
            written.add(record.headerId(), EventTime.ofFiletime(record.writtenTicks()));
            Fields system = EvtxEvents.envelope(record);
            channels.add(system.first("Channel").orElse(""));
            computers.add(system.first("Computer").orElse(""));
            providers.add(system.first("Provider_Name").orElse(""));
            system.first("EventRecordID").ifPresent(text -> eventRecordId(text, record.headerId()));
        }

        private void eventRecordId(String text, long headerId) {
            otherEventRecordIds += text.equals(Long.toUnsignedString(headerId)) ? 0 : 1;
            try {
                eventRecordIds.add(Long.parseUnsignedLong(text));
            } catch (NumberFormatException e) {
                // text of the log's own making; it counts as other than the header's
            }
        }

        private void damage(Damage found) {
            damagePlaces++;
            if (damage.size() < DAMAGE_LISTED) {
                damage.add(found);
            }
            if (found instanceof Damage.ChecksumMismatch wrong) {
                switch (wrong.field()) {
                    case "file header checksum" -> wrongFileHeader++;
                    case "chunk header checksum" -> wrongChunkHeaders++;
                    default -> wrongChunkRecords++;
                }
            }
        }

        public LogStatistics finish() {
            return new LogStatistics(
                    size,
                    header,
                    new Chunks(allChunks, allChunks - emptyChunks, emptyChunks, damagedChunks),
                    new Records(read, lost, flaws),
                    recordIds.finish(),
                    eventRecordIds.finish(),
                    otherEventRecordIds,
                    created.finish(),
                    written.finish(),
                    channels.finish(),
                    computers.finish(),
                    providers.finish(),
                    new WrongChecksums(wrongFileHeader, wrongChunkHeaders, wrongChunkRecords),
                    damage,
                    damagePlaces);
        }
    }
}
