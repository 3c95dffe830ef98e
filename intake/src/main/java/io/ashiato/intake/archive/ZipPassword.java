package io.ashiato.intake.archive;

import io.ashiato.bytes.ByteSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.CRC32;

/// A password that opens a zip file.
///
/// @param text as a person writes it
/// @param charset in which the archive's maker turned it into bytes; the format does not say
public record ZipPassword(String text, Charset charset) {
    /// UTF-8 is what current programs write; Windows' own on Japanese systems write CP932.
    private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, Charset.forName("windows-31j"));

    /// A checksum of 32 bits says nothing about content that is shorter than itself.
    private static final int TELLING_BYTES = 16;

    /// A member larger than this is not decoded for each password; an archive of a mail has a smaller one.
    private static final long PROBE_BYTES = 256 << 20;

    /// Deriving the key of one AES member costs some milliseconds: evidence with more encrypted members
    /// than this is not opened.
    private static final int MAX_ENCRYPTED_MEMBERS = 10_000;

    /// The first of `candidates` that decrypts the archive, proven by a member's checksum or, for AES, by its
    /// authentication code. Empty if no member is encrypted or nothing fits.
    public static Optional<ZipPassword> find(ByteSource archive, ArchiveLimits limits, List<String> candidates) {
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        try {
            Optional<ZipEntry> probe =
                    probe(ZipReader.directory(archive, limits).entries());
            return probe.isEmpty() ? Optional.empty() : fitting(archive, probe.get(), limits, candidates);
        } catch (IOException e) {
            return Optional.empty(); // the reading of the members meets the same failure and reports it
        }
    }

    /// The encrypted member that costs least to decode.
    private static Optional<ZipEntry> probe(List<ZipEntry> entries) {
        List<ZipEntry> encrypted = entries.stream()
                .filter(entry -> entry.isLocked() && !entry.isFolder())
                .filter(entry -> !(entry.encryption() instanceof ZipEncryption.Other))
                .toList();
        Predicate<ZipEntry> affordable = entry -> entry.size() >= 0 && entry.size() <= PROBE_BYTES;
        Predicate<ZipEntry> telling = entry -> entry.size() >= TELLING_BYTES;
        Comparator<ZipEntry> bySize = Comparator.comparingLong(ZipEntry::size);
        if (encrypted.size() > MAX_ENCRYPTED_MEMBERS) {
            return Optional.empty();
        }
        return encrypted.stream()
                .filter(affordable.and(telling))
                .min(bySize)
                .or(() -> encrypted.stream().filter(affordable).max(bySize));
    }

    private static Optional<ZipPassword> fitting(
            ByteSource archive, ZipEntry probe, ArchiveLimits limits, List<String> candidates) {
        return candidates.stream()
                .filter(text -> !text.isEmpty())
                .flatMap(text -> CHARSETS.stream()
                        .filter(charset -> charset.newEncoder().canEncode(text))
                        .map(charset -> new ZipPassword(text, charset)))
                .filter(password -> password.opens(archive, probe, limits))
                .findFirst();
    }

    private boolean opens(ByteSource archive, ZipEntry probe, ArchiveLimits limits) {
        try (InputStream content = ZipData.open(archive, probe, Optional.of(this), limits)) {
            var crc32 = new CRC32();
            var piece = new byte[1 << 13];
            long size = 0;
            int count;
            while (size <= probe.size() && (count = content.read(piece)) >= 0) {
                crc32.update(piece, 0, count);
                size += count;
            }
            return size == probe.size() && (probe.crc32() < 0 || probe.crc32() == crc32.getValue());
        } catch (IOException | RuntimeException e) { // what a wrong password makes of data breaks any decoder
            return false;
        }
    }

    /// The bytes of the password, a char for each.
    char[] bytes() {
        return new String(text.getBytes(charset), StandardCharsets.ISO_8859_1).toCharArray();
    }
}
