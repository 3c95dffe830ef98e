package io.ashiato.readers.onenote;

import io.ashiato.bytes.ByteSource;
import io.ashiato.bytes.Cursor;
import io.ashiato.bytes.Damage;
import io.ashiato.bytes.MalformedException;
import io.ashiato.model.EvidenceKind;
import io.ashiato.readers.ArtefactReading;
import io.ashiato.readers.ReadingBuilder;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// Reads a OneNote section. Embedded files are found by the mark in front of each and not by the section's own lists,
/// so that deleted ones, which stay in the section, are found too.
public final class OneNoteReader {
    /// `guidHeader` of a FileDataStoreObject (MS-ONESTORE 2.6.13).
    private static final byte[] FILE = HexFormat.of().parseHex("e716e3bd65261145a4c48d4d0b7a9eac");

    private OneNoteReader() {}

    /// The number of embedded files as fact, the files as children, named by their number: their names stand with
    /// the pages.
    ///
    /// @throws IOException if the machine fails to read
    public static ArtefactReading read(ByteSource source) throws IOException {
        var reading = new ReadingBuilder();
        if (source.size() > ArtefactReading.MAX_BYTES) {
            reading.damage(new Damage.OverLimit("section", 0, ArtefactReading.MAX_BYTES));
            return reading.build(EvidenceKind.ONENOTE);
        }
        byte[] section = source.first(ArtefactReading.MAX_BYTES);
        int found = 0;
        for (int at = 0; at + FILE.length <= section.length && found < ReadingBuilder.MAX_CHILDREN; at++) {
            if (section[at] == FILE[0] && Arrays.equals(section, at, at + FILE.length, FILE, 0, FILE.length)) {
                found++;
                at += file(section, at, found, reading);
            }
        }
        reading.facts().number("embedded_files", found);
        return reading.build(EvidenceKind.ONENOTE);
    }

    /// Returns how many bytes of content follow, which are not searched again.
    private static int file(byte[] section, int at, int number, ReadingBuilder reading) {
        var cursor = Cursor.over(section, 0);
        try {
            cursor.skip("mark", at + (long) FILE.length);
            long size = cursor.i64("file size");
            cursor.skip("reserved", 12);
            byte[] content = cursor.bytes("file", size);
            reading.embedded("file" + number, Optional.empty(), content);
            return content.length;
        } catch (MalformedException e) {
            reading.damage(e);
            return 0;
        }
    }
}
