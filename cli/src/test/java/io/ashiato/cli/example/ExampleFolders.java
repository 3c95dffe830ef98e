package io.ashiato.cli.example;

import java.nio.file.Files;
import java.nio.file.Path;

/// Where the examples lie.
public final class ExampleFolders {
    public static final Path PROJECT = project();
    /// The folder `examples`.
    public static final Path ROOT = PROJECT.resolve("examples");

    private ExampleFolders() {}

    private static Path project() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("mvnw"))) {
                return folder;
            }
        }
        throw new IllegalStateException("no folder above " + Path.of("").toAbsolutePath() + " has mvnw");
    }
}
