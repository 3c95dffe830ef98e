package io.ashiato.casefile.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseFolderTest {
    private static final Instant DATE = Instant.parse("2026-11-23T03:00:00Z");

    @TempDir
    private Path work;

    private Path target;

    @BeforeEach
    void chooseTarget() {
        target = work.resolve("cases/my-case");
    }

    @Test
    void appearsWholeAndOnlyAtTheEnd() throws IOException {
        try (var folder = CaseFolder.create(target, DATE)) {
            folder.write("report/x.md", out -> out.write("text".getBytes(StandardCharsets.UTF_8)));
            Files.writeString(folder.scratch().resolve("temporary"), "x");
            assertThat(target).doesNotExist();
            folder.finish();
        }
        assertThat(target.resolve("report/x.md")).hasContent("text");
        assertThat(target.resolve("custody.log")).content().contains("\"file\":\"report/x.md\"");
        assertThat(entries(target)).containsExactlyInAnyOrder("custody.log", "report");
        assertThat(entries(work.resolve("cases"))).containsExactly("my-case");
    }

    @Test
    void leavesNothingBehindWhenTheWorkFails() throws IOException {
        try (var folder = CaseFolder.create(target, DATE)) {
            folder.write("case.json", out -> out.write(1));
        }
        assertThat(entries(work.resolve("cases"))).isEmpty();
    }

    @Test
    void touchesNothingThatIsThereAlready() throws IOException {
        Files.createDirectories(target);
        Files.writeString(target.resolve("notes.txt"), "mine");
        assertThatThrownBy(() -> CaseFolder.create(target, DATE)).isInstanceOf(CaseExistsException.class);
        assertThat(target.resolve("notes.txt")).hasContent("mine");

        Path file = Files.writeString(work.resolve("file"), "mine");
        assertThatThrownBy(() -> CaseFolder.create(file, DATE)).isInstanceOf(CaseExistsException.class);
        assertThat(file).hasContent("mine");
    }

    @Test
    void doesNotOverwriteACaseThatAppearedMeanwhile() throws IOException {
        try (var folder = CaseFolder.create(target, DATE)) {
            Files.createDirectories(target);
            Files.writeString(target.resolve("other"), "theirs");
            assertThatThrownBy(folder::finish).isInstanceOf(CaseExistsException.class);
        }
        assertThat(entries(target)).containsExactly("other");
    }

    @Test
    void refusesANameThatTheFileSystemDoesNotTakeBeforeTheWork() throws IOException {
        Path tooLong = work.resolve("x".repeat(300));
        assertThatThrownBy(() -> CaseFolder.create(tooLong, DATE)).isInstanceOf(IOException.class);
        assertThat(entries(work)).isEmpty();
    }

    @Test
    void takesTheNameOfAnEmptyFolder() throws IOException {
        Files.createDirectories(target);
        try (var folder = CaseFolder.create(target, DATE)) {
            folder.finish();
        }
        assertThat(entries(target)).containsExactly("custody.log");
    }

    private static Stream<String> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(path -> path.getFileName().toString()).toList().stream();
        }
    }
}
