package io.ashiato.readers.evtx;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The reference material that may lie beside the project. Nothing of it is part of the project.
public final class Shared {
    private Shared() {}

    /// A folder of it, where it is there.
    public static Optional<Path> folder(String name) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("shared/README.md"))) {
                return Optional.of(folder.resolve("shared").resolve(name)).filter(Files::isDirectory);
            }
        }
        return Optional.empty();
    }
}
