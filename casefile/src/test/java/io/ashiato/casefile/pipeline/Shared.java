package io.ashiato.casefile.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.ashiato.sigma.RuleFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// The reference material beside the project. Tests that need it are skipped where it is absent, but not in CI.
final class Shared {
    private Shared() {}

    /// The members of an archive that are wanted, by name, in the archive's order.
    static Map<String, byte[]> members(String archive, Predicate<String> wanted) throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isRegularFile(folder.resolve("shared/README.md"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            assertThat(System.getenv("CI")).as("../shared is needed in CI").isNotEqualTo("true");
        }
        assumeThat(folder).as("no ../shared beside the project").isNotNull();
        var members = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipFile(folder.resolve("shared").resolve(archive).toFile())) {
            for (ZipEntry entry : zip.stream()
                    .filter(e -> !e.isDirectory() && wanted.test(e.getName()))
                    .toList()) {
                try (InputStream stream = zip.getInputStream(entry)) {
                    members.put(entry.getName(), stream.readAllBytes());
                }
            }
        }
        return members;
    }

    /// SigmaHQ's rules whose path is wanted.
    static List<RuleFile> rules(Predicate<String> wanted) throws IOException {
        return members("rules/sigma.zip", name -> name.endsWith(".yml") && wanted.test(name)).entrySet().stream()
                .map(e -> new RuleFile(e.getKey(), new String(e.getValue(), StandardCharsets.UTF_8)))
                .toList();
    }
}
