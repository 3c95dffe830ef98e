package io.ashiato.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ashiato.bytes.Digests;
import io.ashiato.intake.Archives.File;
import io.ashiato.intake.Intakes.Outcome;
import io.ashiato.model.Diagnostic;
import io.ashiato.model.DiagnosticCode;
import io.ashiato.model.EvidenceKind;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveWalkTest {
    @TempDir
    Path base;

    @TempDir
    Path scratch;

    enum Format {
        ZIP,
        TAR,
        SEVEN_ZIP,
        TAR_GZ,
        TAR_BZ2,
        TAR_XZ;

        byte[] of(Path folder, File... files) throws IOException {
            return switch (this) {
                case ZIP -> Archives.zip(files);
                case TAR -> Archives.tar(files);
                case SEVEN_ZIP -> Archives.sevenZip(folder, files);
                case TAR_GZ -> Archives.gzip(Archives.tar(files));
                case TAR_BZ2 -> Archives.bzip2(Archives.tar(files));
                case TAR_XZ -> Archives.xz(Archives.tar(files));
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void membersComeOutAsTheyWentIn(Format format) throws IOException {
        long seed = System.nanoTime();
        System.out.println("membersComeOutAsTheyWentIn seed " + seed);
        var random = new Random(seed);
        var files = new ArrayList<File>();
        for (String name : List.of("a.evtx", "b/c", "b/日本語.evtx", "large", "z/" + "n".repeat(150) + "/x")) {
            var bytes = new byte[name.equals("large") ? 100_000 + random.nextInt(10) : 1 + random.nextInt(3000)];
            random.nextBytes(bytes);
            files.add(File.of(name, bytes));
        }
        Path archive = Files.write(base.resolve("collection"), format.of(base, files.toArray(File[]::new)));

        Outcome outcome = Intakes.walk(scratch, Limits.with("memoryBytes", 2000), archive);

        var expected = new ArrayList<>(List.of(archive.toString()));
        files.forEach(file -> expected.add(archive + "!/" + file.name()));
        assertThat(outcome.paths()).containsExactlyElementsOf(expected);
        for (File file : files) {
            var seen = outcome.at(archive + "!/" + file.name());
            assertThat(seen.bytes()).isEqualTo(file.bytes());
            assertThat(seen.item().sha256()).isEqualTo(Digests.sha256(file.bytes()));
            assertThat(seen.item().parent()).isEqualTo(Optional.of(archive.toString()));
        }
        assertThat(outcome.seen().get(0).item().handling()).isEqualTo(IntakeItem.Handling.ARCHIVE);
        assertThat(outcome.diagnostics()).isEmpty();
        assertThat(outcome.summary().items()).isEqualTo(files.size() + 1);
    }

    @Test
    void membersOfZipAndTarAreSortedByNameAndTwinsBothStay() throws IOException {
        File[] files = {File.of("b", "1"), File.of("a", "2"), File.of("b", "3"), File.of("B", "4")};
        Path zip = Files.write(base.resolve("x.zip"), Archives.zip(files));
        Path tar = Files.write(base.resolve("y.tar"), Archives.tar(files));

        Outcome outcome = Intakes.walk(scratch, base);

        for (Path archive : List.of(zip, tar)) {
            assertThat(outcome.paths())
                    .containsSubsequence(archive + "!/B", archive + "!/a", archive + "!/b", archive + "!/b#2");
            assertThat(outcome.text(archive + "!/b")).isEqualTo("1");
            assertThat(outcome.text(archive + "!/b#2")).isEqualTo("3");
        }
    }

    @Test
    void archivesInArchivesAreOpenedToTheDepthLimit() throws IOException {
        byte[] innermost = Archives.zip(File.of("deep", "unseen"));
        byte[] tar = Archives.tar(File.of("c.zip", innermost), File.of("x.evtx", "seen"));
        Path zip = Files.write(base.resolve("a.zip"), Archives.zip(File.of("dir/b.tar", tar)));

        Outcome outcome = Intakes.walk(scratch, Limits.with("archiveDepth", 2), zip);

        String inner = zip + "!/dir/b.tar";
        assertThat(outcome.paths()).containsExactly("" + zip, inner, inner + "!/c.zip", inner + "!/x.evtx");
        assertThat(outcome.codes()).containsExactly("TOO_DEEP " + inner + "!/c.zip");
        assertThat(outcome.text(inner + "!/x.evtx")).isEqualTo("seen");
    }

    @Test
    void aCompressedFileIsNamedByItsHeaderOrItsStem() throws IOException {
        byte[] named = Archives.gzip(new byte[] {'x'});
        named[3] |= 1 << 3;
        byte[] withName = new byte[named.length + 5];
        System.arraycopy(named, 0, withName, 0, 10);
        System.arraycopy("name\0".getBytes(StandardCharsets.ISO_8859_1), 0, withName, 10, 5);
        System.arraycopy(named, 10, withName, 15, named.length - 10);
        Path a = Files.write(base.resolve("a.gz"), withName);
        Path b = Files.write(base.resolve("b.evtx.xz"), Archives.xz(new byte[] {'y'}));
        Path c = Files.write(base.resolve("c"), Archives.bzip2(new byte[] {'z'}));

        Outcome outcome = Intakes.walk(scratch, base);

        assertThat(outcome.paths()).containsExactly("" + a, a + "!/name", "" + b, b + "!/b.evtx", "" + c, c + "!/c");
    }

    @Test
    void joinedGzipStreamsAreOneFile() throws IOException {
        byte[] first = Archives.gzip("one ".getBytes(StandardCharsets.UTF_8));
        byte[] second = Archives.gzip("two".getBytes(StandardCharsets.UTF_8));
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        Path file = Files.write(base.resolve("x.gz"), both);

        assertThat(Intakes.walk(scratch, file).text(file + "!/x")).isEqualTo("one two");
    }

    @Test
    void japaneseNamesAreReadWithAndWithoutTheUtf8Flag() throws IOException {
        List<File> files = List.of(File.of("証拠/イベントログ表.evtx", "x"));
        Path flagged = Files.write(base.resolve("a.zip"), Archives.zip(files.get(0)));
        byte[] bytes = Archives.zip(files, Charset.forName("windows-31j"), Zip64Mode.AsNeeded);
        Path plain = Files.write(base.resolve("b.zip"), bytes);

        Outcome outcome = Intakes.walk(scratch, base);

        assertThat(outcome.paths()).contains(flagged + "!/証拠/イベントログ表.evtx", plain + "!/証拠/イベントログ表.evtx");
    }

    @Test
    void zipMembersOfOtherMethodsAreRead() throws IOException {
        byte[] text = "text ".repeat(500).getBytes(StandardCharsets.UTF_8);
        Path zip = Files.write(
                base.resolve("a.zip"),
                HostileArchives.zip(
                        HostileArchives.Entry.packed("bzip2", 12, text, Archives.bzip2(text)),
                        HostileArchives.Entry.packed("lzma", 14, text, Archives.zipLzma(text)),
                        HostileArchives.Entry.packed("xz", 95, text, Archives.xz(text))));

        Outcome outcome = Intakes.walk(scratch, zip);

        assertThat(outcome.diagnostics()).isEmpty();
        for (String name : List.of("bzip2", "lzma", "xz")) {
            assertThat(outcome.at(zip + "!/" + name).bytes()).isEqualTo(text);
        }
    }

    @Test
    void gnuLongNamesAreRead() throws IOException {
        String name = "folder/" + "n".repeat(300);
        var entry = new TarArchiveEntry(name);
        entry.setSize(1);
        Path tar = Files.write(
                base.resolve("a.tar"),
                Archives.tar(List.of(Map.entry(entry, new byte[] {'x'})), TarArchiveOutputStream.LONGFILE_GNU));

        assertThat(Intakes.walk(scratch, tar).text(tar + "!/" + name)).isEqualTo("x");
    }

    @Test
    void zip64IsRead() throws IOException {
        byte[] bytes = Archives.zip(List.of(File.of("a", "text")), StandardCharsets.UTF_8, Zip64Mode.Always);
        Path zip = Files.write(base.resolve("a.zip"), bytes);

        Outcome outcome = Intakes.walk(scratch, zip);

        assertThat(outcome.text(zip + "!/a")).isEqualTo("text");
        assertThat(outcome.diagnostics()).isEmpty();
    }

    @Test
    void anOfficeDocumentIsOneItem() throws IOException {
        byte[] bytes = Archives.zip(
                File.of("word/document.xml", "<w/>"),
                File.of("_rels/.rels", "<r/>"),
                File.of("[Content_Types].xml", "<c/>"));
        Path document = Files.write(base.resolve("a.docx"), bytes);

        Outcome outcome = Intakes.walk(scratch, document);

        assertThat(outcome.paths()).containsExactly(document.toString());
        assertThat(outcome.seen().get(0).item().kind()).isEqualTo(EvidenceKind.OOXML);
    }

    @Test
    void linksAndDevicesInATarAreReported() throws IOException {
        var link = new TarArchiveEntry("link", TarConstants.LF_SYMLINK);
        link.setLinkName("/etc/shadow");
        var device = new TarArchiveEntry("device", TarConstants.LF_BLK);
        var hard = new TarArchiveEntry("hard", TarConstants.LF_LINK);
        hard.setLinkName("other");
        var none = new byte[0];
        byte[] bytes = Archives.tar(
                List.of(Map.entry(link, none), Map.entry(device, none), Map.entry(hard, none)),
                TarArchiveOutputStream.LONGFILE_GNU);
        Path tar = Files.write(base.resolve("a.tar"), bytes);

        Outcome outcome = Intakes.walk(scratch, tar);

        assertThat(outcome.codes())
                .containsExactly(
                        "ARCHIVE_MEMBER_NOT_A_FILE " + tar + "!/device",
                        "ARCHIVE_MEMBER_NOT_A_FILE " + tar + "!/hard",
                        "ARCHIVE_MEMBER_NOT_A_FILE " + tar + "!/link");
        assertThat(outcome.diagnostics().get(2).details())
                .containsEntry("type", "symbolic-link")
                .containsEntry("target", "/etc/shadow");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Rar!\u001a\u0007\u0001\u0000", "(\u00b5/\u00fd\u0000"})
    void formatsWithoutADecoderAreReported(String magic) throws IOException {
        Path file = Files.write(base.resolve("x"), magic.getBytes(StandardCharsets.ISO_8859_1));

        Outcome outcome = Intakes.walk(scratch, file);

        assertThat(outcome.codes()).containsExactly("ARCHIVE_UNSUPPORTED " + file);
        assertThat(outcome.seen().get(0).item().handling()).isEqualTo(IntakeItem.Handling.NOT_READ);
        assertThat(outcome.seen().get(0).item().sha256()).hasSize(64);
    }

    @Test
    void theItemLimitHoldsInsideArchives() throws IOException {
        Path zip = Files.write(
                base.resolve("a.zip"), Archives.zip(File.of("1", "x"), File.of("2", "x"), File.of("3", "x")));

        Outcome outcome = Intakes.walk(scratch, Limits.with("items", 3), zip);

        assertThat(outcome.paths()).containsExactly("" + zip, zip + "!/1", zip + "!/2");
        assertThat(outcome.only(DiagnosticCode.TOO_MANY_ITEMS).details()).containsEntry("limit", "3");
    }

    @Test
    void theScratchFolderIsEmptyAfterAVisitorFails() throws IOException {
        Path zip = Files.write(base.resolve("a.zip"), Archives.zip(File.of("x", "a".repeat(100))));
        var found = (EvidenceArguments.Found) EvidenceArguments.resolve(List.of(zip.toString()));
        var intake = new Intake(Intakes::kind, Limits.with("memoryBytes", 10), scratch, List.of());

        assertThatThrownBy(() -> intake.walk(found, new ItemVisitor() {
                    @Override
                    public Inside item(IntakeItem item) throws IOException {
                        if (item.parent().isPresent()) {
                            try (var files = Files.list(scratch)) {
                                assertThat(files)
                                        .as("unpacked to the scratch folder")
                                        .hasSize(1);
                            }
                            throw new IOException("disk full");
                        }
                        return Inside.NONE;
                    }

                    @Override
                    public void diagnostic(Diagnostic diagnostic) {}
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("disk full");
        try (var files = Files.list(scratch)) {
            assertThat(files).isEmpty();
        }
    }
}
