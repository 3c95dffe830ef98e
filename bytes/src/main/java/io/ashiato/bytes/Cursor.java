package io.ashiato.bytes;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads little-endian fields from a piece of evidence, front to back.
///
/// Every read names the field it is after, so damage can be told as "record size at 0x1200 needs 4
/// bytes, 1 left". Offsets count from the start of the evidence, however often the view was narrowed.
/// Nothing is copied: who hands an array over does not write to it again.
public final class Cursor {
    private final byte[] data;
    private final int end;
    private final long origin; // where data[0] lies in the evidence
    private int position; // position <= end <= data.length

    private Cursor(byte[] data, int position, int end, long origin) {
        this.data = data;
        this.position = position;
        this.end = end;
        this.origin = origin;
    }

    /// @param origin where `data[0]` lies in the evidence
    public static Cursor over(byte[] data, long origin) {
        return new Cursor(data, 0, data.length, origin);
    }

    /// A cursor over the first `length` bytes of an array that may be longer.
    public static Cursor over(byte[] data, int length, long origin) {
        return new Cursor(data, 0, Math.min(length, data.length), origin);
    }

    public int u8(String field) {
        return data[take(field, 1)] & 0xFF;
    }

    public int u16(String field) {
        return LittleEndian.u16(data, take(field, 2));
    }

    public long u32(String field) {
        return Integer.toUnsignedLong(LittleEndian.i32(data, take(field, 4)));
    }

    public int i32(String field) {
        return LittleEndian.i32(data, take(field, 4));
    }

    public long i64(String field) {
        return LittleEndian.i64(data, take(field, 8));
    }

    public byte[] bytes(String field, long count) {
        int at = take(field, count);
        return Arrays.copyOfRange(data, at, position);
    }

    /// Text of `units` UTF-16LE code units, unpaired surrogates kept.
    public String utf16(String field, long units) {
        int at = take(field, units * 2);
        var chars = new char[(position - at) / 2];
        for (int i = 0; i < chars.length; i++) {
            chars[i] = (char) LittleEndian.u16(data, at + 2 * i);
        }
        return new String(chars);
    }

    /// Bytes as Latin-1 text: each byte becomes the character of that number.
    public String latin1(String field, long count) {
        int at = take(field, count);
        return new String(data, at, position - at, StandardCharsets.ISO_8859_1);
    }

    public void skip(String field, long count) {
        take(field, count);
    }

    /// A cursor over the next `count` bytes; this one moves past them.
    public Cursor window(String field, long count) {
        int at = take(field, count);
        return new Cursor(data, at, position, origin);
    }

    /// A second cursor at the same place, to read ahead with.
    public Cursor fork() {
        return new Cursor(data, position, end, origin);
    }

    /// Moves at least one byte, to the next occurrence of `value` or to the end.
    public void skipTo(int value) {
        for (position = Math.min(position + 1, end); remaining() >= 4; position++) {
            if (LittleEndian.i32(data, position) == value) {
                return;
            }
        }
        position = end;
    }

    /// Where the next byte lies in the evidence.
    public long offset() {
        return origin + position;
    }

    public int remaining() {
        return end - position;
    }

    private int take(String field, long count) {
        if (count < 0 || count > remaining()) {
            throw new MalformedException(new Damage.Truncated(field, offset(), count, remaining()));
        }
        int at = position;
        position += (int) count;
        return at;
    }
}
