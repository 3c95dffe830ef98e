package io.ashiato.intake.archive;

import io.ashiato.bytes.ByteSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// Members of a tar archive (POSIX.1-2017 `pax`, with GNU's long names): parts of the archive itself,
/// so nothing is unpacked. Archives behind the end mark are read too: tar files can be joined.
public final class TarReader {
    private static final int BLOCK = TarHeader.BLOCK_BYTES;
    private static final int EXTENSION_BYTES = 1 << 20; // pax and long-name records: real ones have some hundred bytes

    private final ByteSource archive;
    private final ArchiveLimits limits;
    private final ArchiveReader.MemberSink sink;
    private final List<Member> members = new ArrayList<>();
    private PaxRecords pending = PaxRecords.NONE;
    private long namesBytes;
    private boolean lost; // inside a stretch that is no header, reported already

    private TarReader(ByteSource archive, ArchiveLimits limits, ArchiveReader.MemberSink sink) {
        this.archive = archive;
        this.limits = limits;
        this.sink = sink;
    }

    /// As [ArchiveReader#read].
    public static void read(ByteSource archive, ArchiveLimits limits, ArchiveReader.MemberSink sink)
            throws IOException {
        var reader = new TarReader(archive, limits, sink);
        try {
            reader.index();
        } catch (IOException e) {
            sink.damaged("header", -1);
        }
        reader.members.sort(MemberNames.ORDER);
        for (Member member : reader.members) {
            sink.member(member);
        }
    }

    private void index() throws IOException {
        var block = new byte[BLOCK];
        long at = 0;
        while (at >= 0 && at < archive.size()) {
            if (members.size() == limits.members() || namesBytes > limits.namesBytes()) {
                sink.tooManyMembers();
                return;
            }
            if (archive.read(at, block, 0, BLOCK) < BLOCK) {
                sink.damaged("header", at);
                return;
            }
            at = header(block, at);
        }
    }

    /// Takes the header at `at` and returns where the next one should lie.
    private long header(byte[] block, long at) throws IOException {
        if (TarHeader.isBlank(block)) {
            return at + BLOCK;
        }
        if (!TarHeader.hasChecksum(block)) {
            if (!lost) {
                sink.damaged("header checksum", at);
            }
            lost = true;
            pending = PaxRecords.NONE; // it described the header that is lost
            return at + BLOCK;
        }
        lost = false;
        TarHeader header = TarHeader.read(block);
        long content = at + BLOCK;
        if (TarHeader.isExtension(header.type())) {
            extension(header, content);
            return after(content, header.size());
        }
        PaxRecords extended = pending;
        pending = PaxRecords.NONE;
        long size = extended.size().orElse(header.size());
        long stored = header.hasContent() ? size : 0;
        add(header, extended, content, stored);
        return after(content, stored);
    }

    private void extension(TarHeader header, long at) throws IOException {
        if (header.size() > EXTENSION_BYTES) {
            sink.damaged("extended header size", at - BLOCK);
            return;
        }
        var bytes = new byte[(int) header.size()];
        int count = archive.read(at, bytes, 0, bytes.length);
        pending = pending.and(header.type(), count == bytes.length ? bytes : new byte[0], limits.nameBytes());
    }

    private void add(TarHeader header, PaxRecords extended, long at, long size) {
        String name = extended.path().orElse(header.name());
        if (header.isFolder(name)) {
            return;
        }
        namesBytes += name.length();
        OptionalLong stated = OptionalLong.of(size);
        if (!header.hasContent()) {
            String target = extended.linkTarget().orElse(header.linkTarget());
            namesBytes += target.length();
            members.add(Member.without(name, new MemberContent.NotAFile(header.typeName(), target)));
        } else if (header.isSparse() || extended.sparse()) {
            var content = new MemberContent.Unsupported("sparse file in tar");
            members.add(new Member(name, content, stated, OptionalLong.empty()));
        } else {
            // Cut off where the archive is: that it has fewer bytes than stated shows when it is hashed.
            var content = new MemberContent.Stored(ByteRange.of(archive, at, size));
            members.add(new Member(name, content, stated, OptionalLong.empty()));
        }
    }

    /// The block behind `size` bytes at `content`; -1 where that is behind every file.
    private static long after(long content, long size) {
        if (size > Long.MAX_VALUE - content - BLOCK) {
            return -1;
        }
        return content + (size + BLOCK - 1) / BLOCK * BLOCK;
    }
}
