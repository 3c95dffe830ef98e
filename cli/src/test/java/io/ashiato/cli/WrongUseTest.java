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
            argumentSet(
                    "no such command", "huntt x", "there is no command 'huntt'; did you mean 'hunt'? (ashiato --help)"),
            argumentSet(
                    "no such command in a group", "rules lnt", "'lnt'; did you mean 'lint'? (ashiato rules --help)"),
            argumentSet("a group alone", "knowledge", "a command is missing: show, import, add-samples"),
            argumentSet("an option alone", "--versio", "there is no option '--versio'; did you mean '--version'?"),
            argumentSet("no such option", "hunt @ --levl high", "no option '--levl'; did you mean '--level'? (ashiato"),
            argumentSet("no such short option", "hunt @ -z", "there is no option '-z' (ashiato hunt --help)"),
            argumentSet("no such option and no file", "dump --recoverr", "'--recoverr'; did you mean '--recover'?"),
            argumentSet("an option without its value", "hunt @ --threads", "--threads needs a value: --threads N"),
            argumentSet("an option in its place", "hunt @ --threads -q", "--threads needs a value: --threads N"),
            argumentSet(
                    "a value for none", "dump @/file.txt --stats=x", "--stats takes no value (ashiato dump --help)"),
            argumentSet("an option twice", "hunt @ -f csv -f json", "--format is given more than once"),
            argumentSet("an argument too many", "knowledge show a b", "'b' is one argument too many"),
            argumentSet("no evidence named", "hunt", "EVIDENCE is missing (ashiato hunt --help)"),
            argumentSet("no case named", "analyze @", "--output CASE is missing (ashiato analyze --help)"),
            argumentSet("neither named", "analyze", "--output CASE and EVIDENCE are missing"),
            argumentSet("evidence that does not exist", "hunt @/nope", "no such file or folder: '@/nope'."),
            argumentSet("a folder without a file", "hunt @/empty", "no evidence in '@/empty'"),
            argumentSet("a level that is none", "hunt @ --level grave", "--level grave is not known. Choose from:"),
            argumentSet("a format that is none", "hunt @ --format xml", "--format xml is not known. Choose from:"),
            argumentSet("a dump format that is none", "dump @/file.txt --format csv", "--format csv is not known."),
            argumentSet("a label that is none", "analyze @ -o @/new --tlp orange", "--tlp orange is not known."),
            argumentSet("a date that is none", "analyze @ -o @/new --date today", "--date today is no date."),
            argumentSet("a language that is none", "hunt @ --lang fr", "--lang fr is not known. Choose from: en, ja."),
            argumentSet("threads out of range", "hunt @ --threads 0", "--threads 0 is out of range."),
            argumentSet(
                    "threads that are no number",
                    "hunt @ --threads x",
                    "--threads needs a whole number, and 'x' is none"),
            argumentSet(
                    "rules that do not exist", "hunt @ --rules @/nope", "no such file or folder of rules: '@/nope'."),
            argumentSet("rules without a rule", "hunt @ --rules @/empty", "no rule in '@/empty'"),
            argumentSet("no rules at all", "hunt @ --no-default-rules", "no rules to run: --no-default-rules needs"),
            argumentSet("no rules to lint", "rules lint @/nope", "no such file or folder of rules: '@/nope'."),
            argumentSet("a case among the evidence", "analyze @ -o @/new", "'@/new' lies inside the evidence '@'"),
            argumentSet("nothing instead of a path", "analyze -o @/new --", "EVIDENCE is missing"),
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
        assertThat(CommandRun.in(Map.of("ASHIATO_LOCALE", "ja_JP.UTF-8", "LC_ALL", "C.UTF-8"), line)
                        .err())
                .contains("存在しません");
    }

    static final List<Arguments.ArgumentSet> IN_JAPANESE = List.of(
            argumentSet("no such command", "huntt", "'huntt' というコマンドはありません。'hunt' ではありませんか（ashiato --help）"),
            argumentSet("no such option", "dump --stat", "'--stat' というオプションはありません。'--stats' ではありませんか"),
            argumentSet("no file", "dump", "FILE が指定されていません（ashiato dump --help）"),
            argumentSet("nothing", "analyze", "--output CASE と EVIDENCE が指定されていません"),
            argumentSet("no command", "rules", "コマンドが指定されていません: lint"),
            argumentSet("no value", "dump x --threads", "--threads には値が必要です: --threads N"),
            argumentSet("no number", "dump x --threads x", "--threads には整数が必要ですが、'x' は整数ではありません"),
            argumentSet("too much", "knowledge show a b", "引数 'b' は余分です"),
            argumentSet("a value for none", "dump x --stats=x", "--stats に値は指定できません"),
            argumentSet("twice", "dump x -f xml -f xml", "--format が2回以上指定されています"));

    @ParameterizedTest
    @FieldSource("IN_JAPANESE")
    void endsInOneSentenceInJapanese(String line, String expected) {
        CommandRun run = CommandRun.in(Map.of("LANG", "ja_JP.UTF-8"), line.split(" ", -1));
        assertThat(run.err()).startsWith("ashiato: " + expected);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    }

    @Test
    void showsHostileNamesAsText() {
        CommandRun run =
                CommandRun.of("hunt", folder.resolve("a\u001b[31m\u202eb").toString());
        assertThat(run.err()).contains("a[U+001B][31m[U+202E]b").doesNotContain("\u001b", "\u202e");
        assertThat(CommandRun.of("hunt", "--\u001b[31m").err()).contains("'--[U+001B][31m'");
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
