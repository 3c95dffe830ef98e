package io.ashiato.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.intake.EvidenceArguments.Found;
import io.ashiato.intake.EvidenceArguments.Missing;
import io.ashiato.intake.EvidenceArguments.NoEvidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceArgumentsTest {
    @TempDir
    Path base;

    @Test
    void oneThatDoesNotExistIsNamed() throws IOException {
        String file = Files.writeString(base.resolve("a"), "a").toString();
        String missing = base.resolve("b").toString();

        assertThat(EvidenceArguments.resolve(List.of(file, missing))).isEqualTo(new Missing(missing));
        assertThat(EvidenceArguments.resolve(List.of("nul\0name"))).isEqualTo(new Missing("nul\0name"));
    }

    @Test
    void aLinkToNothingIsMissing() throws IOException {
        Path link = Files.createSymbolicLink(base.resolve("link"), Path.of("gone"));

        assertThat(EvidenceArguments.resolve(List.of(link.toString()))).isEqualTo(new Missing(link.toString()));
    }

    @Test
    void foldersWithoutAnyFileAreNoEvidence() throws IOException {
        Files.createDirectories(base.resolve("x/y/z"));
        String folder = base.resolve("x").toString();

        assertThat(EvidenceArguments.resolve(List.of(folder))).isEqualTo(new NoEvidence(List.of(folder)));
    }

    @Test
    void oneFileAnywhereIsEnough() throws IOException {
        Files.createDirectories(base.resolve("x/y/z"));
        Files.writeString(base.resolve("x/y/z/file"), "");

        assertThat(EvidenceArguments.resolve(List.of(base.resolve("x").toString())))
                .isInstanceOf(Found.class);
    }
}
