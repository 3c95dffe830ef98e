package io.ashiato.readers.evtx;

import io.ashiato.bytes.LittleEndian;

/// The tokens of a fragment that is no template instance (MS-EVEN6 2.2.12), one after the other, with the names and
/// texts between them: what Windows writes there. Any other value is refused. For one thread.
final class ElementTokens {
    /// Stands for the end of the fragment.
    static final int NONE = -1;

    static final int OPEN_START_TAG = 0x01;
    static final int CLOSE_START_TAG = 0x02;
    static final int CLOSE_EMPTY_TAG = 0x03;
    static final int END_TAG = 0x04;
    static final int VALUE = 0x05;
    static final int ATTRIBUTE = 0x06;
    static final int FRAGMENT_HEADER = 0x0F;

    /// Bytes of a fragment's header behind its token.
    static final int FRAGMENT_HEADER_REST = 3;

    /// Set in the token of an element that has attributes.
    static final int MORE = 0x40;

    private static final int END_OF_STREAM = 0x00;
    private static final int NAME_HEADER_SIZE = 8; // next name (4), hash (2), length (2)

    /// Names of Windows have a few dozen; one may be used thousands of times.
    private static final int MOST_NAME_UNITS = 256;

    private byte[] chunk = new byte[0];
    private int length;
    private int at;
    private int end;

    private int nameAt;
    private int nameUnits;
    private int textAt;
    private int textSize;

    /// Turns to another fragment.
    ///
    /// @param length bytes of `chunk` that are there
    /// @param from where the fragment begins
    void turnTo(byte[] chunk, int length, int from, int size) {
        this.chunk = chunk;
        this.length = length;
        at = from;
        end = from + size;
    }

    /// Whether another element may follow the last one outermost.
    boolean hasMore() {
        return at < end && chunk[at] != END_OF_STREAM;
    }

    /// Whether all that was read lay in the fragment.
    boolean isWithin() {
        return at <= end;
    }

    /// The next token, or [#NONE].
    int next() {
        return at < end ? chunk[at++] & 0xFF : NONE;
    }

    /// Whether a token is this one, with or without [#MORE].
    static boolean is(int token, int kind) {
        return (token & ~MORE) == kind;
    }

    void skip(int bytes) {
        at += bytes;
    }

    /// Reads a name, which is given by its place in the chunk; where it is first used, it lies right here.
    boolean name() {
        if (end - at < 4) {
            return false;
        }
        int place = LittleEndian.i32(chunk, at);
        at += 4;
        if (place < 0 || place > length - NAME_HEADER_SIZE) {
            return false;
        }
        nameAt = place + NAME_HEADER_SIZE;
        nameUnits = LittleEndian.u16(chunk, nameAt - 2);
        if (nameUnits > MOST_NAME_UNITS || 2 * nameUnits > length - nameAt) {
            return false;
        }
        if (place == at) {
            at = nameAt + 2 * nameUnits + 2; // ends with a NUL
        }
        return at <= end;
    }

    /// Where the units of the name read last begin.
    int nameAt() {
        return nameAt;
    }

    /// How many units it has.
    int nameUnits() {
        return nameUnits;
    }

    /// Reads a value behind its token, if it is a text; the NULs that end it are no part of it.
    boolean text() {
        if (end - at < 3 || chunk[at] != ValueReader.TEXT) {
            return false;
        }
        int size = 2 * LittleEndian.u16(chunk, at + 1);
        textAt = at + 3;
        if (size > end - textAt) {
            return false;
        }
        at = textAt + size;
        while (size > 0 && LittleEndian.u16(chunk, textAt + size - 2) == 0) {
            size -= 2;
        }
        textSize = size;
        return true;
    }

    /// Where the text read last begins.
    int textAt() {
        return textAt;
    }

    /// Its size in bytes.
    int textSize() {
        return textSize;
    }
}
