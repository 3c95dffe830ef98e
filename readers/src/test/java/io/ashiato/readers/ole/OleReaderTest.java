package io.ashiato.readers.ole;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.bytes.ByteSource;
import io.ashiato.model.EvidenceKind;
import io.ashiato.model.Facts;
import io.ashiato.readers.ArtefactReading;
import io.ashiato.readers.VbaProjectWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OleReaderTest {
    private static final Instant CREATED = Instant.parse("2026-04-01T09:30:00Z");

    private static ArtefactReading read(byte[] document) throws IOException {
        return OleReader.read(ByteSource.of(document));
    }

    private static OleDocumentWriter document() {
        return new OleDocumentWriter()
                .properties("作成者", "John", "Example KK", CREATED)
                .word();
    }

    @Test
    void statesWhatItsPropertySetsSay() throws IOException {
        ArtefactReading reading = read(document().bytes());

        Facts facts = reading.facts();
        assertThat(reading.damage()).isEmpty();
        assertThat(facts.text("document_type")).contains("word");
        assertThat(facts.text("author")).contains("作成者");
        assertThat(facts.text("last_saved_by")).contains("John");
        assertThat(facts.text("company")).contains("Example KK");
        assertThat(facts.time("created")).contains(CREATED);
        assertThat(facts.number("language_id")).hasValue(0x0411);
        assertThat(facts.flag("encrypted")).isFalse();
        assertThat(facts.flag("macros")).isFalse();
    }

    @Test
    void givesTheSourceOfMacros() throws IOException {
        var project = new VbaProjectWriter("P", 932)
                .document("ThisDocument", "Sub Document_Open()\nEnd Sub\n")
                .module("Module1", "Sub A()\nEnd Sub\n");

        ArtefactReading reading = read(document().macros(project).bytes());

        assertThat(reading.facts().flag("macros")).isTrue();
        assertThat(reading.facts().texts("macro_modules")).containsExactlyInAnyOrder("ThisDocument.cls", "Module1.bas");
        assertThat(reading.facts().texts("macro_auto_start")).containsExactly("Document_Open");
        assertThat(reading.children()).extracting(ArtefactReading.Child::name).contains("Module1.bas");
    }

    @Test
    void givesPackagedFilesWithTheirPlaceOnTheAuthorsMachine() throws IOException {
        byte[] content = "harmless".getBytes(US_ASCII);
        ArtefactReading reading = read(document()
                .packaged("a.txt.lnk", "C:\\Users\\kei\\a.lnk", content)
                .packaged("b.txt", "C:\\Users\\kei\\b.txt", content)
                .bytes());

        assertThat(reading.children())
                .extracting(ArtefactReading.Child::name)
                .containsExactlyInAnyOrder("a.txt.lnk", "b.txt");
        assertThat(reading.children().getFirst().content().first(100)).isEqualTo(content);
        assertThat(reading.facts().groups("embedded"))
                .extracting(one -> one.text("source_path").orElseThrow())
                .containsExactlyInAnyOrder("C:\\Users\\kei\\a.lnk", "C:\\Users\\kei\\b.txt");
    }

    @Test
    void namesHiddenSheetsMacroSheetsAndLinksOfWorkbooks() throws IOException {
        var records = new ByteArrayOutputStream();
        record(records, 0x0809, "00060500");
        record(records, 0x0085, "00000000" + "0000" + "0100" + "41");
        record(records, 0x0085, "00000000" + "0200" + "0100" + "42");
        record(records, 0x0085, "00000000" + "0101" + "0101" + "6888");
        record(records, 0x0018, "2000" + "00" + "01" + "00000000000000000000" + "00" + "01");
        String address = HexFormat.of().formatHex("https://drive.example.net/x\0".getBytes(UTF_16LE));
        record(records, 0x01B8, "e0c9ea79f9bace118c8200aa004ba90b" + "38000000" + address);

        Facts facts = read(new OleDocumentWriter()
                        .stream("Workbook", records.toByteArray()).bytes())
                .facts();

        assertThat(facts.text("document_type")).contains("excel");
        assertThat(facts.texts("sheets")).containsExactly("A", "B", "表");
        assertThat(facts.texts("hidden_sheets")).containsExactly("B", "表");
        assertThat(facts.texts("macro_sheets")).containsExactly("表");
        assertThat(facts.texts("macro_sheet_auto_start")).containsExactly("Auto_Open");
        assertThat(facts.texts("external")).containsExactly("https://drive.example.net/x");
    }

    private static void record(ByteArrayOutputStream out, int type, String hex) {
        byte[] data = HexFormat.of().parseHex(hex);
        out.write(type);
        out.write(type >> 8);
        out.write(data.length);
        out.write(data.length >> 8);
        out.writeBytes(data);
    }

    @ParameterizedTest
    @ValueSource(strings = {"VelvetSweatshop", "other"})
    void opensPackagesThatOfficeOpensWithoutAsking(String password) throws IOException, GeneralSecurityException {
        byte[] content = "any content".getBytes(US_ASCII);
        ArtefactReading reading = read(encrypted(content, password));

        assertThat(reading.facts().flag("encrypted")).isTrue();
        if (password.equals("other")) {
            assertThat(reading.facts().text("password")).isEmpty();
            assertThat(reading.children()).isEmpty();
        } else {
            assertThat(reading.facts().text("password")).contains(password);
            assertThat(reading.children().getFirst().content().first(100)).isEqualTo(content);
        }
    }

    private static byte[] encrypted(byte[] content, String password) throws IOException, GeneralSecurityException {
        try (var file = new POIFSFileSystem();
                var out = new ByteArrayOutputStream()) {
            var encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
            encryptor.confirmPassword(password);
            try (var stream = encryptor.getDataStream(file)) {
                stream.write(content);
            }
            file.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    @Test
    void leavesMailsToTheirOwnReader() throws IOException {
        byte[] mail = new OleDocumentWriter()
                .stream("__properties_version1.0", new byte[32]).bytes();

        assertThat(read(mail).kind()).isEqualTo(EvidenceKind.MSG);
    }

    @Test
    void damageIsToldAndEndsNothing() throws IOException {
        byte[] sound = document().bytes();

        assertThat(read(Arrays.copyOf(sound, 600)).damage()).isNotEmpty();
        assertThat(read(new byte[0]).damage()).isNotEmpty();
    }
}
