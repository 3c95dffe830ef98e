package io.ashiato.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.LZMAOutputStream;
import org.tukaani.xz.XZOutputStream;

/// Writes ordinary archives for tests, by another program's code than the one under test.
final class Archives {
    private Archives() {}

    /// One file for an archive.
    ///
    /// @param content a character for each byte
    record File(String name, String content) {
        static File of(String name, String text) {
            return of(name, text.getBytes(StandardCharsets.UTF_8));
        }

        static File of(String name, byte[] bytes) {
            return new File(name, new String(bytes, StandardCharsets.ISO_8859_1));
        }

        byte[] bytes() {
            return content.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    static byte[] zip(File... files) throws IOException {
        return zip(List.of(files), StandardCharsets.UTF_8, Zip64Mode.AsNeeded);
    }

    /// Written to a stream, so that sizes stand behind the data, in data descriptors.
    @SuppressWarnings("PreferCharsetOverload") // that overload is private
    static byte[] zip(List<File> files, Charset names, Zip64Mode zip64) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipArchiveOutputStream(bytes)) {
            zip.setEncoding(names.name());
            zip.setUseZip64(zip64);
            for (File file : files) {
                var entry = new ZipArchiveEntry(file.name());
                entry.setTime(0);
                zip.putArchiveEntry(entry);
                zip.write(file.bytes());
                zip.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    static byte[] tar(File... files) throws IOException {
        var entries = new ArrayList<Map.Entry<TarArchiveEntry, byte[]>>();
        for (File file : files) {
            var entry = new TarArchiveEntry(file.name(), true);
            entry.setSize(file.bytes().length);
            entry.setModTime(0); // a time with fractions would add a pax header
            entries.add(Map.entry(entry, file.bytes()));
        }
        return tar(entries, TarArchiveOutputStream.LONGFILE_POSIX);
    }

    static byte[] tar(List<Map.Entry<TarArchiveEntry, byte[]>> entries, int longNames) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(bytes, "UTF-8")) {
            tar.setLongFileMode(longNames);
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            tar.setAddPaxHeadersForNonAsciiNames(longNames == TarArchiveOutputStream.LONGFILE_POSIX);
            for (var entry : entries) {
                tar.putArchiveEntry(entry.getKey());
                tar.write(entry.getValue());
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    static byte[] sevenZip(Path folder, File... files) throws IOException {
        Path path = folder.resolve("made.7z");
        try (var archive = new SevenZOutputFile(path.toFile())) {
            for (File file : files) {
                var entry = new org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry();
                entry.setName(file.name());
                archive.putArchiveEntry(entry);
                archive.write(file.bytes());
                archive.closeArchiveEntry();
            }
        }
        byte[] bytes = Files.readAllBytes(path);
        Files.delete(path);
        return bytes;
    }

    static byte[] gzip(byte[] content) throws IOException {
        return packed(content, GZIPOutputStream::new);
    }

    static byte[] bzip2(byte[] content) throws IOException {
        return packed(content, BZip2CompressorOutputStream::new);
    }

    static byte[] xz(byte[] content) throws IOException {
        return packed(content, out -> new XZOutputStream(out, new LZMA2Options(1)));
    }

    /// LZMA as zip files hold it: version, size of the properties, properties, data without an end mark.
    static byte[] zipLzma(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var options = new LZMA2Options(1);
        bytes.writeBytes(new byte[] {9, 20, 5, 0});
        bytes.write((options.getPb() * 5 + options.getLp()) * 9 + options.getLc());
        for (int shift = 0; shift < 32; shift += 8) {
            bytes.write(options.getDictSize() >> shift);
        }
        try (var out = new LZMAOutputStream(bytes, options, false)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    /// Starts a compressor that writes to a stream.
    @FunctionalInterface
    private interface Compressor {
        OutputStream over(OutputStream out) throws IOException;
    }

    private static byte[] packed(byte[] content, Compressor compressor) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (OutputStream out = compressor.over(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }
}
