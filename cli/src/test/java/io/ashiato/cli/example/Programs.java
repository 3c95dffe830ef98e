package io.ashiato.cli.example;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/// The two harmless programs in `examples/programs`, which `build.sh` there makes from our sources.
public final class Programs {
    private Programs() {}

    /// The older one, which is known: only its fingerprints are used.
    public static byte[] kagerouKnown() {
        return read("kagerou-1.exe");
    }

    /// The one that was changed and built anew, and is found in the case.
    public static byte[] kagerouOfTheCase() {
        return read("kagerou-2.exe");
    }

    private static byte[] read(String name) {
        try {
            return Files.readAllBytes(ExampleFolders.ROOT.resolve("programs").resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("examples/programs is part of the project", e);
        }
    }
}
