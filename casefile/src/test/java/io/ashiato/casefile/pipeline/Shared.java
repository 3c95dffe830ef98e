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
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// The reference material beside the project. Tests that need it are skipped where it is absent, but not in CI.
final class Shared {
    private Shared() {}

    /// The members of an archive that are wanted, by name, in the archive's order.
    static Map<String, byte[]> members(String archive, Predicate<String> wanted) throws IOException {
        Optional<Path> shared = find(Path.of("").toAbsolutePath());
        if (shared.isEmpty()) {
            assertThat(System.getenv("CI")).as("../shared is needed in CI").isNotEqualTo("true");
        }
        assumeThat(shared).as("no ../shared beside the project").isPresent();
        var members = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipFile(shared.orElseThrow().resolve(archive).toFile())) {
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

    private static Optional<Path> find(Path from) {
        for (Path folder = from; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("shared/README.md"))) {
                return Optional.of(folder.resolve("shared"));
            }
        }
        return Optional.empty();
    }

    /// SigmaHQ's rules whose path is wanted.
    static List<RuleFile> rules(Predicate<String> wanted) throws IOException {
        return members("rules/sigma.zip", name -> name.endsWith(".yml") && wanted.test(name)).entrySet().stream()
                .map(e -> new RuleFile(e.getKey(), new String(e.getValue(), StandardCharsets.UTF_8)))
                .toList();
    }
}
