package io.ashiato.intake.archive;

import io.ashiato.bytes.ByteSource;
import io.ashiato.bytes.Cursor;
import io.ashiato.bytes.MalformedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/// The central directory of a zip file (PKWARE APPNOTE.TXT 6.3.10, sections 4.3.12 to 4.3.16), zip64
/// included.
///
/// @param entries in the directory's order
/// @param end why it ends where it ends
record ZipDirectory(List<ZipEntry> entries, End end) {
    /// How the reading of the directory ended.
    enum End {
        COMPLETE,
        /// There is no directory: the file was cut off, or is no zip file.
        ABSENT,
        /// An entry does not parse, or fewer came than the end record states.
        DAMAGED,
        TOO_MANY
    }

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int COMMENT_MAX = 0xFFFF; // a 16-bit length
    private static final int ZIP64_LOCATOR_SIGNATURE = 0x07064b50;
    private static final int ZIP64_LOCATOR_BYTES = 20;
    private static final int ZIP64_END_SIGNATURE = 0x06064b50;
    private static final int ZIP64_END_BYTES = 56;
    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int ENTRY_BYTES = 46;

    /// Where the directory lies.
    ///
    /// @param base what has to be added to each offset: bytes in front of the zip file proper
    private record Place(long start, long end, long base, long count) {}

    static ZipDirectory read(ByteSource archive, ArchiveLimits limits) throws IOException {
        OptionalLong end = findEnd(archive);
        if (end.isEmpty()) {
            return new ZipDirectory(List.of(), End.ABSENT);
        }
        try {
            return entries(archive, place(archive, end.getAsLong()), limits);
        } catch (MalformedException e) {
            return new ZipDirectory(List.of(), End.ABSENT);
        }
    }

    /// The end record is the last one whose comment reaches no further than the file.
    private static OptionalLong findEnd(ByteSource archive) throws IOException {
        long start = Math.max(0, archive.size() - END_BYTES - COMMENT_MAX);
        byte[] tail = bytes(archive, start, (int) (archive.size() - start));
        for (int at = tail.length - END_BYTES; at >= 0; at--) {
            Cursor cursor = Cursor.over(tail, start);
            cursor.skip("before end record", at);
            if (cursor.i32("end of central directory signature") == END_SIGNATURE) {
                cursor.skip("end record", END_BYTES - 6);
                if (cursor.u16("comment length") <= cursor.remaining()) {
                    return OptionalLong.of(start + at);
                }
            }
        }
        return OptionalLong.empty();
    }

    private static Place place(ByteSource archive, long endRecord) throws IOException {
        Cursor cursor = cursor(archive, endRecord, END_BYTES);
        cursor.skip("signature, disks, entries on this disk", 10);
        long count = cursor.u16("entries");
        long size = cursor.u32("size of the central directory");
        long offset = cursor.u32("offset of the central directory");
        long end = endRecord;
        Cursor locator = cursor(archive, endRecord - ZIP64_LOCATOR_BYTES, ZIP64_LOCATOR_BYTES);
        if (locator.remaining() == ZIP64_LOCATOR_BYTES
                && locator.i32("zip64 locator signature") == ZIP64_LOCATOR_SIGNATURE) {
            locator.skip("disk", 4);
            end = zip64End(archive, locator.i64("offset of the zip64 end record"), endRecord);
            Cursor zip64 = cursor(archive, end, ZIP64_END_BYTES);
            zip64.skip("signature to entries on this disk", 32);
            count = zip64.i64("entries");
            size = zip64.i64("size of the central directory");
            offset = zip64.i64("offset of the central directory");
        }
        // The directory ends where the end record starts. Trusting that before the stated offset finds
        // it in files with something in front, such as self-extracting archives.
        long start = size >= 0 && size <= end ? end - size : Math.clamp(offset, 0, end);
        return new Place(start, end, start - offset, count);
    }

    /// Where the locator says or, with something in front of the zip file, directly before the locator.
    private static long zip64End(ByteSource archive, long stated, long endRecord) throws IOException {
        Cursor there = cursor(archive, stated, 4);
        if (there.remaining() == 4 && there.i32("zip64 end record signature") == ZIP64_END_SIGNATURE) {
            return stated;
        }
        return endRecord - ZIP64_LOCATOR_BYTES - ZIP64_END_BYTES;
    }

    private static ZipDirectory entries(ByteSource archive, Place place, ArchiveLimits limits) throws IOException {
        var entries = new ArrayList<ZipEntry>();
        long at = place.start();
        long namesBytes = 0;
        try {
            while (at < place.end()) {
                Cursor fixed = cursor(archive, at, ENTRY_BYTES);
                if (fixed.fork().i32("central directory signature") != ENTRY_SIGNATURE) {
                    break;
                }
                if (entries.size() == limits.members() || namesBytes > limits.namesBytes()) {
                    return new ZipDirectory(entries, End.TOO_MANY);
                }
                int variable = ZipEntry.variableBytes(fixed.fork());
                Cursor rest = cursor(archive, at + ENTRY_BYTES, variable);
                ZipEntry entry = ZipEntry.read(fixed, rest, place.base(), limits.nameBytes());
                entries.add(entry);
                namesBytes += entry.name().length();
                at += ENTRY_BYTES + variable;
            }
        } catch (MalformedException e) {
            return new ZipDirectory(entries, End.DAMAGED);
        }
        boolean complete = at == place.end() && entries.size() == place.count();
        return new ZipDirectory(entries, complete ? End.COMPLETE : End.DAMAGED);
    }

    /// A cursor over the bytes from `offset` on, as far as they exist.
    static Cursor cursor(ByteSource archive, long offset, int length) throws IOException {
        return Cursor.over(bytes(archive, offset, length), offset);
    }

    private static byte[] bytes(ByteSource archive, long offset, int length) throws IOException {
        var bytes = new byte[length];
        int count = archive.read(offset, bytes, 0, length);
        return count == length ? bytes : Arrays.copyOf(bytes, count);
    }
}
