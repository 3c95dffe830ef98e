package io.ashiato.readers.ole;

import io.ashiato.bytes.Damage;
import io.ashiato.readers.ArtefactReading;
import io.ashiato.readers.CompoundFile;
import io.ashiato.readers.ReadingBuilder;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;

/// A package of Office 2007 and later that is encrypted into a compound file (MS-OFFCRYPTO 2.3). Only the password
/// that Office itself tries is tried: it opens without asking, and hides content from scanners.
final class EncryptedPackage {
    /// Excel opens documents that are encrypted with this password without asking for one.
    static final String DEFAULT_PASSWORD = Decryptor.DEFAULT_PASSWORD;

    /// Rounds of hashing that the file may ask for; Office writes 100,000, and the format allows a hundred times
    /// as many, which take half a minute.
    private static final int MAX_SPIN_COUNT = 1_000_000;

    private EncryptedPackage() {}

    /// Adds the decrypted document as a child, where the password fits.
    static void tell(CompoundFile file, ReadingBuilder reading) {
        if (file.stream("EncryptedPackage").isEmpty()) {
            return;
        }
        reading.facts().flag("encrypted", true);
        try {
            var info = new EncryptionInfo(file.root());
            reading.facts()
                    .text("encryption", info.getHeader().getCipherAlgorithm().name());
            if (info.getVerifier().getSpinCount() > MAX_SPIN_COUNT) {
                reading.damage(new Damage.OverLimit("spin count", 0, MAX_SPIN_COUNT));
                return;
            }
            content(info.getDecryptor(), file).ifPresent(content -> {
                reading.facts().text("password", DEFAULT_PASSWORD);
                reading.embedded("EncryptedPackage", Optional.empty(), content);
            });
        } catch (IOException | GeneralSecurityException | RuntimeException e) { // POI throws what comes
            reading.unreadable("encryption");
        }
    }

    private static Optional<byte[]> content(Decryptor decryptor, CompoundFile file)
            throws IOException, GeneralSecurityException {
        if (!decryptor.verifyPassword(DEFAULT_PASSWORD)) {
            return Optional.empty();
        }
        try (var in = decryptor.getDataStream(file.root())) {
            return Optional.of(in.readNBytes(ArtefactReading.MAX_BYTES));
        }
    }
}
