package io.ashiato.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.intake.Archives.File;
import io.ashiato.intake.HostileArchives.Entry;
import io.ashiato.intake.Intakes.Outcome;
import io.ashiato.model.Diagnostic;
import io.ashiato.model.DiagnosticCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileArchiveTest {
    private static final long MIB = 1 << 20;

    @TempDir
    Path base;

    @TempDir
    Path scratch;

    @ParameterizedTest
    @CsvSource({
        "../../etc/cron.d/x,        ../../etc/cron.d/x,        parent-folder",
        "a/../../x,                 a/../../x,                 parent-folder",
        "..\\..\\x,                 ..\\..\\x,                 parent-folder",
        "/etc/passwd,               /etc/passwd,               absolute",
        "\\\\server\\share\\x,      \\\\server\\share\\x,      absolute",
        "C:\\Windows\\x.exe,        C:\\Windows\\x.exe,        drive",
        "c:/x,                      c:/x,                      drive",
    })
    void aNameThatLeadsOutIsOnlyALabel(String name, String shown, String reason) throws IOException {
        check(name, shown, reason);
    }

    @Test
    void controlCharactersInANameAreShown() throws IOException {
        check("a\nb", "a\\u000Ab", "control-character");
        check("a\0.evtx", "a\\u0000.evtx", "control-character");
    }

    @Test
    void aNameWithoutEndIsCut() throws IOException {
        check("n".repeat(5000), "n".repeat(1024) + "…", "too-long");
    }

    private void check(String name, String shown, String reason) throws IOException {
        Path before = Files.createDirectories(base.resolve("in/side"));
        Path zip = Files.write(before.resolve("a.zip"), HostileArchives.zip(Entry.stored(name, "x")));

        Outcome outcome = Intakes.walk(scratch, Limits.with("memoryBytes", 0), zip);

        assertThat(outcome.paths()).containsExactly("" + zip, zip + "!/" + shown);
        assertThat(outcome.text(zip + "!/" + shown)).isEqualTo("x");
        assertThat(outcome.only(DiagnosticCode.ARCHIVE_PATH_ESCAPES).details()).containsEntry("reason", reason);
        try (var files = Files.walk(base).filter(Files::isRegularFile)) {
            assertThat(files).containsExactly(zip);
        }
    }

    @Test
    void pathsThatStayInsideAreNotAccused() throws IOException {
        Path zip = Files.write(
                base.resolve("a.zip"), HostileArchives.zip(Entry.stored("a..b/..c/x", "1"), Entry.stored("./y", "2")));

        Outcome outcome = Intakes.walk(scratch, zip);

        assertThat(outcome.paths()).containsExactly("" + zip, zip + "!/y", zip + "!/a..b/..c/x");
        assertThat(outcome.diagnostics()).isEmpty();
    }

    @Test
    @Timeout(30)
    void manyMembersOfOneNameAreNumberedInBoundedTime() throws IOException {
        int members = 50_000;
        var entries = new ArrayList<Entry>(Collections.nCopies(members, Entry.stored("x", "")));
        entries.add(Entry.stored("x#2", ""));
        Path zip = Files.write(base.resolve("a.zip"), HostileArchives.zip(entries.toArray(Entry[]::new)));

        List<String> paths = Intakes.walk(scratch, zip).paths();

        assertThat(paths)
                .hasSize(1 + members + 1)
                .doesNotHaveDuplicates()
                .startsWith("" + zip, zip + "!/x", zip + "!/x#2", zip + "!/x#3")
                .endsWith(zip + "!/x#" + members, zip + "!/x#2#2");
    }

    @Test
    void anEncryptedMemberCostsOnlyItself() throws IOException {
        Path zip = Files.write(
                base.resolve("a.zip"),
                HostileArchives.zip(Entry.stored("locked", "secret").withFlags(1), Entry.stored("open", "text")));

        Outcome outcome = Intakes.walk(scratch, zip);

        assertThat(outcome.codes()).containsExactly("ARCHIVE_ENCRYPTED " + zip + "!/locked");
        assertThat(outcome.at(zip + "!/locked").item().handling()).isEqualTo(IntakeItem.Handling.NOT_READ);
        assertThat(outcome.text(zip + "!/open")).isEqualTo("text");
    }

    @Test
    void anUnknownMethodAndALinkCostOnlyThemselves() throws IOException {
        Path zip = Files.write(
                base.resolve("a.zip"),
                HostileArchives.zip(
                        Entry.stored("link", "/etc/shadow").withUnixMode(0xA1FF),
                        Entry.stored("odd", "x").withMethod(77),
                        Entry.stored("open", "text")));

        Outcome outcome = Intakes.walk(scratch, zip);

        assertThat(outcome.codes())
                .containsExactly("ARCHIVE_MEMBER_NOT_A_FILE " + zip + "!/link", "ARCHIVE_UNSUPPORTED " + zip + "!/odd");
        assertThat(outcome.only(DiagnosticCode.ARCHIVE_UNSUPPORTED).details()).containsEntry("method", "zip method 77");
        assertThat(outcome.text(zip + "!/open")).isEqualTo("text");
    }

    @Test
    void aWrongChecksumIsReportedAndTheContentStays() throws IOException {
        Path zip = Files.write(
                base.resolve("a.zip"),
                HostileArchives.zip(Entry.stored("x", "text").withCrc(1)));

        Outcome outcome = Intakes.walk(scratch, zip);

        assertThat(outcome.only(DiagnosticCode.ARCHIVE_DAMAGED).details()).containsEntry("field", "crc-32");
        assertThat(outcome.text(zip + "!/x")).isEqualTo("text");
    }

    @Test
    @Timeout(120)
    void aGibibyteOfZerosIsStoppedAndTheNextMemberIsRead() throws IOException {
        Path zip = Files.write(
                base.resolve("a.zip"),
                HostileArchives.zip(HostileArchives.zeros("bomb", 1024 * MIB), Entry.stored("log", "text")));
        long[] used = new long[1];

        var codes = new ArrayList<String>();
        var found = (EvidenceArguments.Found) EvidenceArguments.resolve(List.of(zip.toString()));
        var paths = new ArrayList<String>();
        new Intake(Intakes::kind, IntakeLimits.DEFAULT, scratch, List.of()).walk(found, new ItemVisitor() {
            @Override
            public Inside item(IntakeItem item) {
                paths.add(item.path() + " " + item.size());
                Runtime runtime = Runtime.getRuntime();
                runtime.gc();
                used[0] = Math.max(used[0], runtime.totalMemory() - runtime.freeMemory());
                return Inside.NONE;
            }

            @Override
            public void diagnostic(Diagnostic diagnostic) {
                codes.add(diagnostic.code() + " " + diagnostic.path());
            }
        });

        assertThat(codes).containsExactly("ARCHIVE_BOMB " + zip + "!/bomb");
        assertThat(paths).hasSize(3).last().isEqualTo(zip + "!/log 4");
        assertThat(used[0]).as("heap in use").isLessThan(128 * MIB);
    }

    @ParameterizedTest
    @ValueSource(strings = {"memberBytes", "unpackedBytes"})
    void sizesAreLimitedForAMemberAndForAFile(String limit) throws IOException {
        Path zip = Files.write(
                base.resolve("a.zip"),
                HostileArchives.zip(HostileArchives.zeros("x", MIB), HostileArchives.zeros("y", 10)));

        Outcome outcome = Intakes.walk(scratch, Limits.with(limit, 100_000), zip);

        Diagnostic bomb = outcome.diagnostics().get(0);
        assertThat(bomb.code()).isEqualTo(DiagnosticCode.ARCHIVE_BOMB);
        assertThat(bomb.path()).isEqualTo(zip + "!/x");
        assertThat(outcome.at(zip + "!/x").item().size()).isLessThanOrEqualTo(100_000);
        assertThat(outcome.paths()).contains(zip + "!/y");
    }

    @Test
    void archivesThatDoubleAtEachLevelEndAtTheFilesBudget() throws IOException {
        byte[] level = HostileArchives.zip(HostileArchives.zeros("z", MIB));
        for (int i = 0; i < 3; i++) {
            byte[] inner = level;
            File[] copies = new File[8];
            Arrays.setAll(copies, n -> File.of("copy" + n, inner));
            level = Archives.zip(copies);
        }
        Path zip = Files.write(base.resolve("a.zip"), level);
        IntakeLimits limits = Limits.with(Limits.with("unpackedBytes", 20 * MIB), "memoryBytes", 1000);

        Outcome outcome = Intakes.walk(scratch, limits, zip);

        assertThat(outcome.codes()).anyMatch(code -> code.startsWith("ARCHIVE_BOMB "));
        assertThat(outcome.summary().unpackedBytes()).isLessThanOrEqualTo(20 * MIB);
    }

    @Test
    void membersMadeFromTheSameBytesAreReadOnce() throws IOException {
        byte[] bytes = HostileArchives.zipOverlapping(HostileArchives.zeros("e0", MIB), 50);
        Path zip = Files.write(base.resolve("a.zip"), bytes);

        Outcome outcome = Intakes.walk(scratch, zip);

        assertThat(outcome.at(zip + "!/e0").item().size()).isEqualTo(MIB);
        assertThat(outcome.diagnostics())
                .hasSize(49)
                .allSatisfy(one -> assertThat(one.code()).isEqualTo(DiagnosticCode.ARCHIVE_BOMB));
    }

    @Test
    void aZipWithoutItsDirectoryIsSalvaged() throws IOException {
        byte[] whole = HostileArchives.zipCutOff(
                Entry.stored("a", "first"), HostileArchives.zeros("b", 5000), Entry.stored("c", "never whole"));
        Path zip = Files.write(base.resolve("a.zip"), Arrays.copyOf(whole, whole.length - 6));

        Outcome outcome = Intakes.walk(scratch, zip);

        assertThat(outcome.text(zip + "!/a")).isEqualTo("first");
        assertThat(outcome.at(zip + "!/b").item().size()).isEqualTo(5000);
        assertThat(outcome.text(zip + "!/c")).isEqualTo("never");
        assertThat(outcome.codes()).containsExactly("ARCHIVE_DAMAGED " + zip + "!/c", "ARCHIVE_DAMAGED " + zip);
    }

    @Test
    void aStreamedZipWithoutItsDirectoryIsSalvaged() throws IOException {
        byte[] whole = Archives.zip(File.of("a", "first ".repeat(100)), File.of("b", "second"));
        int directory = new String(whole, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
        Path zip = Files.write(base.resolve("a.zip"), Arrays.copyOf(whole, directory));

        Outcome outcome = Intakes.walk(scratch, zip);

        assertThat(outcome.text(zip + "!/a")).isEqualTo("first ".repeat(100));
        assertThat(outcome.text(zip + "!/b")).isEqualTo("second");
    }

    @Test
    void aZipBehindSomethingElseIsRead() throws IOException {
        byte[] zipped = Archives.zip(File.of("a", "text"));
        byte[] bytes = new byte[zipped.length + 1000];
        System.arraycopy(zipped, 0, bytes, 1000, zipped.length);
        System.arraycopy(zipped, 0, bytes, 0, 4); // so that it is recognised
        Path zip = Files.write(base.resolve("a.zip"), bytes);

        Outcome outcome = Intakes.walk(scratch, zip);

        assertThat(outcome.text(zip + "!/a")).isEqualTo("text");
        assertThat(outcome.diagnostics()).isEmpty();
    }

    @Test
    void aTarThatIsCutOffGivesWhatIsThere() throws IOException {
        byte[] whole = Archives.tar(File.of("a", "first"), File.of("b", "second"));
        Path tar = Files.write(base.resolve("a.tar"), Arrays.copyOf(whole, 512 + 512 + 512 + 3));

        Outcome outcome = Intakes.walk(scratch, tar);

        assertThat(outcome.text(tar + "!/a")).isEqualTo("first");
        assertThat(outcome.text(tar + "!/b")).isEqualTo("sec");
        Diagnostic damage = outcome.only(DiagnosticCode.ARCHIVE_DAMAGED);
        assertThat(damage.path()).isEqualTo(tar + "!/b");
        assertThat(damage.details()).containsEntry("stated", "6").containsEntry("unpacked", "3");
    }

    @Test
    void aDamagedTarHeaderCostsOnlyItsMember() throws IOException {
        byte[] bytes = Archives.tar(File.of("a", "1"), File.of("b", "2"), File.of("c", "3"));
        bytes[1024] ^= 1; // the name of b
        Path tar = Files.write(base.resolve("a.tar"), bytes);

        Outcome outcome = Intakes.walk(scratch, tar);

        assertThat(outcome.paths()).containsExactly("" + tar, tar + "!/a", tar + "!/c");
        assertThat(outcome.only(DiagnosticCode.ARCHIVE_DAMAGED).offset()).hasValue(1024);
    }

    @Test
    void aCompressedTarThatIsCutOffGivesWhatIsThere() throws IOException {
        var noise = new byte[50_000];
        new Random(1).nextBytes(noise);
        byte[] whole = Archives.gzip(Archives.tar(File.of("a", "first"), File.of("b", noise)));
        Path file = Files.write(base.resolve("a.tar.gz"), Arrays.copyOf(whole, whole.length / 2));

        Outcome outcome = Intakes.walk(scratch, file);

        assertThat(outcome.text(file + "!/a")).isEqualTo("first");
        assertThat(outcome.at(file + "!/b").item().size()).isBetween(1L, 49_999L);
        assertThat(outcome.codes()).contains("ARCHIVE_DAMAGED " + file);
    }

    @Test
    void aDecoderThatNeedsTooMuchMemoryIsNotStarted() throws IOException {
        Path xz = Files.write(base.resolve("a.xz"), Archives.xz(new byte[100]));
        Path sevenZip = Files.write(base.resolve("b.7z"), Archives.sevenZip(base, File.of("x", "y".repeat(1000))));
        Path last = Files.writeString(base.resolve("c"), "text");

        Outcome outcome = Intakes.walk(scratch, Limits.with("decoderMemoryKiB", 10), base);

        assertThat(outcome.codes())
                .containsExactly("ARCHIVE_UNSUPPORTED " + xz + "!/a", "ARCHIVE_UNSUPPORTED " + sevenZip);
        assertThat(outcome.text(last.toString())).isEqualTo("text");
    }

    @Test
    void anEncryptedSevenZipIsReported() throws IOException {
        Path archive = base.resolve("a.7z");
        try (var writer = new SevenZOutputFile(archive.toFile(), "infected".toCharArray())) {
            var entry = new SevenZArchiveEntry();
            entry.setName("x");
            writer.putArchiveEntry(entry);
            writer.write(new byte[] {1, 2, 3});
            writer.closeArchiveEntry();
        }

        Outcome outcome = Intakes.walk(scratch, archive);

        assertThat(outcome.codes()).containsExactly("ARCHIVE_ENCRYPTED " + archive + "!/x");
    }

    @Test
    void namesInATarLeadNowhereEither() throws IOException {
        Path tar = Files.write(base.resolve("a.tar"), Archives.tar(File.of("../x", "1"), File.of("/etc/y", "2")));

        Outcome outcome = Intakes.walk(scratch, tar);

        assertThat(outcome.paths()).containsExactly("" + tar, tar + "!/../x", tar + "!//etc/y");
        assertThat(outcome.codes())
                .containsExactly("ARCHIVE_PATH_ESCAPES " + tar + "!/../x", "ARCHIVE_PATH_ESCAPES " + tar + "!//etc/y");
    }

    /// Whatever is done to an archive, a walk ends, throws nothing, and leaves nothing in the scratch folder.
    @ParameterizedTest
    @ValueSource(strings = {"zip", "tar", "7z", "gz", "bz2", "xz"})
    @Timeout(300)
    void damagedArchivesNeverEndTheWalk(String format) throws IOException {
        long seed = System.nanoTime();
        System.out.println("damagedArchivesNeverEndTheWalk " + format + " seed " + seed);
        var random = new Random(seed);
        File[] files = {File.of("a/b.evtx", "text ".repeat(300)), File.of("日本", "x"), File.of("c".repeat(120), "y")};
        byte[] whole = switch (format) {
            case "zip" -> Archives.zip(files);
            case "tar" -> Archives.tar(files);
            case "7z" -> Archives.sevenZip(base, files);
            case "gz" -> Archives.gzip(Archives.tar(files));
            case "bz2" -> Archives.bzip2(Archives.tar(files));
            default -> Archives.xz(Archives.tar(files));
        };
        Path file = base.resolve("x");
        Path witness = Files.writeString(base.resolve("y"), "still here");
        for (int round = 0; round < 60; round++) {
            byte[] bytes = round % 3 == 0 ? Arrays.copyOf(whole, 8 + random.nextInt(whole.length - 8)) : whole.clone();
            for (int i = random.nextInt(4); i >= 0; i--) {
                bytes[6 + random.nextInt(bytes.length - 6)] = (byte) random.nextInt();
            }
            Files.write(file, bytes);

            Outcome outcome = Intakes.walk(scratch, Limits.with("memoryBytes", 100), file, witness);

            assertThat(outcome.text(witness.toString())).isEqualTo("still here");
        }
    }
}
