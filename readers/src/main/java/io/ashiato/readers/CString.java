package io.ashiato.readers;

import io.ashiato.bytes.Cursor;
import io.ashiato.bytes.Damage;
import io.ashiato.bytes.MalformedException;

/// Text that a zero byte ends, as the tables of executables hold names. One instance serves one file: many entries can
/// point to the same long text, so that what all together unfold to is bounded, too.
public final class CString {
    /// Decorated names of C++ run to a few hundred characters; longer ones are cut.
    private static final int MAX_CHARACTERS = 2_048;

    /// Linkers share the ends of names, so that all together may be somewhat longer than the file.
    private static final int SHARING = 2;

    private final long limit;
    private long left;

    /// @param fileSize bytes
    public CString(long fileSize) {
        limit = fileSize * SHARING;
        left = limit;
    }

    /// Reads to the zero byte, to the end or as far as names go; each byte becomes the character of that number.
    ///
    /// @throws MalformedException if all texts of the file together grow over the limit
    public String read(Cursor cursor, String field) {
        var text = new StringBuilder();
        while (cursor.remaining() > 0 && text.length() < MAX_CHARACTERS) {
            int c = cursor.u8(field);
            if (c == 0) {
                break;
            }
            text.append((char) c);
        }
        left -= text.length();
        if (left < 0) {
            throw new MalformedException(new Damage.OverLimit(field, cursor.offset(), limit));
        }
        return text.toString();
    }
}
