package io.ashiato.intake.archive;

import io.ashiato.bytes.ByteSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;

/// Members of a 7z archive, in the archive's order: their data is one stream, and reading it in
/// another order would decode it again for each member. Passwords are not tried: the archive itself says how many
/// rounds the derivation of its key takes, and the library goes through as many as it says.
public final class SevenZipReader {
    private static final int UNIX_MODE = 0x8000; // attribute bit: the upper half is a Unix mode
    private static final int FILE_TYPE_BITS = 0xF000;

    private SevenZipReader() {}

    /// As [ArchiveReader#read].
    public static void read(ByteSource archive, ArchiveLimits limits, ArchiveReader.MemberSink sink)
            throws IOException {
        SevenZFile file;
        try {
            file = SevenZFile.builder()
                    .setSeekableByteChannel(new SourceChannel(archive))
                    .setMaxMemoryLimitKiB(limits.decoderMemoryKiB())
                    .get();
        } catch (IOException | RuntimeException e) { // the library checks less than this input needs
            report(e, "7z header", sink);
            return;
        }
        try (file) {
            members(file, archive.size(), limits, sink);
        }
    }

    private static void members(SevenZFile file, long packedSize, ArchiveLimits limits, ArchiveReader.MemberSink sink)
            throws IOException {
        for (int count = 0; ; count++) {
            SevenZArchiveEntry entry;
            try {
                entry = file.getNextEntry();
            } catch (IOException | RuntimeException e) { // as above
                report(e, "7z member", sink);
                return;
            }
            if (entry == null) {
                return;
            }
            if (count == limits.members()) {
                sink.tooManyMembers();
                return;
            }
            if (!entry.isDirectory() && !entry.isAntiItem()) {
                sink.member(member(file, entry, packedSize));
            }
        }
    }

    private static void report(Exception failure, String field, ArchiveReader.MemberSink sink) {
        switch (DecoderFailure.of(failure)) {
            case DAMAGED -> sink.damaged(field, -1);
            case ENCRYPTED -> sink.encrypted();
            case MEMORY -> sink.unsupported(DecoderFailure.MEMORY_OVER_LIMIT);
        }
    }

    private static Member member(SevenZFile file, SevenZArchiveEntry entry, long packedSize) {
        String name = entry.getName() == null ? "" : entry.getName();
        int attributes = entry.getHasWindowsAttributes() ? entry.getWindowsAttributes() : 0;
        int type = (attributes & UNIX_MODE) != 0 ? (attributes >>> 16) & FILE_TYPE_BITS : 0;
        if (!UnixFileType.isFile(type)) {
            return Member.without(name, new MemberContent.NotAFile(UnixFileType.name(type), ""));
        }
        var crc32 = entry.getHasCrc() ? OptionalLong.of(entry.getCrcValue() & 0xFFFFFFFFL) : OptionalLong.empty();
        var content = MemberContent.Packed.open(() -> new CurrentMember(file), packedSize);
        return new Member(name, content, OptionalLong.of(entry.getSize()), crc32);
    }

    /// The member that the archive stands at.
    private static final class CurrentMember extends InputStream {
        private final SevenZFile file;

        CurrentMember(SevenZFile file) {
            this.file = file;
        }

        @Override
        public int read() throws IOException {
            return file.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return file.read(into, offset, length);
        }
    }
}
