package io.ashiato.readers.evtx;

import io.ashiato.bytes.Cursor;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Judges whether a place in a chunk holds a record, and saves what there is of it.
///
/// Random bytes are kept away by what each record has: a signature or two sizes that agree, and
/// behind its header the four bytes that begin all binary XML. That is 64 bits at least. What then
/// lacks a second sign (a matching size, or binary XML that can be followed) does not count.
final class RecordSalvage {
    /// The fragment header with which each record's binary XML begins, read as a little-endian number.
    static final int FRAGMENT_START = 0x0001_010F;

    /// From the start of a record to its binary XML: signature, size, id, time.
    static final int RECORD_HEADER = 24;

    private static final int SIGNATURE = 0x0000_2A2A;
    private static final int SMALLEST_RECORD = RECORD_HEADER + 8; // fragment header, size again

    /// The years 1970 to 2099, in 100 ns since 1601. Windows has no log of before, and a wrong clock
    /// is not far off.
    private static final long EARLIEST = 116_444_736_000_000_000L;

    private static final long LATEST = EARLIEST + 130L * 365_2425L * 86_400L * 1_000L;

    private final byte[] chunk;
    private final int length;
    private final long offset;
    private final FragmentWalker walker;
    private final EventSalvage events;

    /// A record that was saved.
    ///
    /// @param at its start in the chunk
    /// @param contentEnd behind its binary XML: what lies from there on may be another record
    /// @param end behind the record by its size
    record Found(int at, int contentEnd, int end, long id, long ticks, XmlElement event, Set<RecoveryDoubt> doubts) {
        RecoveryCertainty certainty() {
            if (doubts.isEmpty()) {
                return RecoveryCertainty.WHOLE;
            }
            return doubts.stream().anyMatch(RecoveryDoubt::costsContent)
                    ? RecoveryCertainty.PARTIAL
                    : RecoveryCertainty.CONSISTENT;
        }
    }

    /// What the bytes in front of the binary XML say.
    ///
    /// @param size as stored before; 0 if there is no room for it
    /// @param endIsMissing whether the bytes that are there end before the record would
    private record Frame(
            int size, boolean hasSignature, boolean sizesAgree, boolean endIsMissing, long id, long ticks) {
        boolean timeIsLikely() {
            return ticks >= EARLIEST && ticks < LATEST;
        }

        /// Exported logs have no time in the header of their last record.
        boolean timeIsRight() {
            return timeIsLikely() || ticks == 0;
        }
    }

    /// @param chunk the chunk's bytes; values that cannot be read are masked in them and restored
    /// @param length bytes of `chunk` that are there
    /// @param offset of the chunk in the file
    /// @param isChunk whether a chunk begins at the first byte, so that places in it mean something
    RecordSalvage(byte[] chunk, int length, long offset, boolean isChunk, RecoveryEffort effort) {
        this.chunk = chunk;
        this.length = length;
        this.offset = offset;
        this.walker = new FragmentWalker(chunk, length, new DefinitionProof(chunk, length, isChunk, effort), effort);
        this.events = new EventSalvage(chunk, length, offset, effort);
    }

    /// The next place from `from` on that may be a record's start, or -1.
    int next(int from) {
        Cursor in = Cursor.over(chunk, length, 0);
        if (from + RECORD_HEADER > length) {
            return -1;
        }
        in.skip("record header", from + RECORD_HEADER - 1L);
        in.skipTo(FRAGMENT_START);
        return in.remaining() > 0 ? (int) in.offset() - RECORD_HEADER : -1;
    }

    /// Where the binary XML of a record ends that is known to be one, if it can be followed.
    int contentEnd(int at) {
        FragmentLayout layout = walker.walk(at + RECORD_HEADER, length);
        return layout.doubts().isEmpty() ? layout.end() : at + SMALLEST_RECORD;
    }

    /// The size before a record, as stored.
    long size(int at) {
        Cursor in = Cursor.over(chunk, length, 0);
        in.skip("record", at + 4L);
        return in.u32("record size");
    }

    /// The record at a place that [#next] gave, if it is one.
    ///
    /// @param limit where it must end at the latest
    Optional<Found> at(int at, int limit) {
        Frame frame = frame(at, limit);
        if (!frame.hasSignature() && !frame.sizesAgree()) {
            return Optional.empty();
        }
        int bodyEnd = frame.size() > 0 ? at + frame.size() - 4 : limit;
        FragmentLayout layout = walker.walk(at + RECORD_HEADER, bodyEnd);
        boolean isReadable =
                layout.hasValues() || (layout.isNamed() && !layout.parts().isEmpty());
        boolean isFramed = frame.hasSignature() && frame.sizesAgree();
        boolean counts = isFramed || (isReadable && frame.timeIsLikely());
        if (!counts) {
            return Optional.empty();
        }
        Set<RecoveryDoubt> doubts = doubts(frame, layout);
        int readableEnd = layout.doubts().isEmpty() ? bodyEnd : layout.partsEnd();
        Cursor body = Cursor.over(chunk, readableEnd, offset);
        body.skip("record header", at + (long) RECORD_HEADER);
        boolean isNamed = layout.isNamed() && !doubts.contains(RecoveryDoubt.END_OVERWRITTEN);
        XmlElement event = isNamed ? events.event(body, layout, doubts) : events.withoutNames(layout, doubts);
        int end = frame.size() > 0 ? at + frame.size() : layout.end();
        int contentEnd = layout.doubts().isEmpty() ? layout.end() : frame.sizesAgree() ? end : at + SMALLEST_RECORD;
        return Optional.of(new Found(at, contentEnd, end, frame.id(), frame.ticks(), event, doubts));
    }

    private Frame frame(int at, int limit) {
        Cursor in = Cursor.over(chunk, length, 0);
        in.skip("record", at);
        boolean hasSignature = in.i32("record signature") == SIGNATURE;
        long size = in.u32("record size");
        long id = in.i64("record id");
        long ticks = in.i64("written time");
        if (size < SMALLEST_RECORD || size > limit - at) {
            boolean endIsMissing = size <= EvtxFile.CHUNK_SIZE && size > length - at;
            return new Frame(0, hasSignature, false, endIsMissing, id, ticks);
        }
        Cursor behind = Cursor.over(chunk, length, 0);
        behind.skip("record", at + size - 4);
        boolean sizesAgree = behind.u32("record size copy") == size;
        return new Frame((int) size, hasSignature, sizesAgree, false, id, ticks);
    }

    private static Set<RecoveryDoubt> doubts(Frame frame, FragmentLayout layout) {
        Set<RecoveryDoubt> doubts = EnumSet.noneOf(RecoveryDoubt.class);
        doubts.addAll(layout.allDoubts());
        if (!frame.hasSignature()) {
            doubts.add(RecoveryDoubt.SIGNATURE_OVERWRITTEN);
        }
        if (!frame.sizesAgree()) {
            doubts.add(RecoveryDoubt.SIZE_DIFFERS);
            if (!layout.doubts().isEmpty() && !frame.endIsMissing()) {
                doubts.add(RecoveryDoubt.END_OVERWRITTEN);
            }
        }
        if (!frame.timeIsRight()) {
            doubts.add(RecoveryDoubt.TIME_UNLIKELY);
        }
        return doubts;
    }
}
