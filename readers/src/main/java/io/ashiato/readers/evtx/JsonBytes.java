package io.ashiato.readers.evtx;

import io.ashiato.bytes.JsonText;
import io.ashiato.bytes.LittleEndian;
import java.nio.charset.StandardCharsets;

/// Values written as JSON straight from a chunk's bytes: what [EvtxJson] writes of [BinXmlValue]s, without the
/// values.
///
/// Every method takes where to write and returns where it stopped; whoever calls has made the room.
final class JsonBytes {
    private static final int UNITS_AT_ONCE = 8;
    private static final long BEYOND_ASCII = 0xFF80_FF80_FF80_FF80L;
    private static final long EACH = 0x0101_0101_0101_0101L;
    private static final byte[] LOWER = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] UPPER = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    /// Two decimal digits for each number below 100.
    private static final byte[] PAIRS = pairs();

    /// Bytes that may be read, not used, behind the last value of a chunk.
    static final int SLACK = 16;

    private JsonBytes() {}

    private static byte[] pairs() {
        var pairs = new byte[200];
        for (int i = 0; i < 100; i++) {
            pairs[2 * i] = (byte) ('0' + i / 10);
            pairs[2 * i + 1] = (byte) ('0' + i % 10);
        }
        return pairs;
    }

    /// UTF-16 units as they stand between quotation marks.
    ///
    /// Eight at a time where they are ASCII: up to the first that cannot be copied as it is, which is then dealt
    /// with by itself.
    ///
    /// @param from where the units begin; [#SLACK] bytes behind the last can be read
    /// @param size in bytes, even
    static int text(byte[] from, int at, int size, byte[] to, int pos) {
        int end = at + size;
        while (at < end) {
            int left = (end - at) >> 1;
            long first = LittleEndian.i64(from, at);
            long second = LittleEndian.i64(from, at + 8);
            if (left < UNITS_AT_ONCE) {
                first &= left >= 4 ? -1L : (1L << (16 * left)) - 1;
                second &= left <= 4 ? 0 : (1L << (16 * (left - 4))) - 1;
            }
            int plain = 0;
            if (((first | second) & BEYOND_ASCII) == 0) {
                long text = packed(first) | packed(second) << 32;
                LittleEndian.put64(to, pos, text);
                long special = special(text); // so is what was masked out
                plain = special == 0 ? UNITS_AT_ONCE : bytesBelow(special);
                pos += plain;
                at += 2 * plain;
            }
            if (plain < UNITS_AT_ONCE && at < end) {
                int unit = LittleEndian.u16(from, at);
                int next = at + 2 < end ? LittleEndian.u16(from, at + 2) : 0;
                boolean isPair = Character.isHighSurrogate((char) unit) && Character.isLowSurrogate((char) next);
                pos = isPair ? pair(unit, next, to, pos) : unit(unit, to, pos);
                at += isPair ? 4 : 2;
            }
        }
        return pos;
    }

    /// How many bytes lie below the lowest that has its highest bit. What counts zeros is a call until the best
    /// compiler has seen it.
    ///
    /// @param bits the highest bit of some bytes, at least one
    private static int bytesBelow(long bits) {
        return (int) ((((bits & -bits) >>> 7) * 0x0001_0203_0405_0607L) >>> 56);
    }

    /// The lower bytes of four units, side by side. By shifts: [Long#compress] is quick only once the best compiler
    /// has seen it, and until then slower than all the rest.
    private static long packed(long units) {
        long pairs = (units | units >>> 8) & 0x0000_FFFF_0000_FFFFL;
        return (pairs | pairs >>> 16) & 0xFFFF_FFFFL;
    }

    /// The highest bit in each of the eight bytes that cannot be copied as they are: controls, `"`, `\`.
    ///
    /// @param text bytes below 0x80, so that no sum carries into the next
    private static long special(long text) {
        long noControl = text + EACH * 0x60;
        long noQuote = (text ^ EACH * '"') + EACH * 0x7F;
        long noBackslash = (text ^ EACH * '\\') + EACH * 0x7F;
        long delete = text + EACH;
        return (~(noControl & noQuote & noBackslash) | delete) & EACH << 7;
    }

    private static int unit(int unit, byte[] to, int pos) {
        if (unit >= 0x80) {
            return wide(unit, to, pos);
        }
        if (unit >= ' ' && unit < 0x7F && unit != '"' && unit != '\\') {
            to[pos] = (byte) unit;
            return pos + 1;
        }
        return escaped(unit, to, pos);
    }

    private static int escaped(int unit, byte[] to, int pos) {
        int letter = switch (unit) {
            case '"', '\\' -> unit;
            case '\n' -> 'n';
            case '\r' -> 'r';
            case '\t' -> 't';
            case '\b' -> 'b';
            case '\f' -> 'f';
            default -> 0;
        };
        if (letter == 0) {
            return number(unit, to, pos);
        }
        to[pos] = '\\';
        to[pos + 1] = (byte) letter;
        return pos + 2;
    }

    private static int number(int unit, byte[] to, int pos) {
        to[pos] = '\\';
        to[pos + 1] = 'u';
        for (int i = 0; i < 4; i++) {
            to[pos + 2 + i] = LOWER[(unit >> (12 - 4 * i)) & 0xF];
        }
        return pos + 6;
    }

    /// A unit beyond ASCII that is no half of a pair.
    private static int wide(int unit, byte[] to, int pos) {
        if (unit < 0xA0 || Character.isSurrogate((char) unit) || JsonText.isHidden((char) unit)) {
            return number(unit, to, pos);
        }
        if (unit < 0x800) {
            to[pos] = (byte) (0xC0 | (unit >> 6));
            to[pos + 1] = (byte) (0x80 | (unit & 0x3F));
            return pos + 2;
        }
        to[pos] = (byte) (0xE0 | (unit >> 12));
        to[pos + 1] = (byte) (0x80 | ((unit >> 6) & 0x3F));
        to[pos + 2] = (byte) (0x80 | (unit & 0x3F));
        return pos + 3;
    }

    private static int pair(int high, int low, byte[] to, int pos) {
        int point = Character.toCodePoint((char) high, (char) low);
        to[pos] = (byte) (0xF0 | (point >> 18));
        to[pos + 1] = (byte) (0x80 | ((point >> 12) & 0x3F));
        to[pos + 2] = (byte) (0x80 | ((point >> 6) & 0x3F));
        to[pos + 3] = (byte) (0x80 | (point & 0x3F));
        return pos + 4;
    }

    /// Decimal digits of an unsigned number.
    static int unsigned(long value, byte[] to, int pos) {
        if (value < 0) {
            return ascii(Long.toUnsignedString(value), to, pos);
        }
        if (value < 10) {
            to[pos] = (byte) ('0' + value);
            return pos + 1;
        }
        int digits = digits(value);
        int at = pos + digits;
        long rest = value;
        while (rest >= 100) {
            long hundreds = rest / 100;
            at -= 2;
            twoDigits((int) (rest - hundreds * 100), to, at);
            rest = hundreds;
        }
        if (rest >= 10) {
            twoDigits((int) rest, to, pos);
        } else {
            to[pos] = (byte) ('0' + rest);
        }
        return pos + digits;
    }

    private static int digits(long value) {
        int digits = 1;
        long power = 10;
        while (digits < 19 && value >= power) {
            digits++;
            power *= 10;
        }
        return digits;
    }

    /// Decimal digits of a signed number.
    static int signed(long value, byte[] to, int pos) {
        if (value >= 0) {
            return unsigned(value, to, pos);
        }
        to[pos] = '-';
        return unsigned(-value, to, pos + 1); // the lowest stays negative, and is right as unsigned
    }

    /// `0x1f`.
    static int hexadecimal(long value, byte[] to, int pos) {
        to[pos] = '0';
        to[pos + 1] = 'x';
        int digits = Math.max(1, 16 - (Long.numberOfLeadingZeros(value) >> 2));
        for (int i = 0; i < digits; i++) {
            to[pos + 2 + i] = LOWER[(int) (value >>> (4 * (digits - 1 - i))) & 0xF];
        }
        return pos + 2 + digits;
    }

    /// Two upper-case digits for each byte.
    static int binary(byte[] from, int at, int size, byte[] to, int pos) {
        for (int i = 0; i < size; i++) {
            int value = from[at + i];
            to[pos + 2 * i] = UPPER[value >> 4 & 0xF];
            to[pos + 2 * i + 1] = UPPER[value & 0xF];
        }
        return pos + 2 * size;
    }

    /// `{54849625-5478-4994-a5ba-3e3b0328c30d}`; the first three numbers are stored lowest byte first.
    static int guid(byte[] from, int at, byte[] to, int pos) {
        to[pos] = '{';
        int end = bytes(from, at, 3, -1, 4, to, pos + 1);
        end = bytes(from, at, 5, -1, 2, to, dash(to, end));
        end = bytes(from, at, 7, -1, 2, to, dash(to, end));
        end = bytes(from, at, 8, 1, 2, to, dash(to, end));
        end = bytes(from, at, 10, 1, 6, to, dash(to, end));
        to[end] = '}';
        return end + 1;
    }

    private static int dash(byte[] to, int pos) {
        to[pos] = '-';
        return pos + 1;
    }

    private static int bytes(byte[] from, int at, int first, int step, int count, byte[] to, int pos) {
        for (int i = 0; i < count; i++) {
            int value = from[at + first + i * step];
            to[pos + 2 * i] = LOWER[value >> 4 & 0xF];
            to[pos + 2 * i + 1] = LOWER[value & 0xF];
        }
        return pos + 2 * count;
    }

    /// `S-1-5-18`; that its sub-authorities lie within its size was checked.
    static int sid(byte[] from, int at, byte[] to, int pos) {
        to[pos] = 'S';
        int end = unsigned(from[at] & 0xFF, to, dash(to, pos + 1));
        long authority = Long.reverseBytes(LittleEndian.i64(from, at)) & 0xFFFF_FFFF_FFFFL;
        end = unsigned(authority, to, dash(to, end));
        int count = from[at + 1] & 0xFF;
        for (int i = 0; i < count; i++) {
            end = unsigned(Integer.toUnsignedLong(LittleEndian.i32(from, at + 8 + 4 * i)), to, dash(to, end));
        }
        return end;
    }

    /// Text of our own making, ASCII without anything to escape.
    static int ascii(String text, byte[] to, int pos) {
        for (int i = 0; i < text.length(); i++) {
            to[pos + i] = (byte) text.charAt(i);
        }
        return pos + text.length();
    }

    /// The two digits of a number below 100.
    static int twoDigits(int value, byte[] to, int pos) {
        to[pos] = PAIRS[2 * value];
        to[pos + 1] = PAIRS[2 * value + 1];
        return pos + 2;
    }
}
