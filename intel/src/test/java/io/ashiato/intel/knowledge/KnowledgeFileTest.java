package io.ashiato.intel.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ashiato.model.Strength;
import io.ashiato.model.Trait;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnowledgeFileTest {
    /// A file with every section and every field.
    private static final String WHOLE = """
            {"ashiato_knowledge": 1, "name": "example", "invented": true,
             "note": {"en": "Made up.", "ja": "架空。"},
             "sources": {"blog": {"publisher": "Example Labs", "title": "A note", "date": "2024-02",
                                  "latest": "2024-02-10", "url": "https://blog.example/", "seen": "full"}},
             "actors": [{"id": "EX1", "name": "Example Owl", "catalogue": "blog", "country": "ZZ",
                         "victim_countries": ["Japan"], "victim_sectors": ["Finance"]}],
             "aliases": [{"subject": "EX1", "name": "Owlet", "relation": "also_known_as", "claimed_by": "Example Labs",
                          "source": "blog", "disputed": true, "note": "early name"}],
             "software": [{"id": "EX2", "name": "OwlDoor", "kind": "malware", "aliases": ["OD"],
                           "platforms": ["Windows"], "catalogue": "blog"}],
             "campaigns": [{"id": "EX3", "name": "Night Flight", "first_seen": "2023", "last_seen": "2024-01",
                            "attributed_to": [{"actor": "EX1", "citations": ["owl-2024"]}], "catalogue": "blog"}],
             "uses": [{"source": "EX1", "target": "EX2", "citations": ["blog", "owl-2024"]}],
             "reports": [{"key": "owl-2024", "kind": "report", "publisher": "Example Labs", "title": "Owls at night",
               "date": "2024-03-01", "url": "https://labs.example/owls", "relation": "",
               "actors": [{"name": "Example Owl", "ids": ["EX1"], "held": true, "citations": ["owl-2024"]}],
               "confidence": [{"value": "moderate"}], "campaigns": ["EX3"],
               "first_seen": {"value": "2023-05", "note": "at least", "citations": ["owl-2024"]},
               "last_seen": {"value": "2024-01"},
               "victim_countries": [{"value": "JP", "citations": ["blog"]}], "victim_sectors": [{"value": "finance"}],
               "lures": [{"value": "job offer"}], "delivery": [{"value": "document"}],
               "software": [{"value": "OwlDoor"}], "techniques": [{"value": "T1204.002"}],
               "traits": [{"kind": "machine_id", "value": "OWL-PC", "strength": "b", "citations": ["owl-2024"]},
                          {"kind": "url", "value": "*/owl?id=*", "match": "pattern"},
                          {"kind": "protocol_words", "value": "hoot nest", "match": "words"}],
               "repeats": [{"report": "fsecure-2020-08", "what": "actor"}], "indicator_blocks": ["x-1"]}],
             "samples": [{"family": "OwlDoor", "source": "owl-2024",
               "sha256": "00000000000000000000000000000000000000000000000000000000000000AA", "features": "AQID"}]}
            """;

    @Test
    void readsWhatItWrites() throws KnowledgeFormatException {
        KnowledgeFile file = read(WHOLE);

        assertThat(KnowledgeFile.read(file.write())).isEqualTo(file);
        assertThat(file.samples().getFirst().featureBytes()).containsExactly(1, 2, 3);
        assertThat(file.reports().getFirst().traits().getFirst().value()).isEqualTo("owl-pc");
    }

    @Test
    void addsToTheBuiltInAndMarksWhatIsInvented() throws KnowledgeFormatException {
        Knowledge knowledge = Knowledge.builtIn().plus(read(WHOLE));

        assertThat(knowledge.named("owlet")).extracting(Named::id).containsExactly("EX1");
        assertThat(knowledge.matches(Trait.Kind.MACHINE_ID, "owl-pc"))
                .singleElement()
                .satisfies(match -> {
                    assertThat(match.strength()).isEqualTo(Strength.B);
                    assertThat(match.citations()).isNotEmpty().allMatch(source -> source.invented());
                });
        assertThat(knowledge.samples()).hasSize(1);
        assertThat(knowledge.before(LocalDate.of(2024, 3, 1)).report("owl-2024"))
                .isEmpty();
        assertThat(knowledge.before(LocalDate.of(2024, 3, 2)).report("owl-2024"))
                .isPresent();
        assertThat(knowledge.before(LocalDate.of(2024, 2, 11)).aliasesOf("EX1")).hasSize(1);
    }

    @Test
    void doesNotLetInventedFactsPassForPublishedOnes() throws KnowledgeFormatException {
        KnowledgeFile file = read(WHOLE.replace("\"owl-2024\"", "\"fsecure-2020-08\""));

        assertThatThrownBy(() -> Knowledge.builtIn().plus(file))
                .isInstanceOf(KnowledgeFormatException.class)
                .hasMessageContaining("the key fsecure-2020-08 is taken by");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"ashiato_knowledge\": 1 | \"ashiato_knowledge\": 2 | ashiato_knowledge: only version 1",
                "\"name\": \"example\"    | \"name\": 7              | name: a text was expected",
                "\"invented\": true       | \"invented\": 1          | invented: true or false",
                "\"claimed_by\"           | \"claimedby\"            | aliases[0].claimedby: no such field",
                "\"source\": \"blog\"     | \"source\": \"blob\"     | aliases[0].source: no source or report of this file has the key blob",
                "\"2024-02\"              | \"Feb 2024\"             | sources.blog.date: a date such as",
                "\"2024-02-10\"           | \"2024-02-30\"           | sources.blog.latest: a day such as",
                "\"machine_id\"           | \"machine\"              | reports[0].traits[0].kind: one of",
                "\"OWL-PC\"               | \"***\"                  | reports[0].traits[0].value: a trait without",
                "\"AQID\"                 | \"A!\"                   | samples[0].features: not readable as base64",
                "00AA                     | 00AG                     | samples[0].sha256: 64 hexadecimal",
                "\"key\": \"owl-2024\"    | \"key\": \"blog\"        | reports[0].key: the key blog stands twice",
                "[\"Japan\"]              | {}                       | actors[0].victim_countries: a list was expected",
                "[\"Finance\"]            | [1]                      | actors[0].victim_sectors[0]: a text was expected",
            })
    void saysWhichFieldIsWrong(String right, String wrong, String expected) {
        assertThat(WHOLE).contains(right);
        assertThatThrownBy(() -> read(WHOLE.replace(right, wrong)))
                .isInstanceOf(KnowledgeFormatException.class)
                .hasMessageStartingWith(expected);
    }

    @Test
    void endsHostileFilesInOneExceptionAndInTime() {
        long seed = Long.getLong("ashiato.seed", 20261123L);
        var random = new Random(seed);
        byte[] whole = WHOLE.getBytes(StandardCharsets.UTF_8);
        long started = System.nanoTime();
        for (int round = 0; round < 5000; round++) {
            byte[] mutated = mutated(whole, random);
            try {
                KnowledgeFile.read(mutated);
            } catch (KnowledgeFormatException e) {
                assertThat(e.getMessage()).as("seed %d, round %d", seed, round).hasSizeLessThan(2000);
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ", round " + round, e);
            }
        }
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(60));
    }

    private static byte[] mutated(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        switch (random.nextInt(4)) {
            case 0 -> bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 2 -> { // a piece stands somewhere else
                int length = 1 + random.nextInt(60);
                int from = random.nextInt(bytes.length - length);
                System.arraycopy(whole, from, bytes, random.nextInt(bytes.length - length), length);
            }
            default -> { // deeply nested, in place of a piece
                int from = random.nextInt(bytes.length - 30);
                Arrays.fill(bytes, from, from + 30, (byte) (random.nextBoolean() ? '[' : '{'));
            }
        }
        return bytes;
    }

    private static KnowledgeFile read(String json) throws KnowledgeFormatException {
        return KnowledgeFile.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
