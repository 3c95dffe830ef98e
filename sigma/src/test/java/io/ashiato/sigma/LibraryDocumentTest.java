package io.ashiato.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import example.MatchInMemory;
import io.ashiato.model.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// docs/library.md shows code that compiles and does what is said of it.
class LibraryDocumentTest {
    private static final Event TOOL = MatchInMemory.processCreation(
            Instant.parse("2026-11-23T03:00:00Z"),
            "HOST",
            "C:\\Windows\\System32\\wevtutil.exe",
            "wevtutil sl Security /e:false");
    private static final Event OTHER = MatchInMemory.processCreation(
            Instant.parse("2026-11-23T03:00:01Z"), "HOST", "C:\\Windows\\System32\\cmd.exe", "cmd sl Security");

    @Test
    void showsTheVeryCodeThatIsCompiledHere() throws IOException {
        Path module = module();
        String code = Files.readString(module.resolve("src/test/java/example/MatchInMemory.java"));

        assertThat(Files.readString(module.resolveSibling("docs").resolve("library.md")))
                .contains("```java\n" + code + "```\n");
    }

    @Test
    void theCodeFindsWhatTheRuleDescribes() {
        assertThat(MatchInMemory.run(List.of(OTHER, TOOL)))
                .containsExactly("HOST: Tool that stops the event log, by A. Author");
        assertThat(MatchInMemory.explain(TOOL).matches()).isTrue();
        assertThat(MatchInMemory.explain(OTHER).matches()).isFalse();
    }

    /// Tests run in the module's folder or in the project's.
    private static Path module() {
        Path here = Path.of("").toAbsolutePath();
        return Files.isDirectory(here.resolve("src/test/java/example")) ? here : here.resolve("sigma");
    }
}
