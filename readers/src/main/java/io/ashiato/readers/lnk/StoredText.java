package io.ashiato.readers.lnk;

import io.ashiato.bytes.Cursor;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Text as the shortcut stores it. Which code page an ANSI text is in, the file does not say: that is
/// decided once all texts of the file are known.
///
/// @param chars UTF-16 text, or of ANSI text one character for each byte
record StoredText(String chars, boolean ansi) {
    static final StoredText EMPTY = new StoredText("", false);

    static StoredText unicode(String chars) {
        return new StoredText(chars, false);
    }

    static StoredText ansi(String bytes) {
        return new StoredText(bytes, true);
    }

    /// ANSI text up to a NUL, or to the end of the structure where there is none.
    static StoredText ansiUntilNul(Cursor in, String field) {
        var text = new StringBuilder();
        while (in.remaining() > 0) {
            int c = in.u8(field);
            if (c == 0) {
                break;
            }
            text.append((char) c);
        }
        return ansi(text.toString());
    }

    /// UTF-16 text up to a NUL, or to the end of the structure where there is none.
    static StoredText unicodeUntilNul(Cursor in, String field) {
        var text = new StringBuilder();
        while (in.remaining() > 1) {
            char c = (char) in.u16(field);
            if (c == 0) {
                break;
            }
            text.append(c);
        }
        return unicode(text.toString());
    }

    boolean isEmpty() {
        return chars.isEmpty();
    }

    boolean isAscii() {
        return chars.chars().allMatch(c -> c < 0x80);
    }

    byte[] bytes() {
        return chars.getBytes(StandardCharsets.ISO_8859_1);
    }

    String decoded(Charset codePage) {
        return !ansi || isAscii() ? chars : new String(bytes(), codePage);
    }

    /// This text, or another where this is empty.
    StoredText or(StoredText other) {
        return isEmpty() ? other : this;
    }
}
