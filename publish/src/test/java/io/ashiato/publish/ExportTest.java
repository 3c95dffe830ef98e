package io.ashiato.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.ashiato.model.Assessment.Refusal;
import io.ashiato.model.IncidentCase;
import io.ashiato.model.Indicator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The exports are what other programs accept.
class ExportTest {
    private static final String PYTHON = "ASHIATO_VALIDATOR_PYTHON";

    static Stream<IncidentCase> cases() {
        var cases = new ArrayList<IncidentCase>();
        cases.add(SampleCases.intrusion());
        cases.add(SampleCases.logs());
        cases.add(ModelCase.refused(Refusal.CONTRADICTED));
        cases.add(SampleCases.empty());
        cases.add(SampleCases.big());
        cases.add(SampleCases.hostile(String.join(" ", HostileText.ALL.subList(0, 19)) + "\u202E\uD800\u0000"));
        return cases.stream();
    }

    private static JsonNode json(IncidentCase incident, String file) {
        return JsonMapper.shared()
                .readTree(PublicationTest.all(incident).stream()
                        .filter(it -> it.fileName().equals(file))
                        .map(PublicationTest::text)
                        .findFirst()
                        .orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyReferenceOfTheBundleIsInTheBundle(IncidentCase incident) {
        JsonNode objects = json(incident, "stix-bundle.json").get("objects");
        Set<String> ids = new HashSet<>();
        objects.forEach(
                object -> assertThat(ids.add(object.get("id").asString())).isTrue());
        objects.forEach(object -> object.properties().forEach(property -> {
            if (property.getKey().endsWith("_ref")) {
                assertThat(ids).contains(property.getValue().asString());
            } else if (property.getKey().endsWith("_refs")) {
                property.getValue().forEach(id -> assertThat(ids).contains(id.asString()));
            }
        }));
    }

    private static List<JsonNode> ofType(IncidentCase incident, String type) {
        var found = new ArrayList<JsonNode>();
        json(incident, "stix-bundle.json").get("objects").forEach(object -> {
            if (object.get("type").asString().equals(type)) {
                found.add(object);
            }
        });
        return found;
    }

    private static List<String> relationships(IncidentCase incident) {
        return ofType(incident, "relationship").stream()
                .map(it -> it.get("source_ref").asString().replaceAll("--.*", "") + " "
                        + it.get("relationship_type").asString() + " "
                        + it.get("target_ref").asString().replaceAll("--.*", ""))
                .distinct()
                .toList();
    }

    @Test
    void theBundleHoldsWhatWasAssessed() {
        IncidentCase incident = SampleCases.intrusion();
        assertThat(relationships(incident))
                .containsExactlyInAnyOrder(
                        "indicator based-on observed-data",
                        "campaign uses attack-pattern",
                        "campaign uses malware",
                        "campaign uses tool",
                        "campaign attributed-to intrusion-set",
                        "campaign related-to campaign",
                        "campaign targets location",
                        "indicator indicates malware",
                        "indicator indicates campaign");
        JsonNode actor = ofType(incident, "intrusion-set").getFirst();
        assertThat(actor.get("name").asString()).isEqualTo("Lazarus Group");
        assertThat(actor.get("aliases").toString())
                .as("disputed names are claims of others")
                .isEqualTo("[\"HIDDEN COBRA\"]");
        JsonNode attribution = ofType(incident, "relationship").stream()
                .filter(it -> it.get("relationship_type").asString().equals("attributed-to"))
                .findFirst()
                .orElseThrow();
        assertThat(attribution.get("confidence").asInt()).isEqualTo(50);
        JsonNode assessed = attribution.get("extensions").values().iterator().next();
        assertThat(assessed.get("likelihood").asString()).isEqualTo("likely");
        assertThat(assessed.get("likelihood_low").asInt()).isEqualTo(55);
        assertThat(ofType(incident, "malware").getFirst().get("is_family").asBoolean())
                .isTrue();
        assertThat(ofType(incident, "campaign").getLast().get("first_seen").asString())
                .isEqualTo("2018-01-01T00:00:00.000Z");
        assertThat(ofType(incident, "location")).hasSize(14);
        assertThat(ofType(incident, "report").getFirst().get("description").asString())
                .contains("invented knowledge");
        assertThat(ofType(incident, "indicator").stream()
                        .filter(it -> it.get("pattern_type").asString().equals("sigma")))
                .hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void noExportNamesAnybodyWhoIsNotNamed(Refusal refusal) {
        IncidentCase incident = ModelCase.refused(refusal);
        assertThat(ofType(incident, "intrusion-set")).isEmpty();
        assertThat(relationships(incident)).noneMatch(it -> it.contains("attributed-to"));
        assertThat(ofType(incident, "note").toString()).contains("does not allow attribution");
        assertThat(json(incident, "misp-event.json").get("Event").get("Tag").toString())
                .doesNotContain("threat-actor");
        assertThat(json(incident, "misp-event.json").toString()).doesNotContain("Lazarus");
    }

    @Test
    void theEventOfMispActsOnBlockableValuesOnly() {
        IncidentCase incident = SampleCases.intrusion();
        JsonNode event = json(incident, "misp-event.json").get("Event");
        assertThat(event.get("Tag").toString())
                .contains("tlp:amber")
                .contains("misp-galaxy:threat-actor=\\\"Lazarus Group\\\"")
                .contains("estimative-language:likelihood-probability=\\\"likely\\\"")
                .contains("estimative-language:confidence-in-analytic-judgment=\\\"moderate\\\"");
        var acted = new TreeSet<String>();
        event.get("Attribute").forEach(attribute -> {
            if (attribute.get("to_ids").asBoolean()) {
                acted.add(attribute.get("value").asString());
            }
        });
        assertThat(acted)
                .isEqualTo(incident.indicators().stream()
                        .filter(Indicator::blockable)
                        .map(Indicator::value)
                        .collect(Collectors.toCollection(TreeSet::new)));
        assertThat(event.get("Object").values().stream()
                        .map(it -> it.get("name").asString()))
                .containsExactly("file", "lnk", "file", "file", "sigma", "sigma");
        assertThat(event.get("published").asBoolean()).isFalse();
    }

    @Test
    void observablesHaveTheIdsThatOthersDerive() {
        // What the stix2 library makes of IPv4Address(value="203.0.113.77") and File(name="ntuser.exe").
        String objects = json(SampleCases.intrusion(), "stix-bundle.json").toString();
        assertThat(objects)
                .contains("ipv4-addr--7413ddce-a9e8-55d7-b915-129c50abc215")
                .contains("file--a3f2e017-83dc-5911-9c13-c51f2d884513");
    }

    @Test
    void theLayerHasOneEntryForEachTechniqueAndTactic() {
        var seen = new HashSet<String>();
        JsonNode layer = json(SampleCases.intrusion(), "attack-layer.json");
        assertThat(layer.get("versions").get("attack").asString()).isEqualTo("19");
        layer.get("techniques")
                .forEach(entry -> assertThat(seen.add(entry.get("techniqueID").asString() + "/"
                                + entry.path("tactic").asString("")))
                        .isTrue());
        assertThat(seen)
                .contains("T1003.001/credential-access", "T1003/credential-access", "T1685.005/defense-impairment");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theValidatorsFindNothing(IncidentCase incident, @TempDir Path folder)
            throws IOException, InterruptedException {
        String python = System.getenv(PYTHON);
        boolean required = "true".equals(System.getenv("CI"));
        Path validator = validator();
        if (python == null || !Files.exists(validator)) {
            if (required) {
                fail("CI needs " + PYTHON + " and " + validator);
            }
            assumeTrue(false, PYTHON + " names no python, or there is no " + validator);
            return;
        }
        for (Publication export : Publication.exports(incident)) {
            Path file = folder.resolve(export.fileName());
            Files.createDirectories(file.getParent());
            Files.write(file, PublicationTest.bytes(export));
        }
        Process process = new ProcessBuilder(
                        python,
                        validator.toString(),
                        folder.toString(),
                        "--files",
                        "stix-bundle.json,misp-event.json,attack-layer.json,indicators.csv")
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).contains("0 failed, 0 skipped");
    }

    /// `shared` lies beside the project.
    private static Path validator() {
        Path folder = Path.of("").toAbsolutePath();
        List<Path> tried = new ArrayList<>();
        for (Path at = folder; at != null; at = at.getParent()) {
            Path shared = at.resolve("shared");
            tried.add(shared);
            if (Files.exists(shared.resolve("README.md"))) {
                return shared.resolve("tools/validate-exports.py");
            }
        }
        return tried.getFirst().resolve("tools/validate-exports.py");
    }
}
