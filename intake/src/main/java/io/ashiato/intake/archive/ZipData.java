package io.ashiato.intake.archive;

import io.ashiato.bytes.ByteSource;
import io.ashiato.bytes.Cursor;
import io.ashiato.bytes.MalformedException;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.Optional;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.deflate64.Deflate64CompressorInputStream;
import org.tukaani.xz.LZMAInputStream;
import org.tukaani.xz.MemoryLimitException;
import org.tukaani.xz.XZInputStream;

/// The data of one member of a zip file: found behind its local header, decrypted, unpacked.
final class ZipData {
    private static final int LOCAL_SIGNATURE = 0x04034b50;
    private static final int LOCAL_BYTES = 30;
    private static final int LZMA_HEADER_BYTES = 9;

    private ZipData() {}

    /// Whether [#open] knows a method (APPNOTE 4.4.5).
    static boolean isKnown(int method) {
        return switch (method) {
            case 0, 8, 9, 12, 14, 95 -> true;
            default -> false;
        };
    }

    /// The member as it was before it was packed, piece by piece.
    ///
    /// @param password for an encrypted member
    /// @throws IOException if the data is damaged from the start, or the password visibly wrong
    static InputStream open(ByteSource archive, ZipEntry entry, Optional<ZipPassword> password, ArchiveLimits limits)
            throws IOException {
        ByteSource packed = packed(archive, entry);
        if (!entry.isLocked()) {
            return unpack(new SourceInputStream(packed), entry, limits);
        }
        InputStream plain = decrypt(packed, entry, password.orElseThrow());
        return new ReadToTheEnd(unpack(plain, entry, limits), plain);
    }

    private static InputStream decrypt(ByteSource packed, ZipEntry entry, ZipPassword password) throws IOException {
        return switch (entry.encryption()) {
            case ZipEncryption.None() -> new SourceInputStream(packed);
            case ZipEncryption.Traditional(int time) ->
                ZipDecryption.traditional(packed, entry.crc32(), time, password);
            case ZipEncryption.Aes aes -> ZipDecryption.aes(packed, aes, password);
            case ZipEncryption.Other() -> throw new IOException("encryption method");
        };
    }

    private static InputStream unpack(InputStream packed, ZipEntry entry, ArchiveLimits limits) throws IOException {
        return switch (entry.method()) {
            case 0 -> packed;
            case 8 -> inflate(packed);
            case 9 -> new Deflate64CompressorInputStream(packed);
            case 12 -> new BZip2CompressorInputStream(packed);
            case 14 -> lzma(packed, entry.size(), limits);
            case 95 -> new XZInputStream(packed, limits.decoderMemoryKiB());
            default -> throw new IOException("zip method " + entry.method());
        };
    }

    /// The bytes behind the local header; lengths of name and extra field differ from the directory's.
    static ByteSource packed(ByteSource archive, ZipEntry entry) throws IOException {
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

    private static InputStream inflate(InputStream packed) {
        // One byte more than there is: what zlib asks for at the end of data without its wrapper.
        var padded = new SequenceInputStream(packed, new ByteArrayInputStream(new byte[1]));
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
    private static InputStream lzma(InputStream packed, long size, ArchiveLimits limits) throws IOException {
        try {
            Cursor header = Cursor.over(packed.readNBytes(LZMA_HEADER_BYTES), 0);
            header.skip("version and size", 4);
            byte properties = (byte) header.u8("lzma properties");
            int dictionary = header.i32("lzma dictionary size");
            int memoryKiB = LZMAInputStream.getMemoryUsage(dictionary, properties);
            if (memoryKiB > limits.decoderMemoryKiB()) {
                throw new MemoryLimitException(memoryKiB, limits.decoderMemoryKiB());
            }
            return new LZMAInputStream(packed, size, properties, dictionary);
        } catch (MalformedException e) {
            throw new IOException("lzma header", e);
        }
    }

    /// Reads what a decoder leaves of its input: only the end of decrypted data shows that it is authentic.
    private static final class ReadToTheEnd extends FilterInputStream {
        private final InputStream input;

        ReadToTheEnd(InputStream decoder, InputStream input) {
            super(decoder);
            this.input = input;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            return value < 0 ? end() : value;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = super.read(into, offset, length);
            return count < 0 ? end() : count;
        }

        private int end() throws IOException {
            input.transferTo(OutputStream.nullOutputStream());
            return -1;
        }
    }
}
