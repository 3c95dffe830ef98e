package io.ashiato.intel.knowledge.importer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Assumptions;

/// Files of others that stand beside the project: `shared/knowledge/samples/samples.zip`.
final class SamplesZip {
    private SamplesZip() {}

    /// A member of it; the test is skipped where the zip is absent, but not on the build server.
    static byte[] member(String name) {
        try (var zip = new ZipFile(zip().toFile())) {
            return zip.getInputStream(zip.getEntry(name)).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path zip() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path shared = folder.resolve("shared");
            if (Files.exists(shared.resolve("README.md"))) {
                return shared.resolve("knowledge/samples/samples.zip");
            }
        }
        if ("true".equals(System.getenv("CI"))) {
            throw new IllegalStateException("the folder shared is absent");
        }
        Assumptions.abort("the folder shared is absent");
        throw new IllegalStateException("unreachable");
    }
}
