package io.ashiato.readers.elf;

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

/// Reads Linux and Unix executables.
public final class ElfReader {
    private static final int MAGIC = 0x464C_457F;

    private ElfReader() {}

    /// Everything that the program states of itself. Bytes that are no ELF file of a little-endian machine
    /// give no facts, and damage that says so.
    ///
    /// @throws IOException if the machine fails to read
    public static ArtefactReading read(ByteSource source) throws IOException {
        var damage = new ArrayList<Damage>();
        if (source.size() > ArtefactReading.MAX_BYTES) {
            damage.add(new Damage.OverLimit("ELF file", ArtefactReading.MAX_BYTES, ArtefactReading.MAX_BYTES));
        }
        byte[] data = source.first(ArtefactReading.MAX_BYTES);
        var facts = ElfFile.read(data, damage)
                .map(file -> ElfFacts.of(file, data, damage))
                .orElse(Facts.NONE);
        if (facts.values().isEmpty() && damage.isEmpty()) {
            damage.add(new Damage.OutOfRange("ELF magic", 0, 0, MAGIC, MAGIC));
        }
        return new ArtefactReading(EvidenceKind.ELF, facts, List.of(), damage);
    }

    /// The program as code and data at addresses; empty where the bytes are no ELF file of a little-endian machine.
    /// What is damaged is left out.
    ///
    /// @throws IOException if the machine fails to read
    public static Optional<ProgramImage> image(ByteSource source) throws IOException {
        var damage = new ArrayList<Damage>();
        return ElfFile.read(source.first(ArtefactReading.MAX_BYTES), damage).map(file -> {
            var dynamic = ElfDynamic.read(file, damage);
            var symbols = ElfSymbols.dynamic(file, dynamic, damage);
            return ElfImage.of(file, dynamic, symbols, damage);
        });
    }
}
