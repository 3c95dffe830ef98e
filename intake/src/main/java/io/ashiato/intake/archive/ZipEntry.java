package io.ashiato.intake.archive;

import io.ashiato.bytes.Cursor;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;

/// What the central directory says of one member.
///
/// @param method how it is packed, APPNOTE 4.4.5; of an AES member, how it was packed before it was encrypted
/// @param unixType the file type bits of its Unix mode; 0 where its maker was no Unix system
/// @param headerOffset of its local header, in the file
record ZipEntry(
        String name,
        ZipEncryption encryption,
        int method,
        long crc32,
        long packedSize,
        long size,
        int unixType,
        long headerOffset) {
    /// A size or checksum that is not stated.
    static final long UNKNOWN = -1;

    private static final int ENCRYPTED = 1;
    private static final int STRONG_ENCRYPTION = 1 << 6;
    private static final int NAME_IS_UTF8 = 1 << 11;
    private static final int MASKED_HEADER = 1 << 13; // the directory itself is encrypted
    private static final int MADE_ON_UNIX = 3;
    private static final int MADE_ON_MACOS = 19;
    private static final int FILE_TYPE_BITS = 0xF000;
    private static final int EXTRA_ZIP64 = 0x0001;
    private static final int EXTRA_UNICODE_PATH = 0x7075;
    private static final long IN_ZIP64_EXTRA = 0xFFFFFFFFL;

    /// The lengths of name, extra fields and comment, which follow the fixed part.
    static int variableBytes(Cursor fixed) {
        fixed.skip("up to the lengths", 28);
        return fixed.u16("file name length") + fixed.u16("extra field length") + fixed.u16("file comment length");
    }

    /// @param fixed over the 46 bytes of the fixed part
    /// @param rest over what follows it
    /// @param base to be added to the offset of the local header
    /// @param maxNameBytes the rest of a longer name is cut off
    static ZipEntry read(Cursor fixed, Cursor rest, long base, int maxNameBytes) {
        fixed.skip("signature", 4);
        int madeBy = fixed.u16("version made by") >> 8;
        fixed.skip("version needed", 2);
        int flags = fixed.u16("flags");
        int method = fixed.u16("compression method");
        int time = fixed.u16("time");
        fixed.skip("date", 2);
        long crc32 = fixed.u32("crc-32");
        long packedSize = fixed.u32("compressed size");
        long size = fixed.u32("uncompressed size");
        int nameBytes = fixed.u16("file name length");
        int extraBytes = fixed.u16("extra field length");
        fixed.skip("comment length, disk, internal attributes", 6);
        long attributes = fixed.u32("external attributes");
        long offset = fixed.u32("offset of the local header");

        byte[] rawName = rest.bytes("file name", nameBytes);
        Cursor extra = rest.window("extra field", extraBytes);
        String name = name(rawName, flags, extra.fork(), maxNameBytes);
        ZipEncryption encryption = encryption(flags, method, time, extra.fork());
        Cursor zip64 = extraField(extra, EXTRA_ZIP64).orElse(Cursor.over(new byte[0], extra.offset()));
        size = size == IN_ZIP64_EXTRA && zip64.remaining() >= 8 ? zip64.i64("uncompressed size") : size;
        packedSize = packedSize == IN_ZIP64_EXTRA && zip64.remaining() >= 8 ? zip64.i64("compressed size") : packedSize;
        offset = offset == IN_ZIP64_EXTRA && zip64.remaining() >= 8 ? zip64.i64("local header") : offset;
        boolean unix = madeBy == MADE_ON_UNIX || madeBy == MADE_ON_MACOS;
        return of(
                name,
                encryption,
                method,
                crc32,
                packedSize,
                size,
                unix ? (int) (attributes >> 16) & FILE_TYPE_BITS : 0,
                base + offset);
    }

    /// @param method as stated; an AES member's own stands in its extra field, which also says whether the checksum
    /// counts
    static ZipEntry of(
            String name,
            ZipEncryption encryption,
            int method,
            long crc32,
            long packedSize,
            long size,
            int unixType,
            long headerOffset) {
        boolean crcKnown = !(encryption instanceof ZipEncryption.Aes aes) || aes.crcStated();
        return new ZipEntry(
                name,
                encryption,
                encryption instanceof ZipEncryption.Aes aes ? aes.method() : method,
                crcKnown ? crc32 : UNKNOWN,
                packedSize,
                size,
                unixType,
                headerOffset);
    }

    /// @param extra fields, in which AES has its own
    static ZipEncryption encryption(int flags, int method, int time, Cursor extra) {
        if ((flags & (STRONG_ENCRYPTION | MASKED_HEADER)) != 0) {
            return new ZipEncryption.Other();
        }
        if ((flags & ENCRYPTED) == 0) {
            return new ZipEncryption.None();
        }
        return method == ZipEncryption.AES_METHOD
                ? ZipEncryption.aes(extraField(extra, ZipEncryption.EXTRA_AES))
                : new ZipEncryption.Traditional(time);
    }

    /// Whether a password is needed.
    boolean isLocked() {
        return !(encryption instanceof ZipEncryption.None);
    }

    /// A folder has no bytes: what ends in `/` and has some is a file, whatever its name says.
    boolean isFolder() {
        return size <= 0 && (name.endsWith("/") || name.endsWith("\\") || unixType == UnixFileType.FOLDER);
    }

    private static String name(byte[] raw, int flags, Cursor extra, int maxBytes) {
        int length = Math.min(raw.length, maxBytes);
        if ((flags & NAME_IS_UTF8) != 0) {
            return new String(raw, 0, length, StandardCharsets.UTF_8);
        }
        return unicodePath(raw, extra, maxBytes).orElseGet(() -> MemberNames.decode(Arrays.copyOf(raw, length)));
    }

    /// Info-ZIP's Unicode path, valid while the checksum in it is that of the name (APPNOTE 4.6.9).
    private static Optional<String> unicodePath(byte[] raw, Cursor extra, int maxBytes) {
        Optional<Cursor> found = extraField(extra, EXTRA_UNICODE_PATH);
        if (found.isEmpty() || found.get().remaining() < 5) {
            return Optional.empty();
        }
        Cursor field = found.get();
        field.skip("version", 1);
        var crc = new CRC32();
        crc.update(raw);
        if (field.u32("name crc-32") != crc.getValue()) {
            return Optional.empty();
        }
        byte[] name = field.bytes("unicode name", Math.min(field.remaining(), maxBytes));
        return Optional.of(new String(name, StandardCharsets.UTF_8));
    }

    private static Optional<Cursor> extraField(Cursor extra, int wanted) {
        while (extra.remaining() >= 4) {
            int id = extra.u16("extra field id");
            int length = Math.min(extra.u16("extra field size"), extra.remaining());
            Cursor field = extra.window("extra field", length);
            if (id == wanted) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }
}
