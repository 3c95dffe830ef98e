package io.ashiato.readers.rtf;

import io.ashiato.bytes.ByteSource;
import io.ashiato.bytes.Damage;
import io.ashiato.model.EvidenceKind;
import io.ashiato.readers.ArtefactReading;
import io.ashiato.readers.ReadingBuilder;
import java.io.IOException;

/// Reads an RTF document.
public final class RtfReader {
    private RtfReader() {}

    /// Facts of the document; objects and packaged files as children.
    ///
    /// @throws IOException if the machine fails to read
    public static ArtefactReading read(ByteSource source) throws IOException {
        var reading = new ReadingBuilder();
        if (source.size() > ArtefactReading.MAX_BYTES) {
            reading.damage(new Damage.OverLimit("document", 0, ArtefactReading.MAX_BYTES));
            return reading.build(EvidenceKind.RTF);
        }
        var document = new RtfDocument(reading);
        new RtfScanner(source.first(ArtefactReading.MAX_BYTES), document).scan();
        document.finish();
        return reading.build(EvidenceKind.RTF);
    }
}
