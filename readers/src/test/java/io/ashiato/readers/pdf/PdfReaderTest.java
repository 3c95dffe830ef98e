package io.ashiato.readers.pdf;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.bytes.ByteSource;
import io.ashiato.bytes.Damage;
import io.ashiato.model.Facts;
import io.ashiato.readers.ArtefactReading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PdfReaderTest {
    private static ArtefactReading read(byte[] pdf) throws IOException {
        return PdfReader.read(ByteSource.of(pdf));
    }

    /// One page with a link, a script on opening, a launched program and an embedded file.
    private static byte[] acting() {
        return new PdfWriter()
                        .object("<< /Type /Catalog /Pages 2 0 R /OpenAction 4 0 R /Lang (ja-JP)"
                                + " /Names << /EmbeddedFiles << /Names [(listed) 7 0 R] >> >> >>")
                        .object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
                        .object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Annots [5 0 R 6 0 R] >>")
                        .object("<< /S /JavaScript /JS (app.alert\\(1\\)) >>")
                        .object("<< /Subtype /Link /A << /S /U#52I /URI (https://drive.example.net/p?id=7) >> >>")
                        .object("<< /Subtype /Link /A << /S /Launch /Win << /F (cmd.exe) /P (/c echo 1) >> >> >>")
                        .object("<< /Type /Filespec /F (note.txt) /EF << /F 8 0 R >> >>")
                        .stream("/Type /EmbeddedFile", "harmless".getBytes(US_ASCII))
                        .object("<< /Author (\u00E4\u00BD\u009C) /Creator (Word) /Producer (P)"
                                + " /CreationDate (D:20260401183000+09'00') /ModDate (D:2026) >>")
                        .bytes("/Info 9 0 R /ID [<0A0B> <0C0D>]");
    }

    @Test
    void statesWhatItSaysOfItsMaking() throws IOException {
        Facts facts = read(acting()).facts();

        assertThat(facts.text("author")).contains("作"); // UTF-8 without a mark
        assertThat(facts.text("application")).contains("Word");
        assertThat(facts.text("producer")).contains("P");
        assertThat(facts.time("created")).contains(Instant.parse("2026-04-01T09:30:00Z"));
        assertThat(facts.text("created_zone")).contains("+09:00");
        assertThat(facts.time("modified")).contains(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(facts.text("document_id")).contains("0a0b");
        assertThat(facts.text("instance_id")).contains("0c0d");
        assertThat(facts.text("language")).contains("ja-JP");
        assertThat(facts.text("pdf_version")).contains("1.7");
        assertThat(facts.number("pages")).hasValue(1);
        assertThat(facts.number("revisions")).hasValue(1);
        assertThat(facts.number("objects")).hasValue(9);
        assertThat(facts.flag("encrypted")).isFalse();
    }

    @Test
    void findsWhatActsAndWhatLiesInside() throws IOException {
        ArtefactReading reading = read(acting());

        Facts facts = reading.facts();
        assertThat(reading.damage()).isEmpty();
        assertThat(facts.texts("uris")).containsExactly("https://drive.example.net/p?id=7");
        assertThat(facts.flag("javascript")).isTrue();
        assertThat(facts.text("open_action")).contains("JavaScript");
        assertThat(facts.texts("attachments")).containsExactly("listed");
        assertThat(facts.texts("external")).containsExactly("cmd.exe /c echo 1");
        assertThat(reading.children())
                .extracting(child -> child.role() + " " + child.name() + " "
                        + new String(child.content().first(100), UTF_8))
                .containsExactlyInAnyOrder(
                        "EMBEDDED note.txt harmless",
                        "MACRO script1.js app.alert(1)",
                        "COMMAND launch1 cmd.exe /c echo 1");
    }

    @Test
    void aCutDocumentStillGivesItsAddresses() throws IOException {
        byte[] pdf = "%PDF-1.4\n/URI (https://a.example/\\(1\\)) /UR#49 (https://b.example/".getBytes(US_ASCII);

        ArtefactReading reading = read(pdf);

        assertThat(reading.damage()).isNotEmpty();
        assertThat(reading.facts().texts("uris")).containsExactly("https://a.example/(1)");
    }

    @Test
    void whatIsAppendedLaterCountsAsRevision() throws IOException {
        byte[] sound = acting();
        byte[] more = "\n%%EOF\n".getBytes(US_ASCII);
        byte[] pdf = Arrays.copyOf(sound, sound.length + more.length);
        System.arraycopy(more, 0, pdf, sound.length, more.length);

        assertThat(read(pdf).facts().number("revisions")).hasValue(2);
    }

    @Test
    void aBombIsMeasuredAndNotOpened() throws IOException {
        byte[] pdf = new PdfWriter()
                .object("<< /Type /Catalog /Pages 2 0 R >>").object("<< /Type /Pages /Kids [] /Count 0 >>").stream(
                                "/Type /ObjStm /N 1 /First 4", new byte[80 << 20])
                        .bytes("");

        ArtefactReading reading = read(pdf);

        assertThat(reading.damage()).hasAtLeastOneElementOfType(Damage.OverLimit.class);
        assertThat(reading.facts().values()).doesNotContainKey("pages");
    }

    @Test
    void deepNestingEndsInDamageOrFacts() throws IOException {
        String deep = "%PDF-1.4\n1 0 obj\n" + "[".repeat(1_000_000) + "\nendobj\ntrailer << /Root 1 0 R >>";

        assertThat(read(deep.getBytes(StandardCharsets.US_ASCII)).damage()).isNotEmpty();
    }
}
