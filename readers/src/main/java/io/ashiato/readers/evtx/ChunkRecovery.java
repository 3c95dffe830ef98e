package io.ashiato.readers.evtx;

import io.ashiato.bytes.Cursor;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Finds the records of a chunk that its listing does not give.
final class ChunkRecovery {
    /// `ElfChnk\0`, read as a little-endian number.
    static final long SIGNATURE = 0x006B_6E68_4366_6C45L;

    static final int HEADER_SIZE = 512;

    private static final int FREE_AT = 48;
    private static final int HEADER_FIELDS = 128;

    private final RecordSalvage salvage;
    private final int length;
    private final int free;
    private final boolean isListed;
    private final TreeMap<Integer, Integer> listed = new TreeMap<>(); // start, end of content
    private int behindListed; // behind the last listed record

    /// Who is told of what is found.
    @FunctionalInterface
    interface Told {
        void record(RecordSalvage.Found found, RecoveryPlace place) throws IOException;
    }

    /// @param chunk bytes that begin with a chunk's header
    /// @param length bytes of `chunk` that are there, at least those of the header
    /// @param salvage over the same bytes
    /// @param isListed whether a log lists this chunk
    ChunkRecovery(byte[] chunk, int length, RecordSalvage salvage, boolean isListed) {
        this.salvage = salvage;
        this.length = length;
        this.isListed = isListed;
        Cursor header = Cursor.over(chunk, length, 0);
        header.skip("chunk header", FREE_AT);
        this.free = (int) Math.min(header.u32("free space offset"), EvtxFile.CHUNK_SIZE);
        this.behindListed = HEADER_SIZE;
    }

    /// Whether these bytes begin like a chunk's header beyond doubt: signature, header size and a free
    /// space offset that can be.
    static boolean isHeader(Cursor in) {
        if (in.remaining() < HEADER_FIELDS || in.i64("chunk signature") != SIGNATURE) {
            return false;
        }
        in.skip("record numbers", 32);
        boolean hasSize = in.u32("chunk header size") == HEADER_FIELDS;
        in.skip("last record offset", 4);
        long free = in.u32("free space offset");
        return hasSize && free >= HEADER_SIZE && free <= EvtxFile.CHUNK_SIZE;
    }

    /// Tells which records are listed.
    ///
    /// @param places their starts in the chunk, in any order
    ChunkRecovery without(List<Integer> places) {
        for (int at : places) {
            listed.put(at, salvage.contentEnd(at));
            behindListed = Math.max(behindListed, listedEnd(at));
        }
        return this;
    }

    private int listedEnd(int at) {
        return (int) Math.min(length, at + salvage.size(at));
    }

    /// Gives what is found, in the order in which it lies.
    void forEach(Told told) throws IOException {
        int hostEnd = 0; // of the last recovered record
        int at = salvage.next(HEADER_SIZE);
        while (at >= 0) {
            Map.Entry<Integer, Integer> before = listed.floorEntry(at);
            if (before != null && at < before.getValue()) {
                at = salvage.next(before.getValue());
                continue;
            }
            Integer following = listed.higherKey(at);
            Optional<RecordSalvage.Found> found = salvage.at(at, following == null ? length : following);
            if (found.isEmpty()) {
                at = salvage.next(at + 1);
                continue;
            }
            boolean isInside = at < hostEnd || (before != null && at < listedEnd(before.getKey()));
            told.record(found.get(), place(at, isInside));
            hostEnd = Math.max(hostEnd, found.get().end());
            at = salvage.next(found.get().contentEnd());
        }
    }

    private RecoveryPlace place(int at, boolean isInside) {
        if (isInside) {
            return RecoveryPlace.INSIDE_RECORD;
        }
        if (isListed && listed.isEmpty()) {
            return RecoveryPlace.CLEARED_CHUNK;
        }
        boolean isFree = at >= free || (isListed && at >= behindListed);
        if (isFree) {
            return free <= HEADER_SIZE ? RecoveryPlace.CLEARED_CHUNK : RecoveryPlace.SLACK;
        }
        return isListed ? RecoveryPlace.BETWEEN_RECORDS : RecoveryPlace.UNLISTED_CHUNK;
    }
}
