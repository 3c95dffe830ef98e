package io.ashiato.readers.rtf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.bytes.ByteSource;
import io.ashiato.bytes.Damage;
import io.ashiato.model.Facts;
import io.ashiato.readers.ArtefactReading;
import io.ashiato.readers.ole.OleDocumentWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RtfReaderTest {
    private static final String PLAIN_HEX = HexFormat.of().formatHex(object());

    private static ArtefactReading read(String rtf) throws IOException {
        return RtfReader.read(ByteSource.of(rtf.getBytes(ISO_8859_1)));
    }

    /// An object of class `Package` in the old serialisation.
    private static byte[] object() {
        byte[] withSize =
                OleDocumentWriter.nativeData("note.txt", "C:\\Users\\kei\\note.txt", "harmless".getBytes(US_ASCII));
        byte[] content = Arrays.copyOfRange(withSize, 4, withSize.length);
        var out = new ByteArrayOutputStream();
        out.writeBytes(HexFormat.of().parseHex("01050000" + "02000000" + "08000000"));
        out.writeBytes("Package\0".getBytes(US_ASCII));
        out.writeBytes(new byte[8]);
        out.writeBytes(new byte[] {(byte) content.length, (byte) (content.length >> 8), 0, 0});
        out.writeBytes(content);
        return out.toByteArray();
    }

    @Test
    void decodesTheInfoGroup() throws IOException {
        Facts facts = read("{\\rtf1\\ansi\\ansicpg932\\deflang1041{\\*\\generator Riched20 10.0;}{\\info"
                        + "{\\title \\'83\\'5e\\'83C\\'83\\'67\\'83\\'8b}{\\author A\\u12354?B}{\\operator Tanaka}"
                        + "{\\company Example KK}{\\creatim\\yr2026\\mo4\\dy1\\hr9\\min30}{\\revtim\\yr0\\mo0\\dy0}}}")
                .facts();

        assertThat(facts.text("title")).contains("タイトル");
        assertThat(facts.text("author")).contains("AあB");
        assertThat(facts.text("last_saved_by")).contains("Tanaka");
        assertThat(facts.text("company")).contains("Example KK");
        assertThat(facts.text("application")).contains("Riched20 10.0");
        assertThat(facts.text("created_local")).contains("2026-04-01T09:30");
        assertThat(facts.text("modified_local")).isEmpty();
        assertThat(facts.number("codepage")).hasValue(932);
        assertThat(facts.number("language_id")).hasValue(1041);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\\rt{\\*\\template https://t.example.net/u}}",
                "{\\rtf1{\\*\\template \\u104?\\u116?tps://t.example.net/u}}",
                "{\\rtf1\\uc0{\\*\\template \\u104 ttps://t.example\\'2enet/u}}",
                "{\\rtf1{\\*\\template {\\b ht}tps://t.exa\r\nmple.net/u"
            })
    void findsTheTemplateHoweverItIsWritten(String rtf) throws IOException {
        assertThat(read(rtf).facts().texts("external")).containsExactly("https://t.example.net/u");
    }

    @Test
    void findsFieldsThatReachOutside() throws IOException {
        Facts facts = read("{\\rtf1{\\field{\\*\\fldinst {HYPERLINK }{\"https://a.example/\"}}{\\fldrslt x}}"
                        + "{\\field{\\*\\fldinst DDEAUTO c:\\\\\\\\windows\\\\\\\\cmd.exe}}}")
                .facts();

        assertThat(facts.texts("field_targets")).containsExactly("https://a.example/");
        assertThat(facts.texts("dde")).containsExactly("DDEAUTO c:\\\\windows\\\\cmd.exe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\r\n", " ", "\\par ", "{\\*\\x }", "\\'41", "z"})
    void takesObjectsWhateverBreaksUpTheirHex(String between) throws IOException {
        String hex = PLAIN_HEX.substring(0, 41) + between + PLAIN_HEX.substring(41);

        ArtefactReading reading = read(
                "{\\rtf1{\\object\\objemb\\objupdate{\\*\\objclass Word.Document.8}" + "{\\*\\objdata " + hex + "}}}");

        assertThat(reading.children()).singleElement().satisfies(child -> {
            assertThat(child.name()).isEqualTo("note.txt");
            assertThat(child.content().first(100)).isEqualTo("harmless".getBytes(US_ASCII));
        });
        Facts object = reading.facts().groups("objects").getFirst();
        assertThat(object.text("class")).contains("Package");
        assertThat(object.text("declared_class")).contains("Word.Document.8");
        assertThat(object.texts("properties")).containsExactly("objemb", "objupdate");
    }

    @Test
    void takesBinaryObjects() throws IOException {
        var rtf = new ByteArrayOutputStream();
        byte[] object = object();
        rtf.writeBytes(("{\\rtf1{\\object{\\*\\objdata\\bin" + object.length + " ").getBytes(US_ASCII));
        rtf.writeBytes(object);
        rtf.writeBytes("}}}".getBytes(US_ASCII));

        assertThat(RtfReader.read(ByteSource.of(rtf.toByteArray())).children())
                .singleElement()
                .extracting(ArtefactReading.Child::name)
                .isEqualTo("note.txt");
    }

    @Test
    void deepGroupsAreALimitAndNoStack() throws IOException {
        ArtefactReading reading = read("{\\rtf1" + "{".repeat(500_000) + "}".repeat(400_000) + "{\\info{\\author A}}");

        assertThat(reading.damage()).hasAtLeastOneElementOfType(Damage.OverLimit.class);
    }

    @Test
    void anObjectWithoutASoundHeaderIsTakenWhole() throws IOException {
        ArtefactReading reading = read("{\\rtf1{\\object{\\*\\objdata 0105000099000000ffff}}}");

        assertThat(reading.damage()).isNotEmpty();
        assertThat(reading.children()).hasSize(1);
    }
}
