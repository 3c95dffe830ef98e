package io.ashiato.intel.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelationBaseTest {
    private static final int MUTATIONS = 5_000;

    @Test
    void readsWhatIsKnownOfActorsAndSoftware() throws Exception {
        RelationBase base = TinyBase.read();

        assertThat(base.actors()).extracting(KnownActor::name).containsExactly("Alpha", "Beta", "Gamma");
        assertThat(base.actor("A")).hasValueSatisfying(actor -> {
            assertThat(actor.country()).contains("XX");
            assertThat(actor.overlaps()).containsExactly("B");
            assertThat(actor.victims()).containsExactlyInAnyOrder("Norway", "energy");
        });
        assertThat(base.actor("C"))
                .hasValueSatisfying(actor -> assertThat(actor.country()).isEmpty());
        assertThat(base.software("S2")).contains(new KnownSoftware("S2", "Scanner", true));
        assertThat(base.software("S3")).isEmpty();
    }

    @Test
    void readsTheCompressedFormAsWell() throws Exception {
        RelationBase base = RelationBase.read(new ByteArrayInputStream(gzip(TinyBase.JSON)));
        assertThat(base.actors()).hasSize(3);
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`\"name\": \"Beta\"`, `\"name\": 7`, actors.B.name must be text",
                "`\"name\": \"Beta\"`, `\"alias\": \"Beta\"`, actors.B.name must be text",
                "`[\"First\"]`, `\"First\"`, actors.A.aliases must be a list",
                "`\"type\": \"tool\"`, `\"type\": \"toy\"`, software.S2.type must be malware or tool",
                "`\"2015-03-01\"}`, `\"yesterday\"}`, citations.c1.latest must be a day such as 2020-06-30",
                "`\"2018-06\"`, `\"June\"`, citations.c2.published must begin with a year of four digits",
                "`[\"B\", \"S1\"`, `[\"Z\", \"S1\"`, `relations[4][0] must be an actor or software of this base, not Z`",
                "`[\"B\", \"S1\"`, `[\"B\", \"S9\"`, `relations[4][1] must be a technique or software of this base, not S9`",
                "`[\"B\", \"S1\"`, `[\"S1\"`, `relations[4] must have 4 values`",
                "`[\"c3\", \"9.0\"]`, `[\"c9\", \"9.0\"]`, `relations[3]: no such citation: c9`",
                "`[\"c3\", \"9.0\"]`, `[\"c3\", \"1e9\"]`, `relations[3]: a release must look like 18.1, not 1e9`",
                "`[\"c3\", \"9.0\"]`, `[\"c3\"]`, `relations[3]: release 0 must be text`",
                "`[\"A\", \"country\"`, `[\"S1\", \"country\"`, `context[0][0] must be an actor of this base, not S1`",
                "`\"software\": {`, `\"programs\": {`, knowledge base.software must be a JSON object",
                "`\"context\": [`, `\"about\": [`, context must be a list",
                "`\"S1\": {`, `\"A\": {`, `software.A must not be the id of an actor, too`",
            })
    void saysWhereABaseIsWrong(String right, String wrong, String message) {
        assertThat(TinyBase.JSON).contains(right);
        assertThatExceptionOfType(RelationFormatException.class)
                .isThrownBy(() -> TinyBase.read(TinyBase.JSON.replace(right, wrong)))
                .withMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"``", "[]", "null", "{", "{}", "`{\"actors\": []}`", "PK"})
    void refusesWhatIsNoBase(String text) {
        assertThatExceptionOfType(RelationFormatException.class).isThrownBy(() -> TinyBase.read(text));
    }

    @Test
    void refusesDepthLengthAndNumberBeyondItsLimits() throws Exception {
        String deep = "[".repeat(100_000);
        String longText = "\"" + "x".repeat(100_000) + "\"";
        String manyValues = "[" + "0,".repeat(2_000_000) + "0]";
        for (String hostile : new String[] {deep, longText, manyValues}) {
            assertThatExceptionOfType(RelationFormatException.class)
                    .isThrownBy(() -> TinyBase.read("{\"actors\": " + hostile + "}"));
        }
        assertThatExceptionOfType(RelationFormatException.class)
                .as("a bomb of blanks: 64 MB in 64 KB")
                .isThrownBy(() -> RelationBase.read(new ByteArrayInputStream(gzip(" ".repeat(64 << 20)))));
    }

    @Test
    void saysThatACompressedBaseIsCutShort() throws Exception {
        byte[] whole = gzip(TinyBase.JSON);
        assertThatExceptionOfType(RelationFormatException.class)
                .isThrownBy(() -> RelationBase.read(new ByteArrayInputStream(Arrays.copyOf(whole, whole.length / 2))));
    }

    @Test
    void passesOnAFailureOfTheMachine() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> RelationBase.read(new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("the disk is gone");
                    }

                    @Override
                    public int read(byte[] bytes, int offset, int length) throws IOException {
                        return read();
                    }
                }))
                .withMessage("the disk is gone");
    }

    /// Whatever is changed in it, a base is read or refused, and what is read can be asked.
    @Test
    void survivesMutations() throws Exception {
        long seed = 20261123;
        var random = new Random(seed);
        byte[] original = TinyBase.JSON.getBytes(StandardCharsets.UTF_8);
        BehaviourModel model = BehaviourModel.builtIn();
        ObservedBehaviour observed = TinyBase.observed(Set.of("T1001"), Set.of("S1"));
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] mutant = mutated(original, random);
            try {
                RelationBase base = RelationBase.read(new ByteArrayInputStream(mutant));
                model.rank(base.view(Narrowing.NONE), observed);
            } catch (RelationFormatException e) {
                refused++;
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ", mutation " + i, e);
            }
        }
        assertThat(refused).as("seed " + seed).isBetween(MUTATIONS / 10, MUTATIONS - 1);
    }

    private static byte[] mutated(byte[] original, Random random) {
        byte[] mutant =
                random.nextInt(10) == 0 ? Arrays.copyOf(original, random.nextInt(original.length)) : original.clone();
        for (int change = random.nextInt(3); change >= 0 && mutant.length > 0; change--) {
            int at = random.nextInt(mutant.length);
            switch (random.nextInt(3)) {
                case 0 -> mutant[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> mutant[at] = original[random.nextInt(original.length)];
                default -> mutant[at] = (byte) random.nextInt(256);
            }
        }
        return mutant;
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
