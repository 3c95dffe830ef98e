package io.ashiato.cli;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/// Where tests find the project's own files, and the reference material beside the project.
final class ProjectFolder {
    private ProjectFolder() {}

    /// The folder with the root pom.
    static Path root() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("ARCHITECTURE.md")) && Files.exists(folder.resolve("mvnw"))) {
                return folder;
            }
        }
        return fail("not inside the project");
    }

    /// A file of the reference material. Without it the test is skipped, but fails where CI promises it.
    static Path shared(String name) {
        Path file = root().resolveSibling("shared").resolve(name);
        if (!Files.exists(file) && "true".equals(System.getenv("CI"))) {
            fail("CI has no " + file);
        }
        assumeTrue(Files.exists(file), "needs ../shared/" + name);
        return file;
    }
}
