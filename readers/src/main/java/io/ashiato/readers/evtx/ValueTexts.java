package io.ashiato.readers.evtx;

import io.ashiato.bytes.Cursor;
import io.ashiato.bytes.LittleEndian;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Single values as text, from where they lie in a chunk: what [BinXmlValue#text] gives.
final class ValueTexts {
    /// Room for the longest value that is no text and not binary: a SID of 255 sub-authorities.
    private static final int SCRATCH = 4096;

    private final ValueBytes values = new ValueBytes();
    private final byte[] scratch = new byte[SCRATCH];

    /// @param kind type and size, as [SlotTable] has them; a value that stands by itself, or an empty one
    String text(byte[] from, int at, int kind) {
        int size = kind & 0xFFFF;
        if (size == 0) {
            return "";
        }
        return switch (kind >> 16) {
            case ValueReader.TEXT -> units(from, at, size);
            case ValueReader.BINARY, ValueReader.ANSI_TEXT -> plain(from, at, kind >> 16, size);
            default -> {
                int end = values.write(from, at, kind, scratch, 0);
                boolean quoted = scratch[0] == '"';
                yield new String(
                        scratch, quoted ? 1 : 0, quoted ? end - 2 : end, StandardCharsets.ISO_8859_1); // all ASCII
            }
        };
    }

    /// UTF-16 units as they are, unpaired surrogates too.
    static String units(byte[] from, int at, int size) {
        var bytes = new byte[size / 2];
        int all = 0;
        for (int i = 0; i < bytes.length; i++) {
            int unit = LittleEndian.u16(from, at + 2 * i);
            all |= unit;
            bytes[i] = (byte) unit;
        }
        if (all < 0x100) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
        Cursor in = Cursor.over(from, 0);
        in.skip("value", at);
        return in.utf16("value", size / 2);
    }

    /// Texts that each end with a NUL; the last may lack it.
    static List<String> items(byte[] from, int at, int size) {
        var items = new ArrayList<String>();
        int end = at + size;
        for (int item = at; item < end; ) {
            int itemEnd = ValueBytes.nul(from, item, end);
            items.add(units(from, item, itemEnd - item));
            item = itemEnd + 2;
        }
        return items;
    }

    /// How many texts [#items] has.
    static int count(byte[] from, int at, int size) {
        int count = 0;
        for (int item = at; item < at + size; item = ValueBytes.nul(from, item, at + size) + 2) {
            count++;
        }
        return count;
    }

    private static String plain(byte[] from, int at, int type, int size) {
        Cursor in = Cursor.over(from, 0);
        in.skip("value", at);
        return ValueReader.sized(in, type, size, flaw -> {}).text();
    }
}
