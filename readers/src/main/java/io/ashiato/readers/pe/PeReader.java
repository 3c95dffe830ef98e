package io.ashiato.readers.pe;

import io.ashiato.bytes.ByteSource;
import io.ashiato.bytes.Damage;
import io.ashiato.model.EvidenceKind;
import io.ashiato.model.Facts;
import io.ashiato.readers.ArtefactReading;
import io.ashiato.readers.ProgramImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads Windows executables.
public final class PeReader {
    private static final int PE_SIGNATURE = 0x4550;

    private PeReader() {}

    /// Everything that the program states of itself. Bytes that are no PE file give no facts, and damage that says so.
    ///
    /// @throws IOException if the machine fails to read
    public static ArtefactReading read(ByteSource source) throws IOException {
        var damage = new ArrayList<Damage>();
        if (source.size() > ArtefactReading.MAX_BYTES) {
            damage.add(new Damage.OverLimit("PE file", ArtefactReading.MAX_BYTES, ArtefactReading.MAX_BYTES));
        }
        var facts = PeFile.read(source.first(ArtefactReading.MAX_BYTES), damage)
                .map(file -> PeFacts.of(file, damage))
                .orElse(Facts.NONE);
        if (facts.values().isEmpty() && damage.isEmpty()) {
            damage.add(new Damage.OutOfRange("PE signature", 0, 0, PE_SIGNATURE, PE_SIGNATURE));
        }
        return new ArtefactReading(EvidenceKind.PE, facts, List.of(), damage);
    }

    /// The program as code and data at addresses; empty where the bytes are no PE file. What is damaged is left out.
    ///
    /// @throws IOException if the machine fails to read
    public static Optional<ProgramImage> image(ByteSource source) throws IOException {
        var damage = new ArrayList<Damage>();
        return PeFile.read(source.first(ArtefactReading.MAX_BYTES), damage)
                .map(file -> PeImage.of(file, PeImports.read(file, damage), PeExports.read(file, damage), damage));
    }
}
