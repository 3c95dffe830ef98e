package io.ashiato.readers;

import io.ashiato.bytes.Cursor;
import io.ashiato.bytes.MalformedException;
import java.nio.charset.Charset;
import java.util.Optional;

/// A file put into a document by Windows' packager: stream `\1Ole10Native` of compound files, data of class
/// `Package` in RTF. Its paths are those of the author's machine.
///
/// Layout as other readers of it agree on: u32 size; u16 type (2); label and source path, each ended by 0; u32 of
/// flags (0x00030000: embedded); u32 length and temporary path; u32 length and content; often the same three
/// texts once more in UTF-16.
///
/// @param label the file's name as shown
/// @param sourcePath where it came from
/// @param temporaryPath where it is put when it is opened; empty if it is not said
@SuppressWarnings("ArrayRecordComponent") // handed on as a child, never compared
public record OlePackage(String label, String sourcePath, String temporaryPath, byte[] content) {
    private static final int MAX_TEXT = 1_024;
    private static final int EMBEDDED = 3;

    /// Reads a package, with its leading size or without.
    ///
    /// @return empty where the bytes are no package; other programs put their own data into the same stream
    public static Optional<OlePackage> read(byte[] bytes, Charset charset) {
        return body(bytes, charset, 4).or(() -> body(bytes, charset, 0));
    }

    private static Optional<OlePackage> body(byte[] bytes, Charset charset, int from) {
        var cursor = Cursor.over(bytes, 0);
        try {
            cursor.skip("size", from);
            if (cursor.u16("type") != 2) {
                return Optional.empty();
            }
            String label = text(cursor, bytes, charset);
            String source = text(cursor, bytes, charset);
            cursor.skip("flags", 2);
            if (cursor.u16("kind") != EMBEDDED) {
                return Optional.empty();
            }
            long pathLength = cursor.u32("temporary path length");
            byte[] path = cursor.bytes("temporary path", pathLength);
            long size = Math.min(cursor.u32("content size"), cursor.remaining());
            byte[] content = cursor.bytes("content", size);
            return Optional.of(
                    new OlePackage(unicode(cursor).orElse(label), source, trimmed(new String(path, charset)), content));
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }

    /// The label in UTF-16: the second of three texts behind the content (temporary path, label, source).
    private static Optional<String> unicode(Cursor cursor) {
        try {
            cursor.utf16("temporary path", Math.min(cursor.u32("length"), MAX_TEXT));
            String label = cursor.utf16("label", Math.min(cursor.u32("length"), MAX_TEXT));
            return Optional.of(trimmed(label)).filter(text -> !text.isBlank());
        } catch (MalformedException e) {
            return Optional.empty(); // older Windows wrote none
        }
    }

    private static String text(Cursor cursor, byte[] bytes, Charset charset) {
        int from = (int) cursor.offset();
        int length = 0;
        while (length < MAX_TEXT && cursor.u8("text") != 0) {
            length++;
        }
        return new String(bytes, from, length, charset);
    }

    private static String trimmed(String text) {
        int end = text.indexOf(0);
        return end < 0 ? text : text.substring(0, end);
    }
}
