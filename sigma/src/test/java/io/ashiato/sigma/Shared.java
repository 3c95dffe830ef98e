package io.ashiato.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Assumptions;

/// The reference material beside the project. Tests that need it are skipped where it is absent, but not in CI.
final class Shared {
    private Shared() {}

    /// A member of an archive.
    record Member(String name, String text) {}

    static Path file(String relative) {
        Optional<Path> shared = find(Path.of("").toAbsolutePath());
        if (shared.isEmpty()) {
            assertThat(System.getenv("CI")).as("../shared is needed in CI").isNotEqualTo("true");
        }
        Assumptions.assumeTrue(shared.isPresent(), "no ../shared beside the project");
        return shared.orElseThrow().resolve(relative);
    }

    private static Optional<Path> find(Path from) {
        for (Path folder = from; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("shared/README.md"))) {
                return Optional.of(folder.resolve("shared"));
            }
        }
        return Optional.empty();
    }

    /// The members that are wanted, by name.
    static List<Member> members(String archive, Predicate<String> wanted) throws IOException {
        try (var zip = new ZipFile(file(archive).toFile())) {
            var members = new ArrayList<Member>();
            for (ZipEntry entry : zip.stream()
                    .filter(e -> !e.isDirectory() && wanted.test(e.getName()))
                    .sorted(Comparator.comparing(ZipEntry::getName))
                    .toList()) {
                try (InputStream stream = zip.getInputStream(entry)) {
                    members.add(new Member(entry.getName(), new String(stream.readAllBytes(), StandardCharsets.UTF_8)));
                }
            }
            return members;
        }
    }

    /// SigmaHQ's rules whose path is wanted.
    static List<RuleFile> sigmaHq(Predicate<String> wanted) throws IOException {
        return members("rules/sigma.zip", name -> name.endsWith(".yml") && wanted.test(name)).stream()
                .map(member -> new RuleFile(member.name(), member.text()))
                .toList();
    }
}
