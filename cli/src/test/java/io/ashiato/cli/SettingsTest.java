package io.ashiato.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ashiato.publish.language.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private static final Words WORDS = Words.in(Language.ENGLISH);

    @TempDir
    private Path folder;

    @Test
    void countsPathsFromItsFolderAndTakesTheVictim() throws IOException {
        Settings settings = read("""
                {"ashiato_settings": 1, "evidence": ["logs"], "knowledge": ["k/ours.json"],
                 "victim": {"countries": ["jp"], "sectors": ["finance"]}}
                """);
        assertThat(settings.evidence()).containsExactly(folder.resolve("logs").toString());
        assertThat(settings.knowledge())
                .containsExactly(folder.resolve("k/ours.json").toString());
        assertThat(settings.victim().countries()).containsExactly("JP");
        assertThat(settings.victim().sectors()).containsExactly("finance");
    }

    @Test
    void whatItDoesNotSayStaysUnsaid() throws IOException {
        assertThat(read("{\"ashiato_settings\": 1}")).isEqualTo(Settings.NONE);
    }

    @Test
    void standsAtTheTopOfTheOnlyFolder() throws IOException {
        Path file = Files.writeString(folder.resolve(Settings.FILE), "{\"ashiato_settings\": 1}");
        assertThat(Settings.beside(List.of(folder.toString()))).hasValue(file);
        assertThat(Settings.beside(List.of(folder.toString(), "other"))).isEmpty();
        assertThat(Settings.beside(List.of(folder.resolve("nope").toString()))).isEmpty();
        assertThat(Settings.beside(List.of("\0"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "null",
                "{\"ashiato_settings\": 2}",
                "{\"ashiato_settings\": 1, \"evidence\": \"logs\"}",
                "{\"ashiato_settings\": 1, \"evidence\": [3]}",
                "{\"ashiato_settings\": 1, \"evidence\": [\"\"]}",
                "{\"ashiato_settings\": 1, \"knowledge\": [\"a\\u0000b\"]}",
                "{\"ashiato_settings\": 1, \"victim\": {\"countries\": {}}}",
                "{\"ashiato_settings\": 1, \"victim\": [\"JP\"]}",
                "{\"ashiato_settings\": 1, \"victims\": {\"countries\": [\"JP\"]}}",
                "{\"ashiato_settings\": 1, \"evidence\": [\"lo",
            })
    void anythingElseIsRefusedInOneSentence(String text) {
        assertThatExceptionOfType(CommandException.class)
                .isThrownBy(() -> read(text))
                .satisfies(e -> {
                    assertThat(e.exitCode()).isEqualTo(ExitCode.WRONG_USE);
                    assertThat(e.sentence())
                            .contains("holds no settings of Ashiato")
                            .endsWith(".");
                    assertThat(e.sentence().lines()).hasSize(1);
                });
    }

    @Test
    void saysWhereAFileIsNoJson() {
        assertThatExceptionOfType(CommandException.class)
                .isThrownBy(() -> read("{\"ashiato_settings\": 1,\n  \"evidence\": nonsense}"))
                .satisfies(e -> assertThat(e.sentence())
                        .contains("no JSON at line 2, column ")
                        .doesNotContain("Unrecognized token", "jackson"));
    }

    @Test
    void aFileThatIsNotThereOrTooLargeIsRefused() throws IOException {
        assertThatExceptionOfType(CommandException.class)
                .isThrownBy(() -> Settings.read(folder.resolve("nope.json"), WORDS));
        assertThatExceptionOfType(CommandException.class)
                .isThrownBy(() -> read(" ".repeat((1 << 20) + 1)))
                .satisfies(e -> assertThat(e.sentence()).contains("larger than 1 MiB"));
    }

    private Settings read(String text) throws IOException {
        return Settings.read(Files.writeString(folder.resolve("settings.json"), text), WORDS);
    }
}
