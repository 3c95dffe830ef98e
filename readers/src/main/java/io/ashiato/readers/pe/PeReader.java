package io.ashiato.readers.pe;

import io.ashiato.bytes.ByteSource;
import io.ashiato.bytes.Damage;
import io.ashiato.readers.ArtefactReading;
import io.ashiato.readers.ProgramImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Optional;

/// Reads Windows executables.
public final class PeReader {
    private PeReader() {}

    /// The program as code and data at addresses; empty where the bytes are no PE file. What is damaged is left out.
    ///
    /// @throws IOException if the machine fails to read
    public static Optional<ProgramImage> image(ByteSource source) throws IOException {
        var damage = new ArrayList<Damage>();
        return PeFile.read(source.first(ArtefactReading.MAX_BYTES), damage)
                .map(file -> PeImage.of(file, PeImports.read(file, damage), PeExports.read(file, damage), damage));
    }
}
