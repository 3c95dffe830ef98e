package io.ashiato.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.model.Facts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AttributeCommandTest {
    /// Two actors: one with malware of its own and a rare technique, one with a public tool.
    private static final String RELATIONS = """
            {"actors": {"G1": {"name": "Red Fox"}, "G2": {"name": "Blue Owl"}},
             "software": {"S1": {"name": "FoxRat", "type": "malware"}, "S2": {"name": "Netcat", "type": "tool"}},
             "techniques": {"T1566.001": {}, "T1059.001": {}, "T1014": {}},
             "citations": {"r1": {"published": "2019-01-01", "precision": "day", "latest": "2019-01-01"}},
             "relations": [["G1", "S1", [], [["r1", "7.0"]]], ["G1", "T1014", [], [["r1", "7.0"]]],
                           ["G1", "T1566.001", [], [["r1", "7.0"]]], ["G2", "S2", [], [["r1", "7.0"]]],
                           ["G2", "T1059.001", [], [["r1", "7.0"]]]],
             "context": []}
            """;

    private static final String OBSERVED = """
            {"id": "q1", "observations": {"techniques": ["T1059.001"], "software": ["S2"]}}
            """;

    @TempDir
    private Path folder;

    @Test
    void tiesALureToItsCampaignAndNamesNobodyByWhatWasKnownThen() throws IOException {
        String incident = CaseOnDisk.write(folder.resolve("case"), "1", CaseOnDisk.PUBLISHED_LURE);
        CommandRun run = CommandRun.of("attribute", incident, "--knowledge-before", "2020-06-30");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("nobody is named: ", "Dangerous Password", "only what was published before 2020-06-30")
                .contains("machine id of a shortcut: desktop-mn3id9 [A-001]");
        assertThat(CommandRun.of("attribute", incident).out()).containsPattern("\\(\\d+-\\d+%\\), confidence ");
    }

    @Test
    void saysTheSameInJapaneseAndInJson() throws IOException {
        String incident = CaseOnDisk.write(folder.resolve("case"), "1", CaseOnDisk.PUBLISHED_LURE);
        assertThat(CommandRun.of("attribute", incident, "--lang", "ja").out())
                .contains("名指ししない", "確信度は", "ショートカットの機器の識別子「desktop-mn3id9」");

        JsonNode json = JsonMapper.shared()
                .readTree(
                        CommandRun.of("attribute", incident, "--format", "json").out());
        assertThat(json.path("incident").asString()).isEqualTo("AS-1");
        assertThat(json.path("attribution").path("refusal").asString()).isNotEmpty();
        assertThat(json.path("attribution").has("named")).isFalse();
        assertThat(json.path("attribution")
                        .path("hypotheses")
                        .get(0)
                        .path("likelihood")
                        .asString())
                .isNotEmpty();
        assertThat(json.path("knowledge").path("built_in").asString()).startsWith("20");
        assertThat(json.path("research").findValuesAsString("kind")).contains("machine_id");
    }

    @Test
    void refusesWhereNothingPoints() throws IOException {
        Facts unknown = Facts.builder().text("machine_id", "NEVER-PUBLISHED").build();
        String incident = CaseOnDisk.write(folder.resolve("case"), "1", unknown);
        assertThat(CommandRun.of("attribute", incident).out())
                .contains("nobody is named: nothing points to anyone who is known", "no link to a known campaign");
    }

    @Test
    void hostileTextOfACaseStaysText() throws IOException {
        Facts hostile = Facts.builder()
                .text("machine_id", "DESKTOP-MN3ID9")
                .texts("urls", java.util.List.of("http://evil\u001b[31m\u202e.example/\n1. Somebody"))
                .build();
        String incident = CaseOnDisk.write(folder.resolve("case"), "1", hostile);
        assertThat(CommandRun.of("attribute", incident).out()).doesNotContain("\u001b", "\u202e", "\n1. Somebody");
    }

    @Test
    void answersAQuestionByAFileOfRelationsPlainOrPacked() throws IOException {
        String question = file("observed.json", OBSERVED);
        CommandRun plain = CommandRun.of("attribute", question, "--knowledge", file("kb.json", RELATIONS));
        assertThat(plain.exitCode()).as(plain.err()).isZero();
        assertThat(plain.out()).startsWith("Unattributed: ").contains("Blue Owl (G2): ", "Red Fox (G1): ");

        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(RELATIONS.getBytes(StandardCharsets.UTF_8));
        }
        Path file = Files.write(folder.resolve("kb.json.gz"), packed.toByteArray());
        assertThat(CommandRun.of("attribute", question, "--knowledge", file.toString())
                        .out())
                .isEqualTo(plain.out());
    }

    @Test
    void answersAQuestionByTheBuiltInKnowledgeInTheFormOfPredictions() throws IOException {
        String question = file(
                "observed.json",
                "{\"id\": \"q2\", \"observations\": {\"techniques\": [\"T1566.001\", \"T1059.001\"], \"software\": []}}");
        JsonNode answer = JsonMapper.shared()
                .readTree(CommandRun.of("attribute", question, "-f", "json").out());
        assertThat(answer.path("id").asString()).isEqualTo("q2");
        assertThat(answer.path("named").isNull()).isTrue();
        assertThat(answer.path("refusal").asString()).isEqualTo("one_kind_of_evidence");
        assertThat(answer.path("ranked").size()).isEqualTo(10);
        assertThat(answer.path("ranked").get(0).path("p").asDouble()).isBetween(0.0, 1.0);
        assertThat(CommandRun.of("attribute", question, "--lang", "ja").out()).startsWith("名指ししません。");
    }

    @Test
    void tellsWhatItDoesNotKnow() throws IOException {
        String question = file("odd.json", """
                {"id": "q", "remark": 1, "observations": {"techniques": ["T1059.001", "T9999"], "software": ["S999999"],
                 "techniqes": ["T1105"], "context": {"country": "JP"}}}
                """);
        CommandRun run = CommandRun.of("attribute", question);
        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.err().lines())
                .containsExactly(
                        "ashiato: no names of observations, so they count for nothing:"
                                + " observations.techniqes, observations.context.country.",
                        "ashiato: not known here, so they count for nothing: S999999, T9999.");
    }

    @Test
    void wrongUseEndsInOneSentence() throws IOException {
        String incident = CaseOnDisk.write(folder.resolve("case"), "1", CaseOnDisk.PUBLISHED_LURE);
        String question = file("observed.json", OBSERVED);
        String relations = file("kb.json", RELATIONS);
        Files.createDirectories(folder.resolve("empty"));
        Files.createDirectories(folder.resolve("damaged"));
        file("damaged/case.json", "{\"schema\": \"case.schema.json\", \"schema_version\": 3, \"incident\": {\"id\":");
        Files.createDirectories(folder.resolve("old"));
        file("old/case.json", "{\"schema\": \"case.schema.json\", \"schema_version\": 1, \"incident\": {}}");

        refused(
                "there is no case.json in it",
                "attribute",
                folder.resolve("empty").toString());
        refused(
                "is no case that can be read",
                "attribute",
                folder.resolve("damaged").toString());
        refused(
                "version 1, and only version 3",
                "attribute",
                folder.resolve("old").toString());
        refused("no such file", "attribute", folder.resolve("nope").toString());
        refused("neither a case folder nor", "attribute", file("list.json", "[1, 2]"));
        refused("neither a case folder nor", "attribute", file("two.json", OBSERVED + OBSERVED.replace("}}", "")));
        refused("is no knowledge file", "attribute", incident, "--knowledge", relations);
        refused("holds relations alone", "attribute", question, "--knowledge", relations, "--knowledge", relations);
        refused(
                "is no file of relations",
                "attribute",
                question,
                "--knowledge",
                file("bad.json", "{\"relations\": 3}"));
        refused("is no knowledge file", "attribute", question, "--knowledge", file("other.json", "{\"x\": 3}"));
        refused("is no date", "attribute", incident, "--knowledge-before", "June");
        refused("Choose from: text, json", "attribute", incident, "--format", "xml");
        refused("holds no settings", "attribute", incident, "--settings", file("s.json", "{}"));
    }

    private static void refused(String sentence, String... line) {
        CommandRun run = CommandRun.of(line);
        assertThat(run.err()).startsWith("ashiato: ").contains(sentence);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
