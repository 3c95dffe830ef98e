package io.ashiato.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whom the examples name: one case has the evidence for a name, the others must refuse.
class ExampleCasesTest {
    @TempDir
    private Path work;

    @Test
    void firstLookNamesLazarusGroupByInventedKnowledge() throws IOException {
        JsonNode incident = analyze("first-look");
        JsonNode attribution = assessment(incident, "attribution");
        assertThat(attribution.path("named").asString("")).isEqualTo("G0032");
        assertThat(attribution.at("/hypotheses/0/likelihood").asString()).isIn("likely", "very_likely");
        assertThat(attribution.at("/hypotheses/0/confidence").asString()).isIn("low", "moderate");
        JsonNode campaign = assessment(incident, "campaign");
        assertThat(campaign.path("name").asString("")).isEqualTo("Paper Lantern (invented)");
        assertThat(campaign.at("/since/date").asString("")).isEqualTo("2018-01");
    }

    @Test
    void firstLookIsToldAsOneDelivery() throws IOException {
        JsonNode chain = analyze("first-look").at("/chains/0/steps");
        List<String> kinds =
                chain.valueStream().map(step -> step.get("kind").asString()).toList();
        assertThat(kinds).containsSubsequence("address", "document", "macro", "record", "shortcut", "address");
    }

    @Test
    void firstLookWithoutKnowledgeNamesNobody() throws IOException {
        JsonNode attribution = assessment(analyze("first-look/evidence"), "attribution");
        assertThat(attribution.path("named").asString("")).isEmpty();
    }

    /// An exclusion in Microsoft Defender is one whoever sets it: more than a suspicion must not come of it.
    @Test
    void adminDayNamesNobodyAndIsSureOfNoIntrusion() throws IOException {
        JsonNode incident = analyze("admin-day");
        assertThat(assessment(incident, "attribution").path("named").asString(""))
                .isEmpty();
        JsonNode intrusion = assessment(incident, "intrusion");
        assertThat(intrusion.path("likelihood").asString()).isNotIn("very_likely", "almost_certain");
        assertThat(intrusion.path("confidence").asString()).isEqualTo("low");
        assertThat(incident.get("findings").size()).isLessThan(4);
    }

    @Test
    void copycatNamesNobodyBecauseItsEvidenceContradictsItself() throws IOException {
        JsonNode attribution = assessment(analyze("copycat"), "attribution");
        assertThat(attribution.path("named").asString("")).isEmpty();
        assertThat(attribution.path("refusal").asString("")).isEqualTo("contradicted");
        assertThat(attribution.get("hypotheses").findValuesAsString("basis")).contains("contradiction");
    }

    private JsonNode analyze(String example) throws IOException {
        Path folder = work.resolve("case");
        CommandRun run = CommandRun.of(
                "analyze", ProjectFolder.root().resolve("examples/" + example).toString(), "-o", folder.toString());
        assertThat(run.exitCode()).as(run.err()).isIn(ExitCode.DONE, ExitCode.DONE_WITH_GAPS);
        return new JsonMapper()
                .readTree(Files.readString(folder.resolve("case.json")))
                .get("incident");
    }

    private static JsonNode assessment(JsonNode incident, String kind) {
        Optional<JsonNode> found = incident.get("assessments")
                .valueStream()
                .filter(each -> each.get("assessment").asString().equals(kind))
                .findFirst();
        assertThat(found).as(kind).isPresent();
        return found.orElseThrow();
    }
}
