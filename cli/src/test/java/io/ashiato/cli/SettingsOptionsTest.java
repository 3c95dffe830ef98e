package io.ashiato.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file of settings that came with the evidence is followed openly, within its folder, or not at all.
class SettingsOptionsTest {
    @TempDir
    private Path folder;

    private Path collection;
    private Path output;

    @BeforeEach
    void makeEvidence() throws IOException {
        collection = folder.resolve("collection");
        output = folder.resolve("case");
        Files.createDirectories(collection.resolve("chosen"));
        Files.writeString(collection.resolve("chosen/a.txt"), "shown");
        Files.writeString(collection.resolve("hidden.txt"), "not shown");
        settings(collection, "chosen");
    }

    private static Path settings(Path at, String evidence) throws IOException {
        return Files.writeString(
                at.resolve(Settings.FILE), "{\"ashiato_settings\": 1, \"evidence\": [\"" + evidence + "\"]}");
    }

    private CommandRun analyze(String... more) {
        var args = new ArrayList<>(List.of("analyze", collection.toString(), "-o", output.toString()));
        args.addAll(List.of(more));
        return CommandRun.of(args.toArray(String[]::new));
    }

    @Test
    void settingsFromTheEvidenceAreToldEverywhere() throws IOException {
        CommandRun run = analyze();
        assertThat(run.exitCode()).as(run.err()).isNotEqualTo(ExitCode.WRONG_USE);
        assertThat(run.err()).contains(Settings.FILE + "; it lies in the folder given as evidence");
        assertThat(output.resolve("case.json"))
                .content()
                .contains("settings_among_evidence", "chosen/a.txt")
                .doesNotContain("hidden.txt");
        assertThat(output.resolve("custody.log"))
                .content()
                .contains("\"action\":\"settings\",\"file\":", "\"among_evidence\":\"true\"");
        assertThat(output.resolve("report/report.en.md")).content().contains("lay in the folder given as evidence");
        assertThat(output.resolve("report/report.ja.md")).content().contains("証拠として指定されたフォルダーにある設定ファイル");
    }

    @Test
    void withoutSettingsAllIsEvidence() throws IOException {
        CommandRun run = analyze("--no-settings");
        assertThat(run.err()).doesNotContain("Settings");
        assertThat(output.resolve("case.json"))
                .content()
                .contains("chosen/a.txt", "hidden.txt", Settings.FILE)
                .doesNotContain("settings_");
        assertThat(output.resolve("custody.log")).content().doesNotContain("\"action\":\"settings\"");
    }

    @Test
    void settingsOfOnesOwnAreToldAsSuch() throws IOException {
        Path own = settings(folder, "collection/chosen");
        CommandRun run = analyze("--settings", own.toString());
        assertThat(run.err()).contains(own.toString()).doesNotContain("it lies in the folder given as evidence");
        assertThat(output.resolve("case.json")).content().contains("settings_used");
        assertThat(output.resolve("custody.log")).content().contains("\"among_evidence\":\"false\"");
    }

    @Test
    void settingsFromTheEvidenceNameNothingOutsideIt() throws IOException {
        Files.writeString(folder.resolve("secret.txt"), "of this machine");
        settings(collection, "../secret.txt");
        CommandRun run = analyze();
        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(run.err()).contains("lies outside its folder", "--settings");
        assertThat(output).doesNotExist();
    }

    @Test
    void bothOptionsTogetherAreRefused() {
        CommandRun run = analyze("--settings", "x.json", "--no-settings");
        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(run.err()).isEqualTo("ashiato: --settings and --no-settings exclude each other.\n");
    }
}
