package io.ashiato.readers.ole;

import io.ashiato.bytes.Cursor;
import io.ashiato.bytes.MalformedException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// Addresses in serialised monikers (MS-OSHARED 2.3.7): those of linked objects and of hyperlinks. Found by their
/// class ids wherever they lie, because what stands around them differs and is often made to mislead.
final class Monikers {
    private static final byte[] URL = HexFormat.of().parseHex("e0c9ea79f9bace118c8200aa004ba90b");
    private static final byte[] FILE = HexFormat.of().parseHex("0303000000000000c000000000000046");
    private static final int MAX_ADDRESS = 16_384;
    private static final int MAX_FOUND = 256;

    private Monikers() {}

    static List<String> in(byte[] bytes) {
        var found = new ArrayList<String>();
        for (int at = 0; at + 16 <= bytes.length && found.size() < MAX_FOUND; at++) {
            try {
                if (Arrays.equals(bytes, at, at + 16, URL, 0, 16)) {
                    found.add(url(bytes, at + 16));
                } else if (Arrays.equals(bytes, at, at + 16, FILE, 0, 16)) {
                    found.add(file(bytes, at + 16));
                }
            } catch (MalformedException e) {
                // Sixteen bytes of anything may look like a class id.
            }
        }
        found.removeIf(String::isBlank);
        return found;
    }

    private static String url(byte[] bytes, int at) {
        Cursor cursor = at(bytes, at);
        long size = Math.min(cursor.u32("address size"), MAX_ADDRESS);
        return trimmed(cursor.utf16("address", Math.min(size, cursor.remaining()) / 2));
    }

    /// Steps up, then the path in ANSI; the longer one in UTF-16 behind it is the same in nearly all cases.
    private static String file(byte[] bytes, int at) {
        Cursor cursor = at(bytes, at);
        int up = cursor.u16("steps up");
        long size = cursor.u32("path size");
        byte[] path = cursor.bytes("path", Math.min(size, MAX_ADDRESS));
        return "..\\".repeat(Math.min(up, 16)) + trimmed(new String(path, StandardCharsets.ISO_8859_1));
    }

    private static Cursor at(byte[] bytes, int at) {
        var cursor = Cursor.over(bytes, 0);
        cursor.skip("moniker", at);
        return cursor;
    }

    private static String trimmed(String text) {
        int end = text.indexOf(0);
        return end < 0 ? text : text.substring(0, end);
    }
}
