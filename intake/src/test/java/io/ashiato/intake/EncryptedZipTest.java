package io.ashiato.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.ashiato.bytes.ByteSource;
import io.ashiato.intake.Archives.File;
import io.ashiato.intake.EncryptedZips.Cipher;
import io.ashiato.intake.Intakes.Outcome;
import io.ashiato.readers.ArtefactReading;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.lingala.zip4j.model.enums.CompressionMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EncryptedZipTest {
    private static final File[] FILES = {
        File.of("readme.txt", "a lure, one line of it"), File.of("見積書.lnk", "x".repeat(40_000)), File.of("empty", "")
    };

    @TempDir
    Path base;

    @TempDir
    Path scratch;

    private Outcome walk(byte[] zip, String... passwords) throws IOException {
        Path file = Files.write(base.resolve("a.zip"), zip);
        var intake = new Intake(Intakes::kind, IntakeLimits.DEFAULT, scratch, List.of(), List.of(passwords));
        return Intakes.walk(intake, List.of(file.toString()), item -> Inside.NONE);
    }

    private String path(String member) {
        return base.resolve("a.zip") + (member.isEmpty() ? "" : "!/" + member);
    }

    @ParameterizedTest
    @CsvSource({
        "TRADITIONAL, STORE",
        "TRADITIONAL, DEFLATE",
        "AE1_256, STORE",
        "AE1_256, DEFLATE",
        "AE2_128, DEFLATE",
        "AE2_256, STORE",
        "AE2_256, DEFLATE"
    })
    void theRightPasswordAmongOthersOpensEachCipher(Cipher cipher, CompressionMethod method) throws IOException {
        byte[] zip = EncryptedZips.zip(cipher, method, "infected", FILES);

        Outcome outcome = walk(zip, "wrong", "", "infected", "later");

        assertThat(outcome.diagnostics().stream()
                        .filter(diagnostic -> !diagnostic.code().name().equals("EMPTY_FILE")))
                .isEmpty();
        assertThat(outcome.at(path("")).item().password()).isEqualTo(Optional.of("infected"));
        for (File file : FILES) {
            assertThat(outcome.at(path(file.name())).bytes()).isEqualTo(file.bytes());
        }
    }

    @ParameterizedTest
    @EnumSource
    void noPasswordThatDoesNotFitGivesGarbage(Cipher cipher) throws IOException {
        // The traditional cipher's check value lets one wrong password in 128 pass.
        String[] wrong = IntStream.range(0, 2000).mapToObj(i -> "guess" + i).toArray(String[]::new);
        byte[] zip = EncryptedZips.zip(cipher, CompressionMethod.DEFLATE, "infected", File.of("a", "text".repeat(9)));

        Outcome outcome = walk(zip, cipher == Cipher.TRADITIONAL ? wrong : new String[] {"guess"});

        assertThat(outcome.codes()).containsExactly("ARCHIVE_ENCRYPTED " + path("a"));
        assertThat(outcome.at(path("")).item().password()).isEmpty();
        assertThat(outcome.at(path("a")).item().handling()).isEqualTo(IntakeItem.Handling.NOT_READ);
        assertThat(outcome.text(path("a"))).isEmpty();
    }

    @Test
    void aMemberWithAnotherPasswordIsLeftOut() throws IOException {
        for (int i = 0; i < 300; i++) { // two of them pass the check value
            byte[] one = EncryptedZips.zip(
                    Cipher.TRADITIONAL, CompressionMethod.DEFLATE, "one", File.of("a", "t".repeat(20)));
            byte[] two = EncryptedZips.zip(
                    Cipher.TRADITIONAL,
                    CompressionMethod.DEFLATE,
                    "two" + i,
                    File.of("b", "the other text ".repeat(9)));

            Outcome outcome = walk(EncryptedZips.joined(one, two), "one");

            assertThat(outcome.text(path("a"))).isEqualTo("t".repeat(20));
            assertThat(outcome.text(path("b"))).isEmpty();
            assertThat(outcome.codes())
                    .filteredOn(code -> code.endsWith("!/b"))
                    .hasSize(1)
                    .allMatch(code -> code.startsWith("ARCHIVE_ENCRYPTED") || code.startsWith("ARCHIVE_DAMAGED"));
        }
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "windows-31j"})
    void aJapanesePasswordIsTriedInBothEncodings(String charset) throws IOException {
        for (Cipher cipher : List.of(Cipher.TRADITIONAL, Cipher.AE2_256)) {
            byte[] zip = EncryptedZips.zip(
                    cipher,
                    CompressionMethod.DEFLATE,
                    "合言葉",
                    Charset.forName(charset),
                    File.of("a", "secret text of it"));

            Outcome outcome = walk(zip, "合言葉");

            assertThat(outcome.text(path("a"))).isEqualTo("secret text of it");
            assertThat(outcome.at(path("")).item().password()).isEqualTo(Optional.of("合言葉"));
        }
    }

    @Test
    void aPasswordThatAMailNamesOpensWhatLiesBelowIt() throws IOException {
        byte[] inner = EncryptedZips.zip(
                Cipher.TRADITIONAL, CompressionMethod.STORE, "named", File.of("a.lnk", "shortcut, as bytes"));
        byte[] outer = EncryptedZips.zip(Cipher.AE2_256, CompressionMethod.DEFLATE, "named", File.of("i.zip", inner));
        Path mail = Files.writeString(base.resolve("1.eml"), "password: named");
        Path beside = Files.write(base.resolve("2.zip"), outer);
        var intake = new Intake(Intakes::kind, IntakeLimits.DEFAULT, scratch, List.of());

        Outcome outcome = Intakes.walk(
                intake,
                List.of(mail.toString(), beside.toString()),
                item -> item.path().equals(mail.toString())
                        ? new Inside(
                                List.of(new ArtefactReading.Child(
                                        "o.zip", ArtefactReading.Role.ATTACHMENT, ByteSource.of(outer))),
                                List.of("other", "named"))
                        : Inside.NONE);

        assertThat(outcome.text(mail + "!/o.zip!/i.zip!/a.lnk")).isEqualTo("shortcut, as bytes");
        assertThat(outcome.at(mail + "!/o.zip!/i.zip").item().password()).isEqualTo(Optional.of("named"));
        assertThat(outcome.codes()).containsExactly("ARCHIVE_ENCRYPTED " + beside + "!/i.zip");
    }

    @Test
    void noMorePasswordsAreTriedThanTheLimit() throws IOException {
        byte[] zip = EncryptedZips.zip(
                Cipher.TRADITIONAL, CompressionMethod.STORE, "last", File.of("a", "text of some length"));
        Path mail = Files.writeString(base.resolve("1.eml"), "mail");
        var intake = new Intake(Intakes::kind, Limits.with("passwords", 2), scratch, List.of());

        Outcome outcome = Intakes.walk(
                intake,
                List.of(mail.toString()),
                item -> item.path().equals(mail.toString())
                        ? new Inside(
                                List.of(new ArtefactReading.Child(
                                        "a.zip", ArtefactReading.Role.ATTACHMENT, ByteSource.of(zip))),
                                List.of("first", "second", "last"))
                        : Inside.NONE);

        assertThat(outcome.codes()).containsExactly("ARCHIVE_ENCRYPTED " + mail + "!/a.zip!/a");
    }

    @ParameterizedTest
    @EnumSource
    @Timeout(60)
    void damagedEncryptedArchivesNeverEndTheWalkNorGiveGarbage(Cipher cipher) throws IOException {
        long seed = System.nanoTime();
        var random = new Random(seed);
        byte[] zip = EncryptedZips.zip(cipher, CompressionMethod.DEFLATE, "infected", FILES);
        List<String> contents = new ArrayList<>(List.of(""));
        for (File file : FILES) {
            contents.add(file.content());
        }
        long start = System.nanoTime();
        for (int round = 0; round < 300; round++) {
            byte[] broken = mutated(zip, random);
            try {
                Outcome outcome = walk(broken, "infected");
                for (Intakes.Seen seen : outcome.seen()) {
                    boolean decrypted = seen.item().parent().isPresent();
                    if (decrypted && !contents.contains(seen.content()) && !isDeclaredOpen(broken)) {
                        fail("garbage in round %d of seed %d: %s", round, seed, outcome.codes());
                    }
                }
            } catch (IOException | RuntimeException e) {
                fail("round " + round + " of seed " + seed, e);
            }
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .as("seed %d", seed)
                .isLessThan(Duration.ofSeconds(40));
    }

    private static byte[] mutated(byte[] whole, Random random) {
        boolean cut = random.nextInt(3) == 0;
        byte[] bytes = Arrays.copyOf(whole, cut ? 8 + random.nextInt(whole.length - 8) : whole.length);
        for (int i = random.nextInt(4); i >= 0; i--) {
            bytes[6 + random.nextInt(bytes.length - 6)] = (byte) random.nextInt();
        }
        return bytes;
    }

    /// Whether a mutation has taken the mark of encryption from a member.
    private static boolean isDeclaredOpen(byte[] zip) {
        for (int at = 0; at + 10 < zip.length; at++) {
            boolean directory = zip[at] == 'P' && zip[at + 1] == 'K' && zip[at + 2] == 1 && zip[at + 3] == 2;
            boolean local = zip[at] == 'P' && zip[at + 1] == 'K' && zip[at + 2] == 3 && zip[at + 3] == 4;
            if ((directory && (zip[at + 8] & 1) == 0) || (local && (zip[at + 6] & 1) == 0)) {
                return true;
            }
        }
        return false;
    }
}
