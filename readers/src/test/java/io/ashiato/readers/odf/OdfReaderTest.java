package io.ashiato.readers.odf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.bytes.ByteSource;
import io.ashiato.readers.ArtefactReading;
import io.ashiato.readers.OoxmlWriter;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OdfReaderTest {
    private static byte[] document() {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put("mimetype", utf8("application/vnd.oasis.opendocument.text"));
        parts.put(
                "meta.xml",
                utf8("<m xmlns:xlink='x'><generator>LibreOffice/7.4</generator><initial-creator>作成者</initial-creator>"
                        + "<creation-date>2026-04-01T09:30:00.5</creation-date>"
                        + "<template xlink:href='https://t.example.net/a.ott'/>"
                        + "<document-statistic word-count='12'/></m>"));
        parts.put(
                "content.xml",
                utf8("<c xmlns:xlink='x'><a xlink:href='https://a.example/'/><i xlink:href='Pictures/1.png'/></c>"));
        parts.put("Basic/Standard/Module1.xml", utf8("<module name='Module1'>Sub Main\nEnd Sub</module>"));
        parts.put("Object 1", new byte[] {1, 2, 3});
        return OoxmlWriter.zipped(parts);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }

    @Test
    void statesMakingLinksMacrosAndObjects() throws IOException {
        ArtefactReading reading = OdfReader.read(ByteSource.of(document()));

        assertThat(reading.damage()).isEmpty();
        assertThat(reading.facts().text("author")).contains("作成者");
        assertThat(reading.facts().text("application")).contains("LibreOffice/7.4");
        assertThat(reading.facts().text("created_local")).contains("2026-04-01T09:30:00.500");
        assertThat(reading.facts().number("words")).hasValue(12);
        assertThat(reading.facts().texts("external"))
                .containsExactly("https://t.example.net/a.ott", "https://a.example/");
        assertThat(reading.facts().texts("macro_modules")).containsExactly("Module1");
        assertThat(reading.children())
                .extracting(child -> child.role() + " " + child.name())
                .containsExactly("MACRO Module1", "EMBEDDED Object 1");
    }

    @Test
    void mutatedDocumentsAreRead() throws IOException {
        long seed = 42;
        var random = new Random(seed);
        byte[] sound = document();
        for (int round = 0; round < 5_000; round++) {
            byte[] copy = sound.clone();
            for (int changes = 1 + random.nextInt(6); changes > 0; changes--) {
                copy[random.nextInt(copy.length)] = (byte) random.nextInt();
            }
            assertThat(OdfReader.read(ByteSource.of(copy)).facts().values())
                    .as("seed " + seed + ", round " + round)
                    .containsKey("macros");
        }
    }
}
