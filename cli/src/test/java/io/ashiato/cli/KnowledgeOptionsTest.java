package io.ashiato.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ashiato.bytes.Digests;
import io.ashiato.publish.language.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class KnowledgeOptionsTest {
    private static final Words WORDS = Words.in(Language.ENGLISH);

    private static final String OURS = """
            {"ashiato_knowledge": 1, "name": "ours", "invented": true,
             "sources": {"s1": {"publisher": "P", "title": "T", "date": "2019-05"}},
             "actors": [{"id": "X1", "name": "Red Fox", "catalogue": "s1"}]}
            """;

    @TempDir
    private Path folder;

    @Test
    void isTheBuiltInKnowledgeByItself() {
        KnowledgeOptions.Loaded chosen = options().load(WORDS);
        assertThat(chosen.ready().actors()).hasSizeGreaterThan(100);
        assertThat(chosen.used().files()).isEmpty();
        assertThat(chosen.used().hasInvented()).isFalse();
        assertThat(chosen.used().before()).isEmpty();
    }

    @Test
    void addsFilesOfSettingsAndOfTheCommandLineAndSaysSo() throws IOException {
        String ours = file("ours.json", OURS);
        KnowledgeOptions.Loaded chosen = options().load(List.of(ours), WORDS);
        assertThat(chosen.ready().actor("X1")).isPresent();
        assertThat(chosen.used().hasInvented()).isTrue();
        assertThat(chosen.used().files()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("ours");
            assertThat(file.sha256()).isEqualTo(Digests.sha256(Files.readAllBytes(Path.of(ours))));
        });
        assertThat(options("--knowledge", ours).load(WORDS).used()).isEqualTo(chosen.used());
    }

    @Test
    void leavesOutWhatWasPublishedLater() {
        KnowledgeOptions.Loaded then =
                options("--knowledge-before", "2020-06-30").load(WORDS);
        assertThat(then.used().before()).hasValue("2020-06-30");
        assertThat(then.ready().reports())
                .isNotEmpty()
                .allSatisfy(report -> assertThat(report.source().date()).isLessThan("2020-07"));
        assertThat(then.ready().reports().size())
                .isLessThan(options().load(WORDS).ready().reports().size());
    }

    @Test
    void refusesInOneSentence() throws IOException {
        refused("no such file", "--knowledge", folder.resolve("nope.json").toString());
        refused("no such file", "--knowledge", folder.toString());
        refused("no such file", "--knowledge", "a\0b");
        refused("is no knowledge file", "--knowledge", file("a.json", "{"));
        refused("is no knowledge file", "--knowledge", file("b.json", "\0\1\2"));
        refused("is no knowledge file", "--knowledge", file("c.json", OURS.replace("s1\"}]", "s2\"}]")));
        refused(
                "only version 1 is read",
                "--knowledge",
                file("d.json", OURS.replace("knowledge\": 1", "knowledge\": 2")));
        refused("is no date", "--knowledge-before", "2020-06-31x");
    }

    private static void refused(String sentence, String... line) {
        assertThatExceptionOfType(CommandException.class)
                .as(sentence)
                .isThrownBy(() -> options(line).load(WORDS))
                .satisfies(e -> {
                    assertThat(e.exitCode()).isEqualTo(ExitCode.WRONG_USE);
                    assertThat(e.sentence()).contains(sentence);
                    assertThat(e.sentence().lines()).hasSize(1);
                });
    }

    private static KnowledgeOptions options(String... line) {
        var options = new KnowledgeOptions();
        new CommandLine(options).parseArgs(line);
        return options;
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
