package io.ashiato.intake.archive;

import io.ashiato.bytes.ByteSource;
import io.ashiato.bytes.Cursor;
import io.ashiato.bytes.MalformedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Members of a zip file without a central directory, such as a download that was cut off: found by
/// their local headers (APPNOTE 4.3.7), one behind the other.
final class ZipSalvage {
    private static final int LOCAL_BYTES = 30;
    private static final int SIZES_FOLLOW = 1 << 3;
    private static final int WINDOW_BYTES = 1 << 16;

    private ZipSalvage() {}

    static List<ZipEntry> entries(ByteSource archive, ArchiveLimits limits) throws IOException {
        var entries = new ArrayList<ZipEntry>();
        long at = 0;
        long namesBytes = 0;
        while (at >= 0 && entries.size() < limits.members() && namesBytes <= limits.namesBytes()) {
            at = nextHeader(archive, at);
            if (at >= 0) {
                try {
                    ZipEntry entry = entry(archive, at, limits.nameBytes());
                    entries.add(entry);
                    namesBytes += entry.name().length();
                    at = Math.max(at + LOCAL_BYTES, at + LOCAL_BYTES + entry.packedSize());
                } catch (MalformedException e) {
                    at = -1; // the file ends within a header
                }
            }
        }
        return entries;
    }

    private static ZipEntry entry(ByteSource archive, long at, int maxNameBytes) throws IOException {
        Cursor local = ZipDirectory.cursor(archive, at, LOCAL_BYTES);
        local.skip("signature and version", 6);
        int flags = local.u16("flags");
        int method = local.u16("compression method");
        int time = local.u16("time");
        local.skip("date", 2);
        long crc32 = local.u32("crc-32");
        long packedSize = local.u32("compressed size");
        long size = local.u32("uncompressed size");
        int nameBytes = local.u16("file name length");
        int extraBytes = local.u16("extra field length");
        int shown = Math.min(nameBytes, maxNameBytes);
        byte[] name = ZipDirectory.cursor(archive, at + LOCAL_BYTES, shown).bytes("file name", shown);
        if ((flags & SIZES_FOLLOW) != 0) {
            long start = at + LOCAL_BYTES + nameBytes + extraBytes;
            long next = nextHeader(archive, start);
            packedSize = (next < 0 ? archive.size() : next) - start;
            // The descriptor behind the data is not told from the data: a decoder stops before it.
            size = ZipEntry.UNKNOWN;
            crc32 = ZipEntry.UNKNOWN;
        }
        Cursor extra = ZipDirectory.cursor(archive, at + LOCAL_BYTES + nameBytes, extraBytes);
        ZipEncryption encryption = ZipEntry.encryption(flags, method, time, extra);
        return ZipEntry.of(MemberNames.decode(name), encryption, method, crc32, packedSize, size, 0, at);
    }

    /// The next place, `from` included, that starts with a local header's signature; -1 if none does.
    private static long nextHeader(ByteSource archive, long from) throws IOException {
        var window = new byte[WINDOW_BYTES];
        for (long start = from; start + 4 <= archive.size(); start += WINDOW_BYTES - 3) {
            int count = archive.read(start, window, 0, WINDOW_BYTES);
            for (int at = 0; at + 4 <= count; at++) {
                if (window[at] == 'P' && window[at + 1] == 'K' && window[at + 2] == 3 && window[at + 3] == 4) {
                    return start + at;
                }
            }
        }
        return -1;
    }
}
