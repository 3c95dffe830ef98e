package io.ashiato.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What `bin/hunt-directives` tells the JVM of our code, which it would not miss if it were renamed.
class HuntDirectivesTest {
    private static final Path FILE = ProjectFolder.root().resolve("bin/hunt-directives");

    private static final Pattern CLASS = Pattern.compile("\"(io/ashiato/[a-z/]+/[A-Z][A-Za-z]+)\\.");

    @Test
    void namesClassesThatAreThere() throws IOException {
        List<String> names = CLASS.matcher(Files.readString(FILE))
                .results()
                .map((MatchResult found) -> found.group(1).replace('/', '.'))
                .toList();

        assertThat(names).hasSizeGreaterThan(8);
        for (String name : names) {
            assertThatCode(() -> Class.forName(name, false, getClass().getClassLoader()))
                    .doesNotThrowAnyException();
        }
    }
}
