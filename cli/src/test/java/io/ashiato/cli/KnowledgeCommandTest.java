package io.ashiato.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnowledgeCommandTest {
    private static final String BUNDLE = """
            {"type": "bundle", "id": "bundle--1", "objects": [
              {"type": "identity", "id": "identity--1", "name": "Example Labs"},
              {"type": "intrusion-set", "id": "intrusion-set--1", "name": "Zzowl\u001b[31m", "aliases": ["Zzowlet"]}]}
            """;

    @TempDir
    private Path folder;

    @Test
    void showsEveryEntryThatANameMayMean() {
        CommandRun run = CommandRun.of("knowledge", "show", "sapphire sleet");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("'sapphire sleet' may mean 4 entries.")
                .contains(
                        "APT38  (G0082, actor)",
                        "Lazarus Group  (misp:68391641-859f-4a9a-9a1e-3e5cf71ec376, actor)",
                        "Sapphire Sleet, says Microsoft (2026-08-06) [disputed]",
                        "2018-10-03 FireEye: APT38: Un-usual Suspects");
    }

    @Test
    void showsItInJapanese() {
        CommandRun run = CommandRun.in(Map.of("LANG", "ja_JP.UTF-8"), "knowledge", "show", "CryptoCore");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("キャンペーン", "Dangerous Password ― ClearSkyによる（2020-06-24）", "［異論あり］");
    }

    @Test
    void showsOnlyWhatHadBeenPublished() {
        assertThat(CommandRun.of("knowledge", "show", "cryptocore").out()).contains("attributed to Lazarus Group");
        assertThat(CommandRun.of("knowledge", "show", "cryptocore", "--knowledge-before", "2020-06-30")
                        .out())
                .contains("attributed to Eastern Europe")
                .doesNotContain("Lazarus");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "knowledge show Lazurus | no actor, campaign or software is known as 'Lazurus'; the nearest names are Lazarus.",
                "knowledge show qqqqqqqqqqqq | is known as 'qqqqqqqqqqqq'.",
                "knowledge show x --knowledge @/nope | no such file: '@/nope'.",
                "knowledge show x --knowledge @/bundle.json | is no knowledge file that can be read: type: no such field",
                "knowledge show x --knowledge-before June | --knowledge-before June is no date.",
                "knowledge import @/nope -o @/new.json | no such file: '@/nope'.",
                "knowledge import @/bundle.json -o @/bundle.json | '@/bundle.json' exists already",
                "knowledge import @/stix1.xml -o @/new.json | is STIX 1 (XML), which is not read.",
                "knowledge import @/broken.json -o @/new.json | '@/broken.json' cannot be read (the JSON ends too soon, at line 1, column 14).",
                "knowledge | a command is missing",
            })
    void endsWrongUseInOneSentence(String line, String expected) throws IOException {
        Files.writeString(folder.resolve("bundle.json"), BUNDLE.replace("\u001b", ""));
        Files.writeString(
                folder.resolve("stix1.xml"), "<stix:STIX_Package xmlns:stix=\"http://stix.mitre.org/stix-1\"/>");
        Files.writeString(folder.resolve("broken.json"), "{\"objects\": [");

        CommandRun run = CommandRun.of(line.replace("@", folder.toString()).split(" ", -1));

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().replace(folder.toString(), "@")).contains(expected).hasLineCount(1);
        assertThat(folder.resolve("new.json")).doesNotExist();
    }

    @Test
    void importsWhatShowThenReads() throws IOException {
        Path bundle = Files.writeString(folder.resolve("bundle.json"), BUNDLE.replace("\u001b", "\\u001b"));
        String file = folder.resolve("owl.json").toString();

        CommandRun made = CommandRun.of("knowledge", "import", bundle.toString(), "-o", file);
        CommandRun shown = CommandRun.of("knowledge", "show", "zzOWLET", "--knowledge", file);

        assertThat(made.exitCode()).as(made.err()).isZero();
        assertThat(made.err()).contains("actors 1, other names 1");
        assertThat(shown.out())
                .contains("Zzowl[U+001B][31m  (stix:1, actor)", "Zzowlet, says Example Labs")
                .doesNotContain("\u001b");
    }
}
