package io.ashiato.cli;

import java.io.IOException;
import java.nio.file.Path;

/// Paths as the file system means them.
final class RealPaths {
    private RealPaths() {}

    /// The path with its links resolved as far as it exists.
    static Path of(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        try {
            return absolute.toRealPath();
        } catch (IOException e) {
            Path parent = absolute.getParent();
            return parent == null ? absolute : of(parent).resolve(absolute.getFileName());
        }
    }
}
