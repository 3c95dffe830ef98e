package io.ashiato.readers.elf;

import io.ashiato.bytes.ByteSource;
import io.ashiato.bytes.Damage;
import io.ashiato.readers.ArtefactReading;
import io.ashiato.readers.ProgramImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Optional;

/// Reads Linux and Unix executables.
public final class ElfReader {
    private ElfReader() {}

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
