package io.ashiato.readers.ole;

import io.ashiato.bytes.Cursor;
import io.ashiato.bytes.Damage;
import io.ashiato.bytes.MalformedException;
import io.ashiato.readers.ArtefactReading;
import io.ashiato.readers.CompoundFile;
import io.ashiato.readers.ReadingBuilder;
import io.ashiato.readers.VbaProject;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// A presentation of PowerPoint 97 to 2003 (MS-PPT): macros and embedded objects, which lie as whole compound files
/// inside its records, links, who last saved it.
final class Presentation {
    private static final int OBJECT_STORAGE = 0x1011;
    private static final int HYPERLINK = 0x0FD7;
    private static final int TEXT = 0x0FBA;
    private static final int ADDRESS = 1; // instance of the text in a hyperlink that is its target

    /// First field of the stream `Current User` (2.3.2).
    private static final long ENCRYPTED_TOKEN = 0xF3D1_C4DFL;

    /// Containers in containers; PowerPoint nests ten.
    private static final int MAX_DEPTH = 32;

    private static final int MAX_RECORDS = 500_000;
    private static final int MAX_LINKS = 5_000;

    private final ReadingBuilder reading;
    private final Set<String> external;
    private final List<VbaProject> macros = new ArrayList<>();
    private int records;
    private int objects;

    private Presentation(Set<String> external, ReadingBuilder reading) {
        this.external = external;
        this.reading = reading;
    }

    /// @return the macros, which are told with those of the other places
    static List<VbaProject> tell(CompoundFile file, Set<String> external, ReadingBuilder reading) {
        var stream = file.bytes("PowerPoint Document");
        if (stream.isEmpty()) {
            return List.of();
        }
        reading.facts().text("document_type", "powerpoint");
        var presentation = new Presentation(external, reading);
        try {
            file.bytes("Current User").ifPresent(presentation::currentUser);
            presentation.records(Cursor.over(stream.get(), 0), 0, false);
        } catch (MalformedException e) {
            reading.damage(e);
        }
        return presentation.macros;
    }

    private void currentUser(byte[] bytes) {
        var cursor = Cursor.over(bytes, 0);
        cursor.skip("header and size", 12);
        reading.facts().flag("encrypted", cursor.u32("token") == ENCRYPTED_TOKEN);
        cursor.skip("offset", 4);
        int length = cursor.u16("user name length");
        cursor.skip("versions", 6);
        if (length <= cursor.remaining()) {
            String name = cursor.latin1("user name", length).strip();
            if (!name.isEmpty()) {
                reading.facts().text("current_user", name);
            }
        }
    }

    private void records(Cursor cursor, int depth, boolean inLink) {
        while (cursor.remaining() >= 8) {
            if (++records > MAX_RECORDS) {
                throw new MalformedException(new Damage.OverLimit("records", cursor.offset(), MAX_RECORDS));
            }
            int header = cursor.u16("record header");
            int type = cursor.u16("record type");
            long size = Math.min(cursor.u32("record size"), cursor.remaining());
            Cursor record = cursor.window("record", size);
            boolean container = (header & 0xF) == 0xF;
            if (type == OBJECT_STORAGE) {
                object(record, header >> 4 == 1);
            } else if (container && depth < MAX_DEPTH) {
                records(record, depth + 1, type == HYPERLINK);
            } else if (inLink && type == TEXT && header >> 4 == ADDRESS && external.size() < MAX_LINKS) {
                external.add(record.utf16("address", record.remaining() / 2));
            }
        }
    }

    private void object(Cursor record, boolean compressed) {
        byte[] bytes;
        if (compressed) {
            record.skip("inflated size", 4);
            bytes = inflated(record.bytes("object", record.remaining()));
        } else {
            bytes = record.bytes("object", record.remaining());
        }
        Optional<CompoundFile> file =
                CompoundFile.hasMagic(bytes) ? CompoundFile.open(bytes, reading) : Optional.empty();
        List<VbaProject> found = file.map(f -> VbaProject.in(f, reading)).orElse(List.of());
        macros.addAll(found);
        if (found.isEmpty() && bytes.length > 0) {
            reading.embedded("object" + ++objects, Optional.empty(), bytes);
        }
    }

    private byte[] inflated(byte[] packed) {
        var inflater = new Inflater();
        var out = new ByteArrayOutputStream();
        try {
            inflater.setInput(packed);
            var buffer = new byte[16_384];
            for (int count = inflater.inflate(buffer); count > 0; count = inflater.inflate(buffer)) {
                out.write(buffer, 0, count);
                if (out.size() > ArtefactReading.MAX_BYTES / 4) {
                    reading.damage(new Damage.OverLimit("inflated object", 0, ArtefactReading.MAX_BYTES / 4));
                    break;
                }
            }
        } catch (DataFormatException e) {
            reading.unreadable("object");
        } finally {
            inflater.end();
        }
        return out.toByteArray();
    }
}
