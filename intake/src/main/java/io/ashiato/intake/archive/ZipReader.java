package io.ashiato.intake.archive;

import io.ashiato.bytes.ByteSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Members of a zip file: by its central directory or, where that is lost, by the local headers.
public final class ZipReader {
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

    /// An [ArchiveReader] of zip files whose encrypted members, if they have any, this password opens.
    public static ArchiveReader with(Optional<ZipPassword> password) {
        return (archive, limits, sink) -> read(archive, password, limits, sink);
    }

    /// By the central directory or, where that is lost, by the local headers.
    static ZipDirectory directory(ByteSource archive, ArchiveLimits limits) throws IOException {
        ZipDirectory directory = ZipDirectory.read(archive, limits);
        return directory.end() == ZipDirectory.End.ABSENT
                ? new ZipDirectory(ZipSalvage.entries(archive, limits), ZipDirectory.End.ABSENT)
                : directory;
    }

    private static void read(
            ByteSource archive, Optional<ZipPassword> password, ArchiveLimits limits, ArchiveReader.MemberSink sink)
            throws IOException {
        ZipDirectory directory;
        try {
            directory = directory(archive, limits);
        } catch (IOException e) {
            sink.damaged("central directory", -1);
            return;
        }
        for (Member member : members(archive, directory.entries(), password, limits)) {
            sink.member(member);
        }
        switch (directory.end()) {
            case COMPLETE -> {}
            case ABSENT, DAMAGED -> sink.damaged("central directory", -1);
            case TOO_MANY -> sink.tooManyMembers();
        }
    }

    private static List<Member> members(
            ByteSource archive, List<ZipEntry> entries, Optional<ZipPassword> password, ArchiveLimits limits) {
        Set<ZipEntry> overlapping = overlapping(entries, archive.size());
        var members = new ArrayList<Member>();
        for (ZipEntry entry : entries) {
            if (!entry.isFolder()) {
                MemberContent content = overlapping.contains(entry)
                        ? new MemberContent.Overlapping()
                        : content(archive, entry, password, limits);
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

    private static MemberContent content(
            ByteSource archive, ZipEntry entry, Optional<ZipPassword> password, ArchiveLimits limits) {
        if (!UnixFileType.isFile(entry.unixType())) {
            return new MemberContent.NotAFile(UnixFileType.name(entry.unixType()), "");
        }
        if (entry.encryption() instanceof ZipEncryption.Other || (entry.isLocked() && password.isEmpty())) {
            return new MemberContent.Encrypted();
        }
        if (!ZipData.isKnown(entry.method())) {
            return new MemberContent.Unsupported("zip method " + entry.method());
        }
        boolean asItIs = entry.method() == 0 && !entry.isLocked();
        return asItIs ? stored(archive, entry) : packed(archive, entry, password, limits);
    }

    private static MemberContent packed(
            ByteSource archive, ZipEntry entry, Optional<ZipPassword> password, ArchiveLimits limits) {
        return new MemberContent.Packed(
                () -> ZipData.open(archive, entry, password, limits), entry.packedSize(), entry.isLocked());
    }

    private static MemberContent stored(ByteSource archive, ZipEntry entry) {
        try {
            return new MemberContent.Stored(ZipData.packed(archive, entry));
        } catch (IOException e) {
            // As a decoder that fails at once: there is one place that reports damaged members.
            return MemberContent.Packed.open(
                    () -> {
                        throw new IOException("local header", e);
                    },
                    entry.packedSize());
        }
    }
}
