package io.ashiato.readers.pdf;

import io.ashiato.bytes.ByteSource;
import io.ashiato.bytes.Damage;
import io.ashiato.model.EvidenceKind;
import io.ashiato.readers.ArtefactReading;
import io.ashiato.readers.ReadingBuilder;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/// Reads a PDF document, opened with the empty password where it is encrypted.
public final class PdfReader {
    private PdfReader() {}

    /// Facts of the document; embedded files, scripts and launched commands as children.
    ///
    /// @throws IOException if the machine fails to read
    public static ArtefactReading read(ByteSource source) throws IOException {
        var reading = new ReadingBuilder();
        if (source.size() > ArtefactReading.MAX_BYTES) {
            reading.damage(new Damage.OverLimit("document", 0, ArtefactReading.MAX_BYTES));
            return reading.build(EvidenceKind.PDF);
        }
        byte[] bytes = source.first(ArtefactReading.MAX_BYTES);
        var raw = new RawPdf(bytes);
        raw.tell(reading);
        if (!InflationGuard.allows(bytes, reading) || !parsed(bytes, reading)) {
            raw.tellAddresses(reading);
        }
        return reading.build(EvidenceKind.PDF);
    }

    /// Whether PDFBox could open it. This is the one place where what it throws on hostile files is caught; that
    /// includes errors, because its parser recurses along nested objects and believes sizes of decoded data.
    private static boolean parsed(byte[] bytes, ReadingBuilder reading) {
        try (PDDocument document = Loader.loadPDF(
                new RandomAccessReadBuffer(bytes), "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
            PdfProperties.tell(document, reading);
            new PdfObjects(document, reading).tell();
            return true;
        } catch (InvalidPasswordException e) {
            reading.facts().flag("encrypted", true).flag("password_needed", true);
            return true; // its texts are encrypted: there is nothing to find in the bytes
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            reading.unreadable("document structure");
            return false;
        }
    }
}
