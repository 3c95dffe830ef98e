package io.ashiato.intake.archive;

import io.ashiato.bytes.ByteSource;
import io.ashiato.bytes.Cursor;
import io.ashiato.bytes.MalformedException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.tukaani.xz.XZInputStream;

/// Compressed single files: gzip (RFC 1952), bzip2, xz. Joined streams are one file, as their own
/// programs have it.
public final class CompressedFileReader {
    private static final int NAME_PRESENT = 1 << 3;
    private static final int EXTRA_PRESENT = 1 << 2;

    private CompressedFileReader() {}

    /// As [ArchiveReader#read]; the member's name is the one in the header, or empty.
    public static void gzip(ByteSource file, ArchiveLimits limits, ArchiveReader.MemberSink sink) throws IOException {
        String name = gzipName(file, limits).orElse("");
        one(file, name, () -> new GZIPInputStream(new SourceInputStream(file), 1 << 13), sink);
    }

    /// As [ArchiveReader#read]; the member has no name.
    public static void bzip2(ByteSource file, ArchiveLimits limits, ArchiveReader.MemberSink sink) throws IOException {
        one(file, "", () -> new BZip2CompressorInputStream(new SourceInputStream(file), true), sink);
    }

    /// As [ArchiveReader#read]; the member has no name.
    public static void xz(ByteSource file, ArchiveLimits limits, ArchiveReader.MemberSink sink) throws IOException {
        one(file, "", () -> new XZInputStream(new SourceInputStream(file), limits.decoderMemoryKiB()), sink);
    }

    private static void one(ByteSource file, String name, MemberContent.Decoder decoder, ArchiveReader.MemberSink sink)
            throws IOException {
        var content = MemberContent.Packed.open(decoder, file.size());
        sink.member(new Member(name, content, OptionalLong.empty(), OptionalLong.empty()));
    }

    private static Optional<String> gzipName(ByteSource file, ArchiveLimits limits) {
        try {
            Cursor header = ZipDirectory.cursor(file, 0, 10 + 2 + 0xFFFF + limits.nameBytes());
            header.skip("signature and method", 3);
            int flags = header.u8("flags");
            header.skip("time, extra flags, system", 6);
            if ((flags & NAME_PRESENT) == 0) {
                return Optional.empty();
            }
            if ((flags & EXTRA_PRESENT) != 0) {
                header.skip("extra field", header.u16("extra field length"));
            }
            byte[] rest = header.bytes("name", Math.min(header.remaining(), limits.nameBytes()));
            int end = 0;
            while (end < rest.length && rest[end] != 0) {
                end++;
            }
            return Optional.of(MemberNames.decode(Arrays.copyOf(rest, end)));
        } catch (IOException | MalformedException e) {
            return Optional.empty(); // the decoder meets the same damage and reports it
        }
    }
}
