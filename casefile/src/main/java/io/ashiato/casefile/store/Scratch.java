package io.ashiato.casefile.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/// A folder for temporary files that is gone when it is closed, also when the program is interrupted.
public final class Scratch implements AutoCloseable {
    private final Path path;
    private final Thread onExit;

    /// @param parent where the folder is made
    public static Scratch in(Path parent) throws IOException {
        return new Scratch(Files.createTempDirectory(parent, ".ashiato-"));
    }

    /// In the folder for temporary files of this machine.
    public static Scratch inTemporaryFolder() throws IOException {
        return new Scratch(Files.createTempDirectory("ashiato-"));
    }

    private Scratch(Path path) {
        this.path = path;
        this.onExit = new Thread(this::deleteQuietly, "remove temporary files");
        Runtime.getRuntime().addShutdownHook(onExit);
    }

    public Path path() {
        return path;
    }

    /// Removes the folder with all that is in it.
    @Override
    public void close() throws IOException {
        delete(path);
        if (!Thread.currentThread().equals(onExit)) {
            release();
        }
    }

    /// Leaves the folder to someone else, who moved it away.
    void release() {
        try {
            Runtime.getRuntime().removeShutdownHook(onExit);
        } catch (IllegalStateException e) {
            // The machine is going down already: the hook runs, and finds nothing.
        }
    }

    private void deleteQuietly() {
        try {
            delete(path);
        } catch (IOException | UncheckedIOException e) {
            // Nobody is left to be told; what stays is a temporary folder.
        }
    }

    static void delete(Path folder) throws IOException {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path dir, @org.jspecify.annotations.Nullable IOException e)
                        throws IOException {
                    Files.delete(dir);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (NoSuchFileException e) {
            // Already gone.
        }
    }
}
