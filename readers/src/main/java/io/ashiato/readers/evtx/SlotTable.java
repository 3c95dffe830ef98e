package io.ashiato.readers.evtx;

import io.ashiato.bytes.Cursor;
import io.ashiato.bytes.LittleEndian;

/// Where the values of one record's template instances lie, and what they are: nothing is read of the values
/// themselves, and nothing is allocated.
///
/// Holds only values that are sound beyond doubt; an instance with any other is left to the plain reader, which
/// knows how to tell what is wrong. Who wants few values of each instance may [#locate] all and [#isSound] those
/// alone.
final class SlotTable {
    /// A chunk has room for no more: each takes four bytes of a table.
    private static final int MOST_SLOTS = EvtxFile.CHUNK_SIZE / 4;

    // What a type asks of a size; positive numbers are the one size that it has.
    private static final int UNITS = -1;
    private static final int SINGLE_BYTES = -2;
    private static final int ANY = -3;
    private static final int ONE_SID = -4;
    private static final int WORD = -5;
    private static final int CALENDAR = -6;

    private static final byte[] SIZES = sizes();

    /// Of each value: where it begins in the chunk.
    private final int[] at = new int[MOST_SLOTS];

    /// Of each value: its type, and in the lower 16 bits its size in bytes without the NULs that end a text.
    private final int[] kind = new int[MOST_SLOTS];

    private int end;
    private int fragments;
    private int arrays;

    private static byte[] sizes() {
        var sizes = new byte[256];
        sizes[ValueReader.TEXT] = UNITS;
        sizes[ValueReader.ANSI_TEXT] = SINGLE_BYTES;
        sizes[ValueReader.BINARY] = ANY;
        sizes[ValueReader.SID] = ONE_SID;
        sizes[ValueReader.SIZE_T] = WORD;
        sizes[ValueReader.BINARY_XML] = ANY;
        sizes[ValueReader.SYSTEMTIME] = CALENDAR;
        sizes[ValueReader.TEXT | ValueReader.ARRAY] = UNITS;
        for (int type = ValueReader.INT8; type <= ValueReader.HEX_INT64; type++) {
            int size = ValueReader.sizeOf(type);
            if (size > 0 && type != ValueReader.SIZE_T && type != ValueReader.SYSTEMTIME) {
                sizes[type] = (byte) size;
            }
        }
        return sizes;
    }

    /// Begins a record.
    void begin() {
        fragments = 0;
        arrays = 0;
    }

    /// Values of the record so far that are arrays: what is around one is repeated for each item.
    int arrays() {
        return arrays;
    }

    /// Values of the record so far that are fragments. One that nobody asks for may be damaged all the same.
    int fragments() {
        return fragments;
    }

    /// Reads the table of an instance: `count` descriptors (size, type, flags) at `table`, values behind them.
    ///
    /// @param base number of the first value here
    /// @param limit where the instance's bytes end
    /// @return whether all of it is sound; then [#end] is behind the last value
    boolean read(byte[] chunk, int table, int count, int limit, int base) {
        if (count < 0 || count > MOST_SLOTS - base || count * 4L > limit - table) {
            return false;
        }
        int value = table + 4 * count;
        int[] starts = at;
        int[] kinds = kind;
        for (int i = 0; i < count; i++) {
            int descriptor = LittleEndian.i32(chunk, table + 4 * i);
            int size = descriptor & 0xFFFF;
            int found = descriptor & 0xFF_FFFF; // the upper byte holds flags
            if (size > limit - value) {
                return false;
            }
            if (size != SIZES[found >>> 16] && !isWholeText(chunk, found >>> 16, value, size)) {
                found = kind(chunk, found >>> 16, value, size);
                if (found < 0) {
                    return false;
                }
                if (found >>> 16 == ValueReader.BINARY_XML) {
                    fragments++;
                }
            }
            starts[base + i] = value;
            kinds[base + i] = found;
            value += size;
        }
        end = value;
        return true;
    }

    /// Finds the values of an instance without a look at them; each is to be checked by [#isSound] before use.
    ///
    /// @param base number of the first value here
    /// @param limit where the instance's bytes end
    /// @return whether there is room for all of it; then [#end] is behind the last value
    boolean locate(byte[] chunk, int table, int count, int limit, int base) {
        if (count < 0 || count > MOST_SLOTS - base || count * 4L > limit - table) {
            return false;
        }
        int value = table + 4 * count;
        int[] starts = at;
        int[] kinds = kind;
        for (int i = 0; i < count; i++) {
            int found = LittleEndian.i32(chunk, table + 4 * i) & 0xFF_FFFF;
            starts[base + i] = value;
            kinds[base + i] = found;
            value += found & 0xFFFF; // no overflow: a chunk has no room for so many
            if (found >>> 16 == ValueReader.BINARY_XML && found << 16 != 0) {
                fragments++;
            }
        }
        end = value;
        return value <= limit;
    }

    /// Whether a value that was located is sound; from then on it is as [#read] leaves it.
    boolean isSound(byte[] chunk, int slot) {
        int found = kind[slot];
        int size = found & 0xFFFF;
        if (size == SIZES[found >>> 16] || isWholeText(chunk, found >>> 16, at[slot], size)) {
            return true;
        }
        int settled = kind(chunk, found >>> 16, at[slot], size);
        kind[slot] = settled;
        return settled >= 0;
    }

    /// Whether this is a text that no NUL ends: next to numbers, the most frequent value.
    private static boolean isWholeText(byte[] chunk, int type, int value, int size) {
        return type == ValueReader.TEXT
                && (size & 1) == 0
                && size > 0
                && LittleEndian.u16(chunk, value + size - 2) != 0;
    }

    private int kind(byte[] chunk, int type, int value, int size) {
        if (type == ValueReader.NULL) {
            return 0;
        }
        if (size == 0) {
            return ValueReader.TEXT << 16;
        }
        if ((type & ValueReader.ARRAY) != 0) {
            arrays++;
        }
        return switch (SIZES[type]) {
            case UNITS ->
                (size & 1) != 0 ? -1 : type << 16 | (type == ValueReader.TEXT ? text(chunk, value, size) : size);
            case SINGLE_BYTES -> type << 16 | singleBytes(chunk, value, size);
            case ANY -> type << 16 | size;
            case ONE_SID -> size >= 8 && size >= 8 + 4 * (chunk[value + 1] & 0xFF) ? type << 16 | size : -1;
            case CALENDAR -> isTime(chunk, value, size) ? type << 16 | size : -1;
            case WORD -> size == 4 || size == 8 ? type << 16 | size : -1;
            default -> -1;
        };
    }

    /// Whether the fields of a SYSTEMTIME are a time: only reading tells.
    private static boolean isTime(byte[] chunk, int value, int size) {
        Cursor in = Cursor.over(chunk, 0);
        in.skip("value", value);
        return !(ValueReader.sized(in, ValueReader.SYSTEMTIME, size, flaw -> {}) instanceof BinXmlValue.Undecoded);
    }

    private static int text(byte[] chunk, int value, int size) {
        int length = size;
        while (length > 0 && LittleEndian.u16(chunk, value + length - 2) == 0) {
            length -= 2;
        }
        return length;
    }

    private static int singleBytes(byte[] chunk, int value, int size) {
        int length = size;
        while (length > 0 && chunk[value + length - 1] == 0) {
            length--;
        }
        return length;
    }

    /// Behind the last value of the table read last.
    int end() {
        return end;
    }

    /// Of each value: where it begins in the chunk. For loops over many values; not to be written to.
    int[] starts() {
        return at;
    }

    /// Of each value: its type and, in the lower 16 bits, its size in bytes.
    int[] kinds() {
        return kind;
    }

    /// Where the value begins in the chunk.
    int at(int slot) {
        return at[slot];
    }

    /// The value's type and, in the lower 16 bits, its size in bytes.
    int kind(int slot) {
        return kind[slot];
    }

    boolean isNull(int slot) {
        return kind[slot] >>> 16 == ValueReader.NULL;
    }

    /// Whether the value has no character and no byte; so is null.
    boolean isEmpty(int slot) {
        return isEmptyKind(kind[slot]);
    }

    /// The same of an entry of [#kinds].
    static boolean isEmptyKind(int kind) {
        return (kind & 0xFFFF) == 0;
    }
}
