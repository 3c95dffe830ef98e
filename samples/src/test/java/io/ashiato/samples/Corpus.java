package io.ashiato.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.readers.ProgramImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Assumptions;

/// The reference programs beside the project. Tests that need them are skipped where they are absent, but not in CI.
public final class Corpus implements AutoCloseable {
    private static final Pattern FUNCTION = Pattern.compile("\\[\"0x([0-9a-f]+)\",(\\d+),\"([^\"]*)\",\"([^\"]*)\"]");
    private static final Pattern FIELD = Pattern.compile("\"(file|family|format|runtime)\": \"([^\"]*)\"");
    private static final Pattern COMPONENT = Pattern.compile("\\{\"name\": \"([^\"]*)\"");

    private final ZipFile zip;

    private Corpus(ZipFile zip) {
        this.zip = zip;
    }

    /// What is known of a program.
    ///
    /// @param runtime which run-time it brings along, empty for none
    /// @param components names of the sources that it was built from
    public record Program(String file, String family, String format, String runtime, Set<String> components) {}

    public static Corpus open() throws IOException {
        Optional<Path> shared = find(Path.of("").toAbsolutePath());
        if (shared.isEmpty()) {
            assertThat(System.getenv("CI")).as("../shared is needed in CI").isNotEqualTo("true");
        }
        Assumptions.assumeTrue(shared.isPresent(), "no ../shared beside the project");
        return new Corpus(
                new ZipFile(shared.orElseThrow().resolve("corpora/samples.zip").toFile()));
    }

    private static Optional<Path> find(Path from) {
        for (Path folder = from; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("shared/README.md"))) {
                return Optional.of(folder.resolve("shared"));
            }
        }
        return Optional.empty();
    }

    /// The programs of a family, in the order of the corpus.
    public List<Program> programs() throws IOException {
        return text("oracle/samples.jsonl")
                .lines()
                .filter(line -> line.contains("\"family\": \"") && !line.contains("\"facts_only\": true"))
                .map(Corpus::program)
                .toList();
    }

    private static Program program(String line) {
        var fields = new HashMap<String, String>();
        Matcher field = FIELD.matcher(line);
        while (field.find()) {
            fields.putIfAbsent(field.group(1), field.group(2));
        }
        var components = new HashSet<String>();
        Matcher component = COMPONENT.matcher(line.substring(line.indexOf("\"components\"")));
        while (component.find()) {
            components.add(component.group(1));
        }
        return new Program(
                fields.getOrDefault("file", ""),
                fields.getOrDefault("family", ""),
                fields.getOrDefault("format", ""),
                fields.getOrDefault("runtime", ""),
                components);
    }

    public ProgramImage image(String file) throws IOException {
        return LearnCommonCode.image(bytes("files/" + file)).orElseThrow();
    }

    /// Starts of functions with their names; empty where nothing is known.
    public Map<Long, String> functions(String file) throws IOException {
        var functions = new HashMap<Long, String>();
        if (zip.getEntry("oracle/functions/" + file + ".json") != null) {
            Matcher function = FUNCTION.matcher(text("oracle/functions/" + file + ".json"));
            while (function.find()) {
                functions.put(Long.parseLong(function.group(1), 16), function.group(3));
            }
        }
        return functions;
    }

    private String text(String name) throws IOException {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    private byte[] bytes(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        assertThat(entry).as(name).isNotNull();
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
