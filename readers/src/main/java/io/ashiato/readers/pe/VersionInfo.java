package io.ashiato.readers.pe;

import io.ashiato.bytes.Cursor;
import io.ashiato.bytes.Damage;
import io.ashiato.bytes.MalformedException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a program says of itself in its version resource.
/// Source: Microsoft, *VS_VERSIONINFO structure*.
///
/// @param texts by the names in the file, such as `CompanyName`, in its order
/// @param table language and code page of the texts, eight hexadecimal digits; empty if there is none
record VersionInfo(Map<String, String> texts, String table) {
    static final VersionInfo NONE = new VersionInfo(Map.of(), "");

    /// Texts of one resource; Windows' own have a dozen.
    private static final int MAX_TEXTS = 256;

    /// Levels below the resource itself: kind of information, table of one language, text.
    private static final int FILE_INFO_LEVEL = 1;

    private static final int TABLE_LEVEL = 2;
    private static final int TEXT_LEVEL = 3;
    private static final int HEADER_SIZE = 6;

    /// Larger ones are no version resources.
    private static final long MAX_SIZE = 1 << 16;

    static VersionInfo read(PeFile file, PeResources resources, List<Damage> damage) {
        for (var item : resources.items()) {
            if (item.type() == PeResources.VERSION_INFO) {
                var reader = new Reader();
                try {
                    var data = file.at("version resource", item.address());
                    reader.block(data.window("version resource", Math.min(item.size(), MAX_SIZE)), 0);
                } catch (MalformedException e) {
                    damage.add(e.damage());
                }
                return new VersionInfo(reader.texts, reader.table);
            }
        }
        return NONE;
    }

    private static final class Reader {
        private final Map<String, String> texts = new LinkedHashMap<>();
        private String table = "";

        /// Reads one block with those inside it.
        private void block(Cursor cursor, int level) {
            long start = cursor.offset();
            int length = cursor.u16("version wLength");
            int valueLength = cursor.u16("version wValueLength");
            boolean text = cursor.u16("version wType") == 1;
            var body = cursor.window("version block", Math.max(0, Math.min(length - HEADER_SIZE, cursor.remaining())));
            String key = zeroTerminated(body);
            align(body, start);
            if (level == FILE_INFO_LEVEL && !key.equals("StringFileInfo")) {
                return;
            }
            if (level == TABLE_LEVEL && table.isEmpty()) {
                table = key;
            }
            if (level == TEXT_LEVEL) {
                if (texts.size() < MAX_TEXTS && text) {
                    texts.putIfAbsent(key, zeroTerminated(body));
                }
                return;
            }
            body.skip("version value", Math.min(valueLength, body.remaining()));
            align(body, start);
            children(body, start, level + 1);
        }

        private void children(Cursor body, long start, int level) {
            while (body.remaining() > HEADER_SIZE) {
                int length = body.fork().u16("version wLength");
                if (length < HEADER_SIZE) {
                    return;
                }
                block(body.fork(), level);
                body.skip("version block", Math.min(length, body.remaining()));
                align(body, start);
            }
        }

        private static String zeroTerminated(Cursor cursor) {
            var text = new StringBuilder();
            while (cursor.remaining() >= 2) {
                char c = (char) cursor.u16("version text");
                if (c == 0) {
                    break;
                }
                text.append(c);
            }
            return text.toString();
        }

        /// Everything begins at a multiple of four bytes from the start of the resource, which itself does.
        private static void align(Cursor cursor, long start) {
            long gap = -(cursor.offset() - start) & 3;
            cursor.skip("padding", Math.min(gap, cursor.remaining()));
        }
    }
}
