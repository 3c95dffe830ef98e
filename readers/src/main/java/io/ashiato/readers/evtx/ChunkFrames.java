package io.ashiato.readers.evtx;

import io.ashiato.bytes.Cursor;
import io.ashiato.bytes.Damage;
import io.ashiato.bytes.LittleEndian;
import io.ashiato.bytes.MalformedException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/// Walks one chunk: checks its header and its checksums, and finds where each record lies.
///
/// What the records say is not looked at: whoever reads them, as trees or by slots, is handed the same ones.
final class ChunkFrames {
    /// Reads records.
    interface Reader {
        /// A record, whose frame (signature, size, id, time; the size again) is all there.
        ///
        /// @param at of the record from the start of the chunk
        /// @param size of the record in bytes, at least [#SMALLEST_RECORD]; ends inside the chunk
        void record(int at, int size);
    }

    /// The first bytes of a chunk, up to the range of its record ids.
    static final int RECORD_RANGE_SIZE = 40;

    /// Stands for no id; as unsigned number it is higher than any.
    static final long NO_RECORD_ID = -1;

    /// `ElfChnk\0`, read as a little-endian number.
    private static final long SIGNATURE = 0x006B_6E68_4366_6C45L;

    private static final byte[] SIGNATURE_BYTES = {'E', 'l', 'f', 'C', 'h', 'n', 'k', 0};

    private static final int HEADER_SIZE = 512;
    private static final int FIELDS_END = 128; // behind them: the name and template tables
    private static final int FIELDS_CHECKED = 120;
    private static final int NO_CHECKSUMS = 4;

    private static final int RECORD_SIGNATURE = 0x0000_2A2A;
    /// Where in a record its id stands.
    static final int ID_AT = 8;

    static final int RECORD_HEADER = 24; // signature, size, id, time
    static final int SMALLEST_RECORD = RECORD_HEADER + 4; // and the size again

    private final byte[] buffer;
    private final int length;
    private final long offset;
    private final List<Damage> chunkDamage = new ArrayList<>();
    private final List<RecordFlaw> recordFlaws = new ArrayList<>();
    private boolean sound = true;
    private boolean idsAreSound;
    private long firstId;
    private long lastId;
    private long lastRecordAt;
    private int flaws;
    private boolean isOverLimit;

    /// @param length bytes of `buffer` that are there; less than a chunk where the file is cut
    /// @param offset of the chunk in the file
    ChunkFrames(byte[] buffer, int length, long offset) {
        this.buffer = buffer;
        this.length = length;
        this.offset = offset;
    }

    /// The lowest record id that a chunk header names, as unsigned number; [#NO_RECORD_ID] if this is no
    /// header or its range is reversed.
    static long firstRecordId(Cursor header) {
        if (header.remaining() < RECORD_RANGE_SIZE || header.i64("chunk signature") != SIGNATURE) {
            return NO_RECORD_ID;
        }
        header.skip("record numbers", 16);
        long first = header.i64("first record id");
        long last = header.i64("last record id");
        return Long.compareUnsigned(first, last) <= 0 ? first : NO_RECORD_ID;
    }

    /// Hands over each record, in the order in which they lie in the chunk.
    void walk(Reader reader) {
        if (!isBlank(0)) {
            int end = length;
            try {
                end = header(Cursor.over(buffer, length, offset));
            } catch (MalformedException e) {
                chunkDamage.add(e.damage());
                sound = false;
            }
            if (length < EvtxFile.CHUNK_SIZE) {
                chunkDamage.add(new Damage.Truncated("chunk", offset, EvtxFile.CHUNK_SIZE, length));
            }
            walk(Math.min(end, length), reader);
        }
    }

    /// Whether only zeros follow: a chunk that was allocated and never written.
    private boolean isBlank(int from) {
        for (int i = from; i < length; i++) {
            if (buffer[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /// Checks the header.
    ///
    /// @return where the records end, from the start of the chunk
    private int header(Cursor in) {
        long signature = in.i64("chunk signature");
        if (signature != SIGNATURE) {
            chunkDamage.add(new Damage.OutOfRange("chunk signature", offset, signature, SIGNATURE, SIGNATURE));
            sound = false;
        }
        in.skip("record numbers", 16);
        firstId = in.i64("first record id");
        lastId = in.i64("last record id");
        in.skip("chunk header size", 4);
        lastRecordAt = in.u32("last record offset");
        long freeAt = in.offset();
        long free = in.u32("free space offset");
        long recordsChecksumAt = in.offset();
        long recordsChecksum = in.u32("records checksum");
        in.skip("reserved", 64);
        int flags = in.i32("chunk flags");
        long headerChecksumAt = in.offset();
        long headerChecksum = in.u32("chunk header checksum");
        boolean checked = (flags & NO_CHECKSUMS) == 0;
        if (checked && length >= HEADER_SIZE) {
            var crc = new CRC32();
            crc.update(SIGNATURE_BYTES); // as it should be: where all else fits, only it is wrong
            crc.update(buffer, SIGNATURE_BYTES.length, FIELDS_CHECKED - SIGNATURE_BYTES.length);
            crc.update(buffer, FIELDS_END, HEADER_SIZE - FIELDS_END);
            sound |= crc.getValue() == headerChecksum;
            idsAreSound = sound && compare("chunk header checksum", headerChecksumAt, headerChecksum, crc.getValue());
        }
        if (!sound) {
            return EvtxFile.CHUNK_SIZE;
        }
        if (free < HEADER_SIZE || free > EvtxFile.CHUNK_SIZE) {
            chunkDamage.add(new Damage.OutOfRange("free space offset", freeAt, free, HEADER_SIZE, EvtxFile.CHUNK_SIZE));
            return EvtxFile.CHUNK_SIZE;
        }
        if (checked && free <= length) {
            var crc = new CRC32();
            crc.update(buffer, HEADER_SIZE, (int) free - HEADER_SIZE);
            compare("records checksum", recordsChecksumAt, recordsChecksum, crc.getValue());
        }
        return (int) free;
    }

    private boolean compare(String field, long at, long stored, long computed) {
        if (stored != computed) {
            chunkDamage.add(new Damage.ChecksumMismatch(field, at, stored, computed));
        }
        return stored == computed;
    }

    // ---- records ----

    /// Where a record lies in the chunk.
    ///
    /// @param sizeIsWhole whether the size stands behind the record as it does before it
    private record Frame(int at, int size, boolean sizeIsWhole) {
        int end() {
            return at + size;
        }
    }

    private void walk(int end, Reader reader) {
        int at = HEADER_SIZE;
        while (at < end) {
            Frame frame = frame(at, end);
            if (frame.sizeIsWhole()) {
                reader.record(frame.at(), frame.size());
                at = frame.end();
                continue;
            }
            if (at > lastRecordAt && sound) {
                return; // behind the last record lies what was there before
            }
            int next = nextFrame(at, end);
            damaged(at, frame, next, reader);
            at = next;
        }
    }

    /// What stands at a place that should be a record. Where it is none, the size is 0.
    private Frame frame(int at, int end) {
        if (end - at < SMALLEST_RECORD || LittleEndian.i32(buffer, at) != RECORD_SIGNATURE) {
            return new Frame(at, 0, false);
        }
        long size = Integer.toUnsignedLong(LittleEndian.i32(buffer, at + 4));
        if (size < SMALLEST_RECORD || size > end - at) {
            return new Frame(at, 0, false);
        }
        int copy = LittleEndian.i32(buffer, (int) (at + size - 4));
        return new Frame(at, (int) size, Integer.toUnsignedLong(copy) == size);
    }

    /// The next place that is a record beyond doubt, or the end. Between the records of a chunk that
    /// was used before there are old ones: they have ids that do not belong here.
    private int nextFrame(int from, int end) {
        Cursor in = Cursor.over(buffer, end, offset);
        in.skip("record", from);
        while (in.remaining() > 0) {
            in.skipTo(RECORD_SIGNATURE);
            int at = (int) (in.offset() - offset);
            if (at >= end || (frame(at, end).sizeIsWhole() && belongsHere(at))) {
                return at;
            }
        }
        return end;
    }

    private boolean belongsHere(int at) {
        Cursor in = Cursor.over(buffer, length, offset);
        in.skip("record", at + 8L);
        long id = in.i64("record id");
        return !idsAreSound || (Long.compareUnsigned(id, firstId) >= 0 && Long.compareUnsigned(id, lastId) <= 0);
    }

    /// A record whose frame is broken. What lies before the next sound one may still be readable.
    private void damaged(int at, Frame frame, int next, Reader reader) {
        Cursor in = Cursor.over(buffer, next, offset);
        in.skip("record", at);
        if (in.remaining() < SMALLEST_RECORD) {
            if (sound) {
                lost(new Damage.Truncated("record", in.offset(), SMALLEST_RECORD, in.remaining()));
            }
            return;
        }
        int signature = in.i32("record signature");
        if (signature != RECORD_SIGNATURE) {
            if (sound) { // in what is no chunk, only whole records count
                lost(new Damage.OutOfRange(
                        "record signature", offset + at, signature, RECORD_SIGNATURE, RECORD_SIGNATURE));
            }
            return;
        }
        long size = in.u32("record size");
        boolean sizeIsGood = frame.size() > 0;
        Damage damage = sizeIsGood
                ? new Damage.OutOfRange("record size copy", offset + at + size - 4, copy(frame), size, size)
                : new Damage.OutOfRange("record size", offset + at + 4, size, SMALLEST_RECORD, next - at);
        boolean cutByEnd = next == length && length < EvtxFile.CHUNK_SIZE;
        if (cutByEnd) {
            lost(damage);
        } else {
            flaw(damage);
            reader.record(at, sizeIsGood && frame.end() <= next ? frame.size() : next - at);
        }
    }

    private long copy(Frame frame) {
        Cursor in = Cursor.over(buffer, length, offset);
        in.skip("record", frame.end() - 4L);
        return in.u32("record size copy");
    }

    /// Whether something was not read because it would have taken too much.
    boolean isOverLimit() {
        return isOverLimit;
    }

    /// Needs no limit: each lost record had bytes of the chunk to itself.
    void lost(Damage damage) {
        isOverLimit |= damage instanceof Damage.OverLimit;
        recordFlaws.add(new RecordFlaw(damage, true));
    }

    /// A flaw that cost no record.
    void flaw(Damage damage) {
        if (++flaws <= Limits.CHUNK_FLAWS) {
            recordFlaws.add(new RecordFlaw(damage, false));
        }
    }

    /// What is wrong with the chunk as a whole, once it was walked.
    List<Damage> chunkDamage() {
        return chunkDamage;
    }

    /// What is wrong with single records, in the order of finding.
    List<RecordFlaw> recordFlaws() {
        return recordFlaws;
    }
}
