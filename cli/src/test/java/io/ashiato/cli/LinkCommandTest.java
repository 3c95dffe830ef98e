package io.ashiato.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.model.Facts;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LinkCommandTest {
    @TempDir
    private Path folder;

    private String one = "";
    private String two = "";
    private String other = "";

    @BeforeEach
    void makeCases() throws IOException {
        one = CaseOnDisk.write(folder.resolve("one"), "1", CaseOnDisk.PUBLISHED_LURE);
        two = CaseOnDisk.write(folder.resolve("two"), "2", CaseOnDisk.PUBLISHED_LURE);
        Facts unknown = Facts.builder().text("machine_id", "NEVER-PUBLISHED").build();
        other = CaseOnDisk.write(folder.resolve("other"), "3", unknown);
    }

    @Test
    void showsWhatIsSharedAndWhy() {
        CommandRun run = CommandRun.of("link", one, other, two);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains(one + " and " + two + " share:")
                .contains("strength B, machine id of a shortcut: desktop-mn3id9 [A-001]")
                .contains(one + " shares traits with ")
                .contains(other + " shares nothing rare with a published report.")
                .doesNotContain(one + " and " + other);
    }

    @Test
    void saysThatNothingIsShared() {
        assertThat(CommandRun.of("link", one, other).out())
                .contains("None of the 2 cases shares a rare trait with another.");
        assertThat(CommandRun.of("link", one, other, "--lang", "ja").out()).contains("共通するまれな特徴はありません。");
    }

    @Test
    void writesJson() {
        JsonNode json = JsonMapper.shared()
                .readTree(CommandRun.of("link", one, two, "--format", "json").out());
        assertThat(json.path("links").size()).isOne();
        assertThat(json.path("links")
                        .get(0)
                        .path("shared")
                        .get(0)
                        .path("strength")
                        .asString())
                .isEqualTo("b");
        assertThat(json.path("research").get(0).path("incident").asString()).isEqualTo(one);
        assertThat(json.path("research").get(0).path("relations").size()).isPositive();
    }

    @Test
    void wrongUseEndsInOneSentence() {
        refused("a link needs two cases", "link", one);
        refused("is given twice", "link", one, folder.resolve("two/../one").toString());
        refused("there is no case.json in it", "link", one, folder.toString());
        refused("CASE is missing", "link");
    }

    private static void refused(String sentence, String... line) {
        CommandRun run = CommandRun.of(line);
        assertThat(run.err()).startsWith("ashiato: ").contains(sentence);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    }
}
