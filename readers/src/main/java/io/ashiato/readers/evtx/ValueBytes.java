package io.ashiato.readers.evtx;

import io.ashiato.bytes.Cursor;
import io.ashiato.bytes.JsonText;
import io.ashiato.bytes.LittleEndian;
import java.nio.charset.StandardCharsets;

/// Single values as JSON, from where they lie in a chunk.
final class ValueBytes {
    private static final int NOT_SINGLE = -1;

    private final TimeText times = new TimeText();

    /// Whether a value stands by itself and is not empty.
    static boolean isSingle(int kind) {
        return (kind & 0xFFFF) != 0 && kind >> 16 <= ValueReader.HEX_INT64;
    }

    /// Writes a value that is not empty, in quotation marks unless JSON has a form of its own for it.
    ///
    /// @param kind type and size, as [SlotTable] has them
    /// @return where it stopped; negative if the value is none that stands by itself (a fragment, an array)
    int write(byte[] from, int at, int kind, byte[] to, int pos) {
        int size = kind & 0xFFFF;
        return switch (kind >> 16) {
            case ValueReader.TEXT -> {
                to[pos] = '"';
                yield quoted(to, JsonBytes.text(from, at, size, to, pos + 1));
            }
            case ValueReader.UINT8 -> JsonBytes.unsigned(from[at] & 0xFF, to, pos);
            case ValueReader.UINT16 -> JsonBytes.unsigned(LittleEndian.u16(from, at), to, pos);
            case ValueReader.UINT32 -> JsonBytes.unsigned(Integer.toUnsignedLong(LittleEndian.i32(from, at)), to, pos);
            case ValueReader.UINT64 -> JsonBytes.unsigned(LittleEndian.i64(from, at), to, pos);
            case ValueReader.HEX_INT32 -> hexadecimal(Integer.toUnsignedLong(LittleEndian.i32(from, at)), to, pos);
            case ValueReader.HEX_INT64 -> hexadecimal(LittleEndian.i64(from, at), to, pos);
            case ValueReader.FILETIME -> {
                to[pos] = '"';
                yield quoted(to, times.write(LittleEndian.i64(from, at), to, pos + 1));
            }
            case ValueReader.GUID -> {
                to[pos] = '"';
                yield quoted(to, JsonBytes.guid(from, at, to, pos + 1));
            }
            case ValueReader.SID -> {
                to[pos] = '"';
                yield quoted(to, JsonBytes.sid(from, at, to, pos + 1));
            }
            default -> rare(from, at, kind >> 16, size, to, pos);
        };
    }

    private static int quoted(byte[] to, int pos) {
        to[pos] = '"';
        return pos + 1;
    }

    private static int hexadecimal(long value, byte[] to, int pos) {
        to[pos] = '"';
        return quoted(to, JsonBytes.hexadecimal(value, to, pos + 1));
    }

    /// Types that hardly occur; apart, so that the compiler of the machine can keep the others short.
    private static int rare(byte[] from, int at, int type, int size, byte[] to, int pos) {
        return switch (type) {
            case ValueReader.INT8 -> JsonBytes.signed(from[at], to, pos);
            case ValueReader.INT16 -> JsonBytes.signed((short) LittleEndian.u16(from, at), to, pos);
            case ValueReader.INT32 -> JsonBytes.signed(LittleEndian.i32(from, at), to, pos);
            case ValueReader.INT64 -> JsonBytes.signed(LittleEndian.i64(from, at), to, pos);
            case ValueReader.BOOL -> truth(LittleEndian.i32(from, at), to, pos);
            case ValueReader.SIZE_T ->
                hexadecimal(
                        size == 4 ? Integer.toUnsignedLong(LittleEndian.i32(from, at)) : LittleEndian.i64(from, at),
                        to,
                        pos);
            case ValueReader.BINARY -> {
                to[pos] = '"';
                yield quoted(to, JsonBytes.binary(from, at, size, to, pos + 1));
            }
            case ValueReader.REAL32, ValueReader.REAL64, ValueReader.ANSI_TEXT, ValueReader.SYSTEMTIME ->
                text(plain(from, at, type, size).text(), to, pos);
            default -> NOT_SINGLE;
        };
    }

    private static int truth(int value, byte[] to, int pos) {
        return switch (value) {
            case 0 -> JsonBytes.ascii("false", to, pos);
            case 1 -> JsonBytes.ascii("true", to, pos);
            default -> JsonBytes.signed(value, to, pos);
        };
    }

    private static BinXmlValue plain(byte[] from, int at, int type, int size) {
        Cursor in = Cursor.over(from, 0);
        in.skip("value", at);
        return ValueReader.sized(in, type, size, flaw -> {});
    }

    private static int text(String text, byte[] to, int pos) {
        var quoted = new StringBuilder(text.length() + 2);
        JsonText.quote(quoted, text);
        byte[] bytes = quoted.toString().getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, to, pos, bytes.length);
        return pos + bytes.length;
    }

    /// Writes an array of texts, each ended by a NUL, the last perhaps not: one alone as a text, more as a list.
    int list(byte[] from, int at, int size, byte[] to, int pos) {
        int end = at + size;
        int count = 0;
        int written = pos + 1;
        for (int item = at; item < end; ) {
            int itemEnd = nul(from, item, end);
            to[written] = '"';
            written = quoted(to, JsonBytes.text(from, item, itemEnd - item, to, written + 1));
            to[written++] = ',';
            count++;
            item = itemEnd + 2;
        }
        if (count == 1) { // not a list: the text moves to where it would have begun
            System.arraycopy(to, pos + 1, to, pos, written - pos - 2);
            return written - 2;
        }
        to[pos] = '[';
        to[written - 1] = ']';
        return written;
    }

    /// Where the next NUL is, or the end.
    static int nul(byte[] from, int at, int end) {
        int place = at;
        while (place < end && LittleEndian.u16(from, place) != 0) {
            place += 2;
        }
        return place;
    }
}
