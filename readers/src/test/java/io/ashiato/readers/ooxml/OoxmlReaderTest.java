package io.ashiato.readers.ooxml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.bytes.ByteSource;
import io.ashiato.bytes.Damage;
import io.ashiato.model.EvidenceKind;
import io.ashiato.model.Facts;
import io.ashiato.readers.ArtefactReading;
import io.ashiato.readers.OoxmlWriter;
import io.ashiato.readers.PackageParts;
import io.ashiato.readers.VbaProjectWriter;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OoxmlReaderTest {
    private static final Instant CREATED = Instant.parse("2026-04-01T09:30:00Z");
    private static final Instant MODIFIED = Instant.parse("2026-04-02T01:00:00Z");

    private static ArtefactReading read(byte[] document) throws IOException {
        return OoxmlReader.read(ByteSource.of(document));
    }

    private static OoxmlWriter lure() {
        return new OoxmlWriter()
                .title("採用条件のご案内")
                .author("User")
                .lastSavedBy("John")
                .created(CREATED)
                .modified(MODIFIED)
                .extended("Company", "Example KK")
                .extended("Words", "12")
                .rsids("00A1B2C3", "00D4E5F6")
                .language("ja-JP")
                .paragraph("本文");
    }

    @Test
    void statesWhatItsPropertiesSay() throws IOException {
        ArtefactReading reading = read(lure().bytes());

        Facts facts = reading.facts();
        assertThat(reading.damage()).isEmpty();
        assertThat(reading.kind()).isEqualTo(EvidenceKind.OOXML);
        assertThat(facts.text("document_type")).contains("word");
        assertThat(facts.text("title")).contains("採用条件のご案内");
        assertThat(facts.text("author")).contains("User");
        assertThat(facts.text("last_saved_by")).contains("John");
        assertThat(facts.time("created")).contains(CREATED);
        assertThat(facts.time("modified")).contains(MODIFIED);
        assertThat(facts.text("company")).contains("Example KK");
        assertThat(facts.number("words")).hasValue(12);
        assertThat(facts.text("rsid_root")).contains("00A1B2C3");
        assertThat(facts.texts("rsids")).containsExactly("00A1B2C3", "00D4E5F6");
        assertThat(facts.text("language")).contains("ja-JP");
        assertThat(facts.texts("external")).isEmpty();
        assertThat(facts.flag("macros")).isFalse();
    }

    @Test
    void tellsContentFromPicturesThatLieElsewhere() throws IOException {
        Facts facts = read(lure().externalTemplate("https://templates.example.net/a.dotm?id=1&b=2")
                        .link("oleObject", "https://ole.example.net/o.html!")
                        .link("image", "http://t.example.org/p.png")
                        .bytes())
                .facts();

        assertThat(facts.texts("external"))
                .containsExactlyInAnyOrder(
                        "https://templates.example.net/a.dotm?id=1&b=2", "https://ole.example.net/o.html!");
        assertThat(facts.texts("external_media")).containsExactly("http://t.example.org/p.png");
        assertThat(facts.groups("external_targets"))
                .extracting(one -> one.text("type").orElseThrow())
                .containsExactlyInAnyOrder("attachedTemplate", "oleObject", "image");
    }

    @Test
    void putsFieldsTogetherThatAreCutOverRuns() throws IOException {
        Facts facts = read(lure().field(" DDE", "AUTO c:\\\\windows\\\\cmd.exe ", "\"/k echo 1\" ")
                        .field("INCLUDEPICTURE \"http://t.example.org/i.png\" \\d")
                        .bytes())
                .facts();

        assertThat(facts.texts("dde")).containsExactly("DDEAUTO c:\\\\windows\\\\cmd.exe \"/k echo 1\"");
        assertThat(facts.texts("field_targets")).containsExactly("http://t.example.org/i.png");
    }

    @Test
    void givesTheSourceOfMacrosAndNamesWhatStartsByItself() throws IOException {
        String source = "Sub AutoOpen()\n    MsgBox \"無害\"\nEnd Sub\nSub Other()\nEnd Sub\n";
        byte[] project = new VbaProjectWriter("Lure", 932)
                .document("ThisDocument", "")
                .module("Module1", source)
                .bytes();

        ArtefactReading reading = read(lure().macros(project).bytes());

        assertThat(reading.damage()).isEmpty();
        assertThat(reading.facts().flag("macros")).isTrue();
        assertThat(reading.facts().texts("macro_modules")).containsExactly("ThisDocument.cls", "Module1.bas");
        assertThat(reading.facts().texts("macro_auto_start")).containsExactly("AutoOpen");
        assertThat(reading.facts().number("macro_codepage")).hasValue(932);
        assertThat(reading.children()).extracting(ArtefactReading.Child::role).containsOnly(ArtefactReading.Role.MACRO);
        byte[] module = reading.children().get(1).content().first(10_000);
        assertThat(new String(module, UTF_8))
                .isEqualTo("Attribute VB_Name = \"Module1\"\r\n" + source.replace("\n", "\r\n"));
    }

    @Test
    void givesEmbeddedObjectsAsChildren() throws IOException {
        ArtefactReading reading =
                read(lure().embedded("oleObject1.bin", new byte[] {1, 2, 3}).bytes());

        assertThat(reading.children()).singleElement().satisfies(child -> {
            assertThat(child.name()).isEqualTo("word/embeddings/oleObject1.bin");
            assertThat(child.role()).isEqualTo(ArtefactReading.Role.EMBEDDED);
        });
        assertThat(reading.facts().groups("embedded").getFirst().text("sha256"))
                .contains("039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81");
    }

    @Test
    void readsOnWhereTheEndIsCutOff() throws IOException {
        byte[] document = lure().bytes();

        ArtefactReading reading = read(Arrays.copyOf(document, document.length - 300));

        assertThat(reading.facts().text("author")).contains("User");
        assertThat(reading.facts().text("rsid_root")).contains("00A1B2C3");
        assertThat(reading.damage()).isNotEmpty();
    }

    @Test
    void sheetsThatAreHiddenAreNamed() throws IOException {
        String workbook = "<workbook><sheets><sheet name=\"表\"/><sheet name=\"a\" state=\"hidden\"/>"
                + "<sheet name=\"b\" state=\"veryHidden\"/></sheets><definedNames>"
                + "<definedName name=\"_xlnm.Auto_Open\">x</definedName></definedNames></workbook>";

        Facts facts = read(OoxmlWriter.zipped(Map.of("xl/workbook.xml", workbook.getBytes(UTF_8))))
                .facts();

        assertThat(facts.text("document_type")).contains("excel");
        assertThat(facts.texts("sheets")).containsExactly("表", "a", "b");
        assertThat(facts.texts("hidden_sheets")).containsExactly("a", "b");
        assertThat(facts.texts("macro_sheet_auto_start")).containsExactly("Auto_Open");
    }

    @Test
    void entitiesAreNeitherFetchedNorExpanded() throws IOException {
        String laughs = "<!DOCTYPE p [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
                + "<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
        String core = "<p>" + "<creator>&b;&x;</creator></p>";

        ArtefactReading reading =
                read(OoxmlWriter.zipped(Map.of("docProps/core.xml", (laughs + core).getBytes(UTF_8))));

        assertThat(reading.facts().text("author").orElse("")).isEmpty();
    }

    @Test
    void aBombIsInflatedUpToTheLimitOnly() throws IOException {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put("word/document.xml", new byte[PackageParts.MAX_PART_BYTES + 1]);

        List<Damage> damage = read(OoxmlWriter.zipped(parts)).damage();

        assertThat(damage).hasAtLeastOneElementOfType(Damage.OverLimit.class);
    }

    @Test
    void nothingAtAllIsDamage() throws IOException {
        assertThat(read(new byte[0]).damage()).isNotEmpty();
        assertThat(read("PK".getBytes(UTF_8)).damage()).isNotEmpty();
    }
}
