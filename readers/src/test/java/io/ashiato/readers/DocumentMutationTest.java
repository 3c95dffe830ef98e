package io.ashiato.readers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.ashiato.bytes.ByteSource;
import io.ashiato.readers.ole.OleDocumentWriter;
import io.ashiato.readers.ole.OleReader;
import io.ashiato.readers.ooxml.OoxmlReader;
import io.ashiato.readers.pdf.PdfReader;
import io.ashiato.readers.pdf.PdfWriter;
import io.ashiato.readers.rtf.RtfReader;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;
import org.junit.jupiter.params.provider.FieldSource;

/// Documents damaged at random: flipped bits, cuts, lengths that lie. Whatever comes, a reading comes back.
class DocumentMutationTest {
    private static final int MUTATIONS = 5_000;

    /// No damage may make one document cost seconds; a sound one costs about a millisecond.
    private static final Duration LONGEST = Duration.ofSeconds(10);

    interface Reader {
        ArtefactReading read(ByteSource source) throws IOException;
    }

    private static final VbaProjectWriter MACROS =
            new VbaProjectWriter("P", 932).document("ThisDocument", "").module("M", "Sub AutoOpen()\nEnd Sub\n");

    static final List<ArgumentSet> KINDS = List.of(
            argumentSet("ooxml", (Reader) OoxmlReader::read, ooxml()),
            argumentSet("ole", (Reader) OleReader::read, ole()),
            argumentSet("macros", (Reader) OleReader::read, MACROS.bytes()),
            argumentSet("pdf", (Reader) PdfReader::read, pdf()),
            argumentSet("rtf", (Reader) RtfReader::read, rtf()));

    @ParameterizedTest
    @FieldSource("KINDS")
    @Timeout(180)
    void mutatedDocumentsAreRead(Reader reader, byte[] sound) throws IOException {
        long seed = 42;
        var random = new Random(seed);
        int damaged = 0;
        for (int round = 0; round < MUTATIONS; round++) {
            byte[] document = mutated(sound, random);
            String origin = "seed " + seed + ", round " + round;
            long start = System.nanoTime();
            try {
                damaged += reader.read(ByteSource.of(document)).damage().isEmpty() ? 0 : 1;
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                throw new AssertionError(origin, e);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).as(origin).isLessThan(LONGEST);
        }
        assertThat(damaged).isPositive();
    }

    private static byte[] mutated(byte[] sound, Random random) {
        byte[] copy = random.nextInt(5) == 0 ? Arrays.copyOf(sound, random.nextInt(sound.length)) : sound.clone();
        for (int changes = 1 + random.nextInt(6); changes > 0 && copy.length > 8; changes--) {
            int at = random.nextInt(copy.length - 4);
            switch (random.nextInt(5)) {
                case 0 -> copy[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> copy[at] = (byte) random.nextInt();
                case 2 -> copy[at] = (byte) "{}[]<>()/\\".charAt(random.nextInt(10));
                case 3 -> Arrays.fill(copy, at, at + 4, (byte) (random.nextBoolean() ? 0xFF : 0));
                default -> {
                    int count = random.nextInt(Math.min(64, copy.length - at));
                    System.arraycopy(copy, random.nextInt(copy.length - count), copy, at, count);
                }
            }
        }
        return copy;
    }

    private static byte[] ooxml() {
        return new OoxmlWriter()
                .author("User")
                .rsids("00A1B2C3")
                .externalTemplate("https://t.example.net/a.dotm")
                .field("DDEAUTO c:\\\\cmd.exe")
                .embedded("o.bin", new byte[] {1, 2})
                .macros(MACROS.bytes())
                .bytes();
    }

    private static byte[] ole() {
        return new OleDocumentWriter()
                        .properties("作成者", "John", "Example KK", Instant.EPOCH)
                        .word()
                        .macros(MACROS)
                        .packaged("a.txt", "C:\\a.txt", new byte[] {1, 2, 3})
                        .stream("Workbook", HexFormat.of().parseHex("0908040000060500" + "85000900000000000000010041"))
                        .bytes();
    }

    private static byte[] pdf() {
        return new PdfWriter()
                        .object("<< /Type /Catalog /Pages 2 0 R /OpenAction 4 0 R /Names << /EmbeddedFiles"
                                + " << /Names [(f) 5 0 R] >> >> >>")
                        .object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
                        .object(
                                "<< /Type /Page /Parent 2 0 R /Annots [<< /A << /S /URI /URI (https://a.example/) >> >>] >>")
                        .object("<< /S /JavaScript /JS (app.alert\\(1\\)) >>")
                        .object("<< /Type /Filespec /F (note.txt) /EF << /F 6 0 R >> >>")
                        .stream("/Type /EmbeddedFile", "harmless".getBytes(UTF_8))
                        .object("<< /Author (A) /CreationDate (D:20260401183000+09'00') >>")
                        .bytes("/Info 7 0 R /ID [<0A0B> <0C0D>]");
    }

    private static byte[] rtf() {
        byte[] file = OleDocumentWriter.nativeData("n.txt", "C:\\n.txt", new byte[] {1, 2, 3});
        String object = "0105000002000000080000005061636b61676500" + "0000000000000000"
                + HexFormat.of().toHexDigits((byte) (file.length - 4)) + "000000"
                + HexFormat.of().formatHex(file, 4, file.length);
        return ("{\\rtf1\\ansi\\ansicpg932{\\info{\\author A\\u12354?}{\\creatim\\yr2026\\mo4\\dy1}}"
                        + "{\\*\\template https://t.example.net/u}{\\field{\\*\\fldinst HYPERLINK \"https://a.example\"}}"
                        + "{\\object\\objemb{\\*\\objclass Package}{\\*\\objdata " + object + "}}}")
                .getBytes(UTF_8);
    }
}
