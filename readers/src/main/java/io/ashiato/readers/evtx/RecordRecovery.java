package io.ashiato.readers.evtx;

import io.ashiato.bytes.ByteSource;
import io.ashiato.bytes.Cursor;
import io.ashiato.bytes.Damage;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// Recovers event log records that no listing gives: from a log itself, or carved out of any file (a
/// disk's unallocated space, an image of memory, a page file).
///
/// In a file that begins with a log's header, the chunks at their fixed places list records, which
/// [EvtxFile] reads; they are not given again. A chunk there without its signature lists none. In
/// any other file nothing is listed, and all that is found counts as recovered.
///
/// The source is read in windows: memory does not depend on its size, and time is linear in it.
public final class RecordRecovery {
    /// Records by whose number and time copies are known again. Copies lie close to each other: in the
    /// slack of the same chunk, or in a chunk that was written twice.
    private static final int REMEMBERED = 1 << 16;

    private static final int CHUNK_MARK = (int) ChunkRecovery.SIGNATURE;
    private static final int SECOND_HALF = (int) (ChunkRecovery.SIGNATURE >>> 32);

    private final ByteSource source;
    private final SourceWindow window;
    private final EvtxFile log;
    private final RecoveryEffort effort = new RecoveryEffort();
    private final byte[] chunk = new byte[EvtxFile.CHUNK_SIZE];
    private final LoneRecords lone;
    private final Map<Key, Long> met = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Long> eldest) {
            return size() > REMEMBERED;
        }
    };
    private Visitor told = ignored -> {};

    /// Who is given the records.
    @FunctionalInterface
    public interface Visitor {
        /// @throws IOException to end the reading, if it cannot be passed on
        void record(RecoveredRecord record) throws IOException;
    }

    /// What copies of one record have in common.
    private record Key(long headerId, long ticks) {}

    private RecordRecovery(ByteSource source, EvtxFile log) {
        this.source = source;
        this.log = log;
        this.window = new SourceWindow(source);
        this.lone = new LoneRecords(window, log.header().isPresent(), effort);
    }

    /// Recovery from a source, which stays open and is read by [#forEach].
    ///
    /// @throws IOException if the machine fails to read
    public static RecordRecovery of(ByteSource source) throws IOException {
        return new RecordRecovery(source, EvtxFile.open(source));
    }

    /// Whether a chunk's header lies among these bytes: then the file is a log, or what is left of one.
    ///
    /// @param length bytes of `head` that are there
    public static boolean holdsChunk(byte[] head, int length) {
        Cursor in = Cursor.over(head, length, 0);
        while (in.remaining() > 0) {
            if (ChunkRecovery.isHeader(in.fork())) {
                return true;
            }
            in.skipTo(CHUNK_MARK);
        }
        return false;
    }

    /// Whether what a log's chunk gave counts as listed: without its signature it lists nothing, and
    /// [#forEach] gives its records as recovered ones.
    public static boolean lists(EvtxChunk chunk) {
        return chunk.chunkDamage().stream()
                .noneMatch(damage -> damage.offset() == chunk.offset() && damage instanceof Damage.OutOfRange);
    }

    /// Gives the records, in the order in which they lie in the source.
    ///
    /// @return whether each place was looked at; not so where crafted bytes would have cost too much
    /// @throws IOException if the machine fails to read, or the visitor
    public boolean forEach(Visitor visitor) throws IOException {
        told = visitor;
        long at = 0;
        while (at < source.size()) {
            if (isListed(at)) {
                listedChunk(at);
                at += EvtxFile.CHUNK_SIZE;
            } else {
                long end = nextListed(at);
                unlisted(at, end);
                at = end;
            }
            effort.reached(at);
        }
        return !effort.wasExhausted();
    }

    private boolean isListed(long at) throws IOException {
        long behindHeader = at - EvtxFile.HEADER_SIZE;
        return log.header().isPresent()
                && behindHeader >= 0
                && behindHeader % EvtxFile.CHUNK_SIZE == 0
                && window.i32(at) == CHUNK_MARK
                && window.i32(at + Integer.BYTES) == SECOND_HALF;
    }

    private long nextListed(long from) throws IOException {
        if (log.header().isPresent()) {
            long chunksBefore = Math.max(0, from - EvtxFile.HEADER_SIZE) / EvtxFile.CHUNK_SIZE;
            for (long at = EvtxFile.HEADER_SIZE + chunksBefore * EvtxFile.CHUNK_SIZE;
                    at < source.size();
                    at += EvtxFile.CHUNK_SIZE) {
                if (at > from && isListed(at)) {
                    return at;
                }
            }
        }
        return source.size();
    }

    private void listedChunk(long at) throws IOException {
        int index = (int) ((at - EvtxFile.HEADER_SIZE) / EvtxFile.CHUNK_SIZE);
        List<EvtxRecord> listed = log.read(index, chunk).records();
        listed.forEach(record -> met.putIfAbsent(new Key(record.headerId(), record.writtenTicks()), record.offset()));
        int length = window.fill(at, chunk);
        chunk(
                at,
                length,
                true,
                listed.stream().map(record -> (int) (record.offset() - at)).toList());
    }

    private void chunk(long at, int length, boolean isListed, List<Integer> listed) throws IOException {
        if (length < ChunkRecovery.HEADER_SIZE) {
            return;
        }
        var salvage = new RecordSalvage(chunk, length, at, true, effort);
        new ChunkRecovery(chunk, length, salvage, isListed)
                .without(listed)
                .forEach((found, place) -> tell(at, found, place));
    }

    /// What lies between listed chunks: chunks that are not listed, and records without a chunk.
    private void unlisted(long from, long to) throws IOException {
        long at = from;
        while (at < to) {
            at = window.find(at, to, CHUNK_MARK, RecordSalvage.FRAGMENT_START, RecordSalvage.RECORD_HEADER);
            effort.reached(at);
            if (at < to) {
                at = window.i32(at) == CHUNK_MARK ? unlistedChunk(at, to) : loneRecord(at, to);
            }
        }
    }

    /// @return where to go on
    private long unlistedChunk(long at, long to) throws IOException {
        int length = (int) Math.min(window.fill(at, chunk), to - at);
        Cursor in = Cursor.over(chunk, length, at);
        if (!ChunkRecovery.isHeader(in.fork())) {
            return at + 1;
        }
        int end = length; // or where the next one begins: in memory and on disks, pages are scattered
        while (in.remaining() > 0) {
            in.skipTo(CHUNK_MARK);
            if (ChunkRecovery.isHeader(in.fork())) {
                end = (int) (in.offset() - at);
                break;
            }
        }
        chunk(at, end, false, List.of());
        return at + end;
    }

    private long loneRecord(long at, long to) throws IOException {
        LoneRecords.Outcome outcome = lone.at(at, to);
        if (outcome.found().isPresent()) {
            tell(outcome.chunkAt(), outcome.found().get(), outcome.place());
        }
        return outcome.next();
    }

    private void tell(long chunkAt, RecordSalvage.Found found, RecoveryPlace place) throws IOException {
        long offset = chunkAt + found.at();
        Long before = met.putIfAbsent(new Key(found.id(), found.ticks()), offset);
        told.record(new RecoveredRecord(
                offset,
                found.id(),
                found.ticks(),
                found.event(),
                place,
                found.certainty(),
                List.copyOf(found.doubts()),
                before == null ? OptionalLong.empty() : OptionalLong.of(before)));
    }
}
