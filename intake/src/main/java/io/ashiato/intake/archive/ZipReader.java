package io.ashiato.intake.archive;

import io.ashiato.bytes.ByteSource;
import io.ashiato.bytes.Cursor;
import io.ashiato.bytes.MalformedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.deflate64.Deflate64CompressorInputStream;
import org.tukaani.xz.LZMAInputStream;
import org.tukaani.xz.MemoryLimitException;
import org.tukaani.xz.XZInputStream;

/// Members of a zip file: by its central directory or, where that is lost, by the local headers.
public final class ZipReader {
    private static final int LOCAL_SIGNATURE = 0x04034b50;
    private static final int LOCAL_BYTES = 30;

    private ZipReader() {}

    /// Whether a zip file is an Office document (ECMA-376 part 2): it is read as one thing then.
    public static boolean isOfficeDocument(ByteSource archive, ArchiveLimits limits) {
        try {
            Set<String> names = new HashSet<>();
            ZipDirectory.read(archive, limits).entries().forEach(entry -> names.add(entry.name()));
            return names.contains("[Content_Types].xml") && names.contains("_rels/.rels");
        } catch (IOException e) {
            return false; // the reading of the members meets the same failure and reports it
        }
    }

    /// As [ArchiveReader#read].
    public static void read(ByteSource archive, ArchiveLimits limits, ArchiveReader.MemberSink sink)
            throws IOException {
        ZipDirectory directory;
        try {
            directory = ZipDirectory.read(archive, limits);
            if (directory.end() == ZipDirectory.End.ABSENT) {
                directory = new ZipDirectory(ZipSalvage.entries(archive, limits), ZipDirectory.End.ABSENT);
            }
        } catch (IOException e) {
            sink.damaged("central directory", -1);
            return;
        }
        for (Member member : members(archive, directory.entries(), limits)) {
            sink.member(member);
        }
        switch (directory.end()) {
            case COMPLETE -> {}
            case ABSENT, DAMAGED -> sink.damaged("central directory", -1);
            case TOO_MANY -> sink.tooManyMembers();
        }
    }

    private static List<Member> members(ByteSource archive, List<ZipEntry> entries, ArchiveLimits limits) {
        Set<ZipEntry> overlapping = overlapping(entries, archive.size());
        var members = new ArrayList<Member>();
        for (ZipEntry entry : entries) {
            if (!entry.isFolder()) {
                MemberContent content =
                        overlapping.contains(entry) ? new MemberContent.Overlapping() : content(archive, entry, limits);
                members.add(new Member(entry.name(), content, known(entry.size()), known(entry.crc32())));
            }
        }
        members.sort(MemberNames.ORDER);
        return members;
    }

    private static OptionalLong known(long value) {
        return value < 0 ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /// Entries that start before the one in front of them ends.
    private static Set<ZipEntry> overlapping(List<ZipEntry> entries, long archiveSize) {
        var byPlace = new ArrayList<>(entries);
        byPlace.sort(Comparator.comparingLong(ZipEntry::headerOffset));
        Set<ZipEntry> found = Collections.newSetFromMap(new IdentityHashMap<>());
        long end = Long.MIN_VALUE;
        for (ZipEntry entry : byPlace) {
            if (entry.headerOffset() < end) {
                found.add(entry);
            } else {
                long packed = Math.clamp(entry.packedSize(), 0, archiveSize);
                end = entry.headerOffset() + LOCAL_BYTES + packed;
            }
        }
        return found;
    }

    private static MemberContent content(ByteSource archive, ZipEntry entry, ArchiveLimits limits) {
        if (!UnixFileType.isFile(entry.unixType())) {
            return new MemberContent.NotAFile(UnixFileType.name(entry.unixType()), "");
        }
        if (entry.encrypted()) {
            return new MemberContent.Encrypted();
        }
        return switch (entry.method()) {
            case 0 -> stored(archive, entry);
            case 8 -> packed(entry, () -> inflate(packedBytes(archive, entry)));
            case 9 -> packed(entry, () -> new Deflate64CompressorInputStream(stream(archive, entry)));
            case 12 -> packed(entry, () -> new BZip2CompressorInputStream(stream(archive, entry)));
            case 14 -> packed(entry, () -> lzma(packedBytes(archive, entry), entry.size(), limits));
            case 95 -> packed(entry, () -> new XZInputStream(stream(archive, entry), limits.decoderMemoryKiB()));
            default -> new MemberContent.Unsupported("zip method " + entry.method());
        };
    }

    private static MemberContent packed(ZipEntry entry, MemberContent.Decoder decoder) {
        return new MemberContent.Packed(decoder, entry.packedSize());
    }

    private static MemberContent stored(ByteSource archive, ZipEntry entry) {
        try {
            return new MemberContent.Stored(packedBytes(archive, entry));
        } catch (IOException e) {
            // As a decoder that fails at once: there is one place that reports damaged members.
            return packed(entry, () -> {
                throw new IOException("local header", e);
            });
        }
    }

    private static InputStream stream(ByteSource archive, ZipEntry entry) throws IOException {
        return new SourceInputStream(packedBytes(archive, entry));
    }

    /// The bytes behind the local header; lengths of name and extra field differ from the directory's.
    private static ByteSource packedBytes(ByteSource archive, ZipEntry entry) throws IOException {
        try {
            Cursor local = ZipDirectory.cursor(archive, entry.headerOffset(), LOCAL_BYTES);
            if (local.i32("local header signature") != LOCAL_SIGNATURE) {
                throw new IOException("no local header at " + entry.headerOffset());
            }
            local.skip("up to the lengths", 22);
            long start = entry.headerOffset()
                    + LOCAL_BYTES
                    + local.u16("file name length")
                    + local.u16("extra field length");
            return ByteRange.of(archive, start, Math.max(0, entry.packedSize()));
        } catch (MalformedException e) {
            throw new IOException("local header at " + entry.headerOffset(), e);
        }
    }

    static InputStream inflate(ByteSource packed) {
        // One byte more than there is: what zlib asks for at the end of data without its wrapper.
        var padded = new SequenceInputStream(new SourceInputStream(packed), new ByteArrayInputStream(new byte[1]));
        var inflater = new Inflater(true);
        return new InflaterInputStream(padded, inflater, 1 << 13) {
            @Override
            public void close() throws IOException {
                inflater.end();
                super.close();
            }
        };
    }

    /// APPNOTE 5.8: version (2 bytes), size of the properties (2), properties (5), data.
    private static InputStream lzma(ByteSource packed, long size, ArchiveLimits limits) throws IOException {
        try {
            Cursor header = ZipDirectory.cursor(packed, 0, 9);
            header.skip("version and size", 4);
            byte properties = (byte) header.u8("lzma properties");
            int dictionary = header.i32("lzma dictionary size");
            int memoryKiB = LZMAInputStream.getMemoryUsage(dictionary, properties);
            if (memoryKiB > limits.decoderMemoryKiB()) {
                throw new MemoryLimitException(memoryKiB, limits.decoderMemoryKiB());
            }
            var data = new SourceInputStream(ByteRange.of(packed, 9, packed.size()));
            return new LZMAInputStream(data, size, properties, dictionary);
        } catch (MalformedException e) {
            throw new IOException("lzma header", e);
        }
    }
}
