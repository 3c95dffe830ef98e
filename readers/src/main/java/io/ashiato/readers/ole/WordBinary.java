package io.ashiato.readers.ole;

import io.ashiato.bytes.Cursor;
import io.ashiato.bytes.Damage;
import io.ashiato.bytes.MalformedException;
import io.ashiato.readers.CodePages;
import io.ashiato.readers.CompoundFile;
import io.ashiato.readers.FieldInstructions;
import io.ashiato.readers.ReadingBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A document of Word 97 and later (MS-DOC): what its header and tables tell, and the fields of its text.
final class WordBinary {
    private static final int MAGIC = 0xA5EC;
    private static final int FIRST_WITH_TABLES = 0x00C1; // Word 97; older ones have no table stream
    private static final int ENCRYPTED = 0x0100;
    private static final int SECOND_TABLE = 0x0200;

    /// Places of offset and size in the header (MS-DOC 2.5.6).
    private static final int ASSOCIATED_TEXTS_AT = 0x019A;

    private static final int PIECES_AT = 0x01A2;
    private static final int SAVED_BY_AT = 0x02D2;

    /// Number of the attached template among the associated texts (2.9.277).
    private static final int TEMPLATE = 1;

    private static final int MAX_TEXTS = 1_000;

    /// Text that is searched for fields; a thick book has 2 million characters.
    private static final int MAX_CHARACTERS = 8 << 20;

    private static final int MAX_PIECES = 100_000;

    private WordBinary() {}

    static void tell(CompoundFile file, Set<String> external, ReadingBuilder reading) {
        var stream = file.bytes("WordDocument");
        if (stream.isEmpty()) {
            return;
        }
        reading.facts().text("document_type", "word");
        var header = Cursor.over(stream.get(), 0);
        try {
            int magic = header.u16("magic");
            int version = header.u16("version");
            header.skip("product", 2);
            reading.facts().number("language_id", header.u16("language"));
            header.skip("next document", 2);
            int flags = header.u16("flags");
            boolean encrypted = (flags & ENCRYPTED) != 0;
            reading.facts().flag("encrypted", encrypted);
            if (magic != MAGIC || version < FIRST_WITH_TABLES || encrypted) {
                return;
            }
            var table = file.bytes((flags & SECOND_TABLE) != 0 ? "1Table" : "0Table");
            if (table.isEmpty()) {
                reading.unreadable("table stream");
                return;
            }
            associated(texts(stream.get(), ASSOCIATED_TEXTS_AT, table.get()), external, reading);
            savedBy(texts(stream.get(), SAVED_BY_AT, table.get()), reading);
            fields(stream.get(), table.get(), reading);
        } catch (MalformedException e) {
            reading.damage(e);
        }
    }

    private static Cursor at(byte[] stream, long offset) {
        var cursor = Cursor.over(stream, 0);
        cursor.skip("offset", offset);
        return cursor;
    }

    private static void associated(List<String> texts, Set<String> external, ReadingBuilder reading) {
        if (texts.size() > TEMPLATE && !texts.get(TEMPLATE).isEmpty()) {
            String template = texts.get(TEMPLATE);
            reading.facts().text("attached_template", template);
            if (template.contains("://") || template.startsWith("\\\\")) {
                external.add(template);
            }
        }
    }

    /// Who saved the document where, as Word 97 to 2002 kept it: names and paths in turn, the last ten.
    private static void savedBy(List<String> texts, ReadingBuilder reading) {
        if (!texts.isEmpty()) {
            var history = new ArrayList<String>();
            for (int i = 0; i + 1 < texts.size(); i += 2) {
                history.add(texts.get(i) + ": " + texts.get(i + 1));
            }
            reading.facts().texts("saved_by", history);
        }
    }

    /// A table of texts in UTF-16 (STTB, 2.2.4), empty where the document has none.
    private static List<String> texts(byte[] document, int at, byte[] table) {
        Cursor place = at(document, at);
        long offset = place.u32("offset");
        long size = place.u32("size");
        var texts = new ArrayList<String>();
        if (size < 6) {
            return texts;
        }
        Cursor cursor = at(table, offset).window("texts", size);
        boolean wide = cursor.u16("wide") == 0xFFFF;
        int count = wide ? cursor.u16("texts") : 0;
        int extra = cursor.u16("extra");
        for (int i = 0; i < Math.min(count, MAX_TEXTS) && cursor.remaining() >= 2; i++) {
            texts.add(cursor.utf16("text", cursor.u16("text length")));
            cursor.skip("extra", Math.min(extra, cursor.remaining()));
        }
        return texts;
    }

    /// Fields in the text: character 0x13, the instruction, perhaps 0x14 and what is shown, 0x15 (2.8.25).
    private static void fields(byte[] document, byte[] table, ReadingBuilder reading) {
        Cursor place = at(document, PIECES_AT);
        long offset = place.u32("pieces offset");
        long size = place.u32("pieces size");
        if (size == 0) {
            return; // no text
        }
        Cursor clx = at(table, offset).window("pieces", size);
        while (clx.remaining() > 0 && clx.u8("piece table mark") == 1) {
            clx.skip("properties", clx.u16("properties size"));
        }
        Cursor positions = clx.window("piece table", clx.u32("piece table size"));
        int count = (positions.remaining() - 4) / 12;
        if (count > MAX_PIECES) {
            throw new MalformedException(new Damage.OverLimit("pieces", positions.offset(), MAX_PIECES));
        }
        Cursor places = positions.fork();
        places.skip("positions", 4L * (count + 1));
        var fields = new FieldInstructions();
        long left = MAX_CHARACTERS;
        long from = positions.u32("piece position");
        for (int i = 0; i < count && left > 0; i++) {
            long to = positions.u32("piece position");
            places.skip("piece flags", 2);
            long at = places.u32("piece place");
            places.skip("piece properties", 2);
            if (to < from) {
                throw new MalformedException(
                        new Damage.OutOfRange("piece position", positions.offset(), to, from, MAX_CHARACTERS));
            }
            scan(piece(document, at, Math.min(to - from, left)), fields);
            left -= to - from;
            from = to;
        }
        fields.finish();
        fields.tell(reading);
    }

    /// Bit 30 of the place says that characters are bytes of code page 1252, and that the place is doubled.
    private static String piece(byte[] document, long place, long characters) {
        boolean bytes = (place & 0x4000_0000) != 0;
        long offset = bytes ? (place & 0x3FFF_FFFF) / 2 : place & 0x3FFF_FFFF;
        Cursor cursor = at(document, offset);
        return bytes
                ? new String(cursor.bytes("piece", characters), CodePages.charset(CodePages.WINDOWS_1252))
                : cursor.utf16("piece", characters);
    }

    private static void scan(String text, FieldInstructions fields) {
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x13 && c <= 0x15) {
                fields.append(text.substring(from, i));
                from = i + 1;
                switch (c) {
                    case 0x13 -> fields.begin();
                    case 0x14 -> fields.separate();
                    default -> fields.end();
                }
            }
        }
        fields.append(text.substring(from));
    }
}
