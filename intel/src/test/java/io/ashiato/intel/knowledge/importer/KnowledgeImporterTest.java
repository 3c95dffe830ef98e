package io.ashiato.intel.knowledge.importer;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.intel.knowledge.Actor;
import io.ashiato.intel.knowledge.AliasClaim;
import io.ashiato.intel.knowledge.KnowledgeFile;
import io.ashiato.intel.knowledge.KnowledgeFormatException;
import io.ashiato.intel.knowledge.Software;
import io.ashiato.intel.knowledge.Use;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnowledgeImporterTest {
    private static final String BUNDLE = """
            {"type": "bundle", "id": "bundle--1", "objects": [
              {"type": "identity", "id": "identity--1", "name": "Example Labs"},
              {"type": "intrusion-set", "id": "intrusion-set--1", "name": "Owl", "aliases": ["Owl", "Owlet", "梟"],
               "modified": "2024-05-06T00:00:00Z",
               "external_references": [
                 {"source_name": "mitre-attack", "external_id": "G9001"},
                 {"source_name": "Owlet", "description": "(Citation: Blog May 2023)"},
                 {"source_name": "Blog May 2023", "url": "https://blog.example/",
                  "description": "Doe, J. (2023, May 4). Owls at night. Retrieved June 1, 2023."}]},
              {"type": "malware", "id": "malware--1", "name": "OwlDoor", "x_mitre_aliases": ["OwlDoor", "OD"]},
              {"type": "attack-pattern", "id": "attack-pattern--1", "name": "Clear Windows Event Logs",
               "external_references": [{"source_name": "mitre-attack", "external_id": "T1070.001"}]},
              {"type": "relationship", "id": "relationship--1", "relationship_type": "uses",
               "source_ref": "intrusion-set--1", "target_ref": "attack-pattern--1",
               "external_references": [{"source_name": "Undated", "description": "N.N. (n.d.). Owls. Retrieved July 2, 2023."}]},
              {"type": "relationship", "id": "relationship--2", "relationship_type": "uses",
               "source_ref": "intrusion-set--1", "target_ref": "nothing--1"},
              {"type": "x-mitre-data-component", "id": "x--1", "name": "P", "x_mitre_data_source_ref": ""},
              {"type": "intrusion-set", "id": "intrusion-set--2", "name": "Old", "revoked": true},
              7]}
            """;

    @Test
    void takesFactsOfABundleAndLeavesTheRest() throws KnowledgeFormatException {
        var importer = new KnowledgeImporter();

        assertThat(importer.add("owls.json", "", bytes(BUNDLE))).isEqualTo(KnowledgeImporter.Kind.STIX_2);

        KnowledgeFile file = importer.result("owls", Map.of());
        assertThat(file.actors()).extracting(Actor::id).containsExactly("G9001");
        assertThat(file.software()).extracting(Software::id).containsExactly("stix:1");
        assertThat(file.software().getFirst().aliases()).containsExactly("OD");
        assertThat(file.uses()).extracting(Use::target).containsExactly("T1685.005"); // v18 id, carried over
        assertThat(file.sources()).hasEntrySatisfying("attack:Undated", undated -> {
            assertThat(undated.source().date()).isEmpty();
            assertThat(undated.latest()).contains(LocalDate.of(2023, 7, 2));
        });
        assertThat(file.aliases()).extracting(AliasClaim::name).containsExactly("Owlet", "梟");
        assertThat(file.aliases().get(0).claimedBy()).isEqualTo("Doe, J");
        assertThat(file.aliases().get(0).date()).isEqualTo("2023-05-04");
        assertThat(file.aliases().get(1).claimedBy()).isEqualTo("Example Labs"); // nobody else is named
        assertThat(file.aliases().get(1).date()).isEqualTo("2024-05-06"); // that of the newest object
        assertThat(importer.skipped())
                .containsKeys("x-mitre-data-component", "revoked or deprecated intrusion-set", "object without a type");
        assertThat(KnowledgeFile.read(file.write())).isEqualTo(file);
    }

    @ParameterizedTest
    @CsvSource({
        "attack/enterprise-18.1-cut-lazarus-apt38-kimsuky.stix20.json, STIX_2, 3, 48, 1, 1001",
        "attack/enterprise-18.1-cut-lazarus-apt38-kimsuky.stix21.json, STIX_2, 3, 48, 1, 1001",
        "attack/ics-18.1-cut-lazarus.stix21.json,                      STIX_2, 1, 1, 0, 2",
        "stix21-by-others/misp-stix-test_event1_stix20.json,           STIX_2, 0, 0, 0, 0", // an invalid id
        "stix21-by-others/oasis-apt1.json,                             STIX_2, 6, 16, 0, 4",
        "stix21-by-others/oasis-poisonivy.json,                        STIX_2, 0, 25, 3, 22",
        "stix21-by-others/oasis-using-granular-markings.json,          STIX_2, 1, 0, 0, 0",
        "stix21-by-others/ctid-attack-flow-example.json,               STIX_2, 0, 0, 0, 0", // object types of its own
        "misp-galaxy/clusters__threat-actor.json,                      MISP_GALAXY, 1041, 0, 0, 0",
        "misp-galaxy/clusters__microsoft-activity-group.json,          MISP_GALAXY, 179, 0, 0, 0",
        "misp-galaxy/clusters__sector.json,                            MISP_GALAXY, 0, 0, 0, 0",
        "stix1-by-others/MAR-10219351.r1.v2.stix.xml,                  STIX_1, 0, 0, 0, 0",
        "openioc/0ff58bf9-1c07-42f6-b135-b18c139f631a.ioc,             OPEN_IOC, 0, 0, 0, 0",
        "misp-event/japanese_test.json,                                MISP_EVENT, 0, 0, 0, 0",
        "warninglists/microsoft.json,                                  WARNING_LIST, 0, 0, 0, 0",
        "misp-feed-mini/manifest.json,                                 OTHER, 0, 0, 0, 0",
        "misp-feed-mini/hashes.csv,                                    OTHER, 0, 0, 0, 0",
    })
    void readsWhatOthersPublish(
            String member, KnowledgeImporter.Kind kind, int actors, int software, int campaigns, int uses)
            throws KnowledgeFormatException {
        var importer = new KnowledgeImporter();

        assertThat(importer.add(member, "", SamplesZip.member(member))).isEqualTo(kind);

        KnowledgeFile file = importer.result("samples", Map.of());
        assertThat(file.actors()).hasSize(actors);
        assertThat(file.software()).hasSize(software);
        assertThat(file.campaigns()).hasSize(campaigns);
        assertThat(file.uses()).hasSize(uses);
        assertThat(KnowledgeFile.read(file.write())).isEqualTo(file);
    }

    @Test
    void saysWhichHouseUsesAName() throws KnowledgeFormatException {
        var importer = new KnowledgeImporter();
        for (String cluster : new String[] {"threat-actor", "producer"}) {
            String member = "misp-galaxy/clusters__" + cluster + ".json";
            importer.add(member, "2026-08-06", SamplesZip.member(member));
        }
        KnowledgeFile file = importer.result("galaxy", Map.of());

        assertThat(file.aliases())
                .filteredOn(claim -> claim.subject().equals("misp:68391641-859f-4a9a-9a1e-3e5cf71ec376"))
                .anySatisfy(claim -> {
                    assertThat(claim.name()).isEqualTo("Operation AppleJeus");
                    assertThat(claim.claimedBy()).isEqualTo("Kaspersky");
                    assertThat(claim.date()).isEqualTo("2026-08-06");
                });
    }

    @Test
    void survivesHostileFiles() {
        long seed = Long.getLong("ashiato.seed", 20261123L);
        var random = new Random(seed);
        byte[] whole = bytes(BUNDLE);
        for (int round = 0; round < 5000; round++) {
            byte[] mutated = whole.clone();
            if (random.nextBoolean()) {
                mutated[random.nextInt(mutated.length)] ^= (byte) (1 << random.nextInt(8));
            } else if (random.nextBoolean()) {
                mutated = Arrays.copyOf(mutated, random.nextInt(mutated.length));
            } else {
                int from = random.nextInt(whole.length - 40);
                System.arraycopy(whole, from, mutated, random.nextInt(whole.length - 40), 40);
            }
            var importer = new KnowledgeImporter();
            try {
                if (importer.add("owls.json", "", mutated).isTaken()) {
                    importer.result("owls", Map.of()).write();
                }
            } catch (KnowledgeFormatException e) {
                assertThat(e.field()).isEqualTo("owls.json");
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ", round " + round, e);
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
