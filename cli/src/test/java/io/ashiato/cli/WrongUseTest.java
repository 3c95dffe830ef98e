package io.ashiato.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/// Wrong use ends in one sentence that says what to do, exit code 2, and nothing changed.
class WrongUseTest {
    /// `@` stands for a folder that holds `file.txt`, an empty folder `empty` and a folder `used` with a file.
    static final List<Arguments.ArgumentSet> CASES = List.of(
            argumentSet("no such command", "huntt x", "'huntt', 'x'; did you mean 'hunt'?"),
            argumentSet("no such option", "hunt @ --levl high", "Unknown option: '--levl'; did you mean '--level'?"),
            argumentSet("no evidence named", "hunt", "Missing required parameter: 'EVIDENCE'"),
            argumentSet("no case named", "analyze @", "Missing required option: '--output=CASE'"),
            argumentSet("evidence that does not exist", "hunt @/nope", "no such file or folder: '@/nope'."),
            argumentSet("a folder without a file", "hunt @/empty", "no evidence in '@/empty'"),
            argumentSet("a level that is none", "hunt @ --level grave", "--level grave is not known. Choose from:"),
            argumentSet("a format that is none", "hunt @ --format xml", "--format xml is not known. Choose from:"),
            argumentSet("a dump format that is none", "dump @/file.txt --format csv", "--format csv is not known."),
            argumentSet("a label that is none", "analyze @ -o @/new --tlp orange", "--tlp orange is not known."),
            argumentSet("a date that is none", "analyze @ -o @/new --date today", "--date today is no date."),
            argumentSet("a language that is none", "hunt @ --lang fr", "--lang fr is not known. Choose from: en, ja."),
            argumentSet("threads out of range", "hunt @ --threads 0", "--threads 0 is out of range."),
            argumentSet("threads that are no number", "hunt @ --threads x", "Invalid value for option '--threads'"),
            argumentSet(
                    "rules that do not exist", "hunt @ --rules @/nope", "no such file or folder of rules: '@/nope'."),
            argumentSet("rules without a rule", "hunt @ --rules @/empty", "no rule in '@/empty'"),
            argumentSet("no rules at all", "hunt @ --no-default-rules", "no rules to run: --no-default-rules needs"),
            argumentSet("no rules to lint", "rules lint @/nope", "no such file or folder of rules: '@/nope'."),
            argumentSet("a case among the evidence", "analyze @ -o @/new", "'@/new' lies inside the evidence '@'"),
            argumentSet("nothing instead of a path", "analyze -o @/new --", "Missing required parameter"),
            argumentSet("a case that exists", "analyze @/file.txt -o @/used", "such as -o @/used-2."),
            argumentSet("a file in place of the case", "analyze @/used -o @/file.txt", "@/file.txt' exists already"));

    @TempDir
    private Path folder;

    @BeforeEach
    void makeFiles() throws IOException {
        Files.writeString(folder.resolve("file.txt"), "text");
        Files.createDirectories(folder.resolve("empty"));
        Files.createDirectories(folder.resolve("used"));
        Files.writeString(folder.resolve("used/notes.txt"), "mine");
    }

    @ParameterizedTest
    @FieldSource("CASES")
    void endsInOneSentence(String line, String expected) throws IOException {
        List<String> before = everything();
        CommandRun run = CommandRun.of(line.replace("@", folder.toString()).split(" ", -1));
        assertThat(run.err()).startsWith("ashiato: ").contains(expected.replace("@", folder.toString()));
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void speaksJapaneseWhereTheLocaleDoes() {
        String[] line = {"hunt", folder.resolve("nope").toString()};
        assertThat(CommandRun.in(Map.of("LANG", "ja_JP.UTF-8"), line).err()).contains("存在しません");
        assertThat(CommandRun.in(Map.of("LC_ALL", "C", "LANG", "ja_JP.UTF-8"), line)
                        .err())
                .contains("no such file");
        assertThat(CommandRun.of("hunt", "--lang", "ja", line[1]).err()).contains("存在しません");
    }

    @Test
    void showsHostileNamesAsText() {
        CommandRun run =
                CommandRun.of("hunt", folder.resolve("a\u001b[31m\u202eb").toString());
        assertThat(run.err()).contains("a[U+001B][31m[U+202E]b").doesNotContain("\u001b", "\u202e");
    }

    @Test
    void tellsWhereToStartWhenNothingIsAsked() {
        CommandRun run = CommandRun.of();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("ashiato analyze").contains("my-case");
        assertThat(run.out().lines().count()).isLessThanOrEqualTo(14);
    }

    private List<String> everything() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.map(path -> path + " " + path.toFile().length())
                    .sorted()
                    .toList();
        }
    }
}
