package io.ashiato.readers.evtx;

import io.ashiato.bytes.Cursor;
import io.ashiato.bytes.Damage;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

/// Reads values by their type number (MS-EVEN6 2.2.12, libyal "Value types").
///
/// Never reads past the size that the record gives: a value whose size its type does not have
/// becomes [BinXmlValue.Undecoded], and the values behind it stay where they are.
final class ValueReader {
    static final int NULL = 0x00;
    static final int TEXT = 0x01;
    static final int BINARY_XML = 0x21;

    static final int ANSI_TEXT = 0x02;
    static final int INT8 = 0x03;
    static final int UINT8 = 0x04;
    static final int INT16 = 0x05;
    static final int UINT16 = 0x06;
    static final int INT32 = 0x07;
    static final int UINT32 = 0x08;
    static final int INT64 = 0x09;
    static final int UINT64 = 0x0A;
    static final int REAL32 = 0x0B;
    static final int REAL64 = 0x0C;
    static final int BOOL = 0x0D;
    static final int BINARY = 0x0E;
    static final int GUID = 0x0F;
    static final int SIZE_T = 0x10;
    static final int FILETIME = 0x11;
    static final int SYSTEMTIME = 0x12;
    static final int SID = 0x13;
    static final int HEX_INT32 = 0x14;
    static final int HEX_INT64 = 0x15;
    static final int ARRAY = 0x80;

    private static final int ANY_SIZE = -1;
    private static final int UNKNOWN = -2;
    private static final int SID_HEADER = 8; // revision, count, authority

    static final BinXmlValue NO_VALUE = new BinXmlValue.Null();
    private static final BinXmlValue NO_TEXT = new BinXmlValue.Text("");
    private static final BinXmlValue TRUE = new BinXmlValue.Truth(true);
    private static final BinXmlValue FALSE = new BinXmlValue.Truth(false);
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /// Seconds from 1601-01-01 to 1970-01-01, both UTC (MS-DTYP 2.3.3).
    private static final long EPOCH_1601 = 11_644_473_600L;

    /// What the bytes 0x80 to 0x9F mean in code page 1252; the five that it leaves open are controls.
    private static final String CODE_PAGE_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    private ValueReader() {}

    /// The value of `size` bytes at the cursor, which ends behind them.
    ///
    /// @param flaws told of a value that does not fit its type
    static BinXmlValue sized(Cursor in, int type, int size, Consumer<Damage> flaws) {
        if (type == NULL) {
            in.skip("null value", size);
            return NO_VALUE;
        }
        if (size == 0) {
            return (type & ARRAY) != 0 ? new BinXmlValue.Array(List.of()) : NO_TEXT;
        }
        return (type & ARRAY) != 0 ? array(in, type, size, flaws) : single(in, type, size, flaws);
    }

    /// The value at the cursor where no size is given (MS-EVEN6 2.2.12, ValueText): text says its
    /// length first, all else must be of a type with one size.
    static BinXmlValue unsized(Cursor in, int type, Consumer<Damage> flaws) {
        if (type == NULL) {
            return NO_VALUE;
        }
        if (type == TEXT) {
            return text(in.utf16("value text", in.u16("value length")));
        }
        int size = sizeOf(type);
        return size > 0 ? single(in, type, size, flaws) : sized(in, type, in.u16("value length"), flaws);
    }

    private static BinXmlValue single(Cursor in, int type, int size, Consumer<Damage> flaws) {
        int expected = sizeOf(type);
        if (type == SIZE_T && size == Integer.BYTES) {
            return new BinXmlValue.Hex(in.u32("size_t value"));
        }
        if (expected == UNKNOWN || (expected != ANY_SIZE && expected != size)) {
            return undecoded(in, type, size, expected, flaws);
        }
        return switch (type) {
            case TEXT -> text(wholeUnits(in, type, size, flaws));
            case ANSI_TEXT -> text(ansi(in.latin1("ANSI text value", size)));
            case INT8 -> new BinXmlValue.Whole((byte) in.u8("integer value"), false);
            case UINT8 -> new BinXmlValue.Whole(in.u8("integer value"), true);
            case INT16 -> new BinXmlValue.Whole((short) in.u16("integer value"), false);
            case UINT16 -> new BinXmlValue.Whole(in.u16("integer value"), true);
            case INT32 -> new BinXmlValue.Whole(in.i32("integer value"), false);
            case UINT32 -> new BinXmlValue.Whole(in.u32("integer value"), true);
            case INT64 -> new BinXmlValue.Whole(in.i64("integer value"), false);
            case UINT64 -> new BinXmlValue.Whole(in.i64("integer value"), true);
            case REAL32 -> new BinXmlValue.Real(RealText.of(Float.intBitsToFloat(in.i32("float value"))));
            case REAL64 -> new BinXmlValue.Real(RealText.of(Double.longBitsToDouble(in.i64("double value"))));
            case BOOL -> truth(in.i32("boolean value"));
            case BINARY -> new BinXmlValue.Binary(HEX.formatHex(in.bytes("binary value", size)));
            case GUID -> guid(in);
            case FILETIME -> new BinXmlValue.Time(in.i64("FILETIME value"));
            case SYSTEMTIME -> systemTime(in, flaws);
            case SID -> sid(in, size, flaws);
            case HEX_INT32 -> new BinXmlValue.Hex(in.u32("hexadecimal value"));
            default -> new BinXmlValue.Hex(in.i64("hexadecimal value")); // SizeT and HexInt64
        };
    }

    /// The one size that a value of this type has, or one of the constants.
    static int sizeOf(int type) {
        return switch (type) {
            case TEXT, ANSI_TEXT, BINARY, SID -> ANY_SIZE;
            case INT8, UINT8 -> Byte.BYTES;
            case INT16, UINT16 -> Short.BYTES;
            case INT32, UINT32, REAL32, BOOL, HEX_INT32 -> Integer.BYTES;
            case INT64, UINT64, REAL64, SIZE_T, FILETIME, HEX_INT64 -> Long.BYTES;
            case GUID, SYSTEMTIME -> 16;
            default -> UNKNOWN;
        };
    }

    /// Whether a value of this type may have so many bytes, as far as the type alone tells.
    static boolean canHave(int type, int size) {
        int itemSize = type == NULL || type == BINARY_XML ? ANY_SIZE : sizeOf(type & ~ARRAY);
        boolean isSmallSize = (type & ~ARRAY) == SIZE_T && size % Integer.BYTES == 0;
        return size == 0
                ? itemSize != UNKNOWN
                : itemSize == ANY_SIZE
                        || isSmallSize
                        || (itemSize > 0 && ((type & ARRAY) != 0 ? size % itemSize == 0 : size == itemSize));
    }

    private static BinXmlValue array(Cursor in, int type, int size, Consumer<Damage> flaws) {
        int itemType = type & ~ARRAY;
        return switch (itemType) {
            case TEXT -> texts(wholeUnits(in, type, size, flaws));
            case ANSI_TEXT -> texts(ansi(in.latin1("ANSI text array", size)));
            case SID -> sids(in, size, flaws);
            default -> {
                int itemSize = sizeOf(itemType);
                // Nothing says whether the items of a SizeT array have 4 or 8 bytes.
                if (itemSize <= 0 || itemType == SIZE_T || size % itemSize != 0) {
                    yield undecoded(in, type, size, itemSize, flaws);
                }
                yield items(in, itemType, itemSize, size / itemSize, flaws);
            }
        };
    }

    private static BinXmlValue items(Cursor in, int itemType, int itemSize, int count, Consumer<Damage> flaws) {
        var items = new ArrayList<BinXmlValue>(count);
        boolean numbers = false;
        for (int i = 0; i < count; i++) {
            BinXmlValue item = single(in, itemType, itemSize, flaws);
            numbers |= itemType == BOOL && item instanceof BinXmlValue.Whole;
            items.add(item);
        }
        if (numbers) { // one item that is no truth value: then none is one
            items.replaceAll(item -> item instanceof BinXmlValue.Truth(boolean value)
                    ? new BinXmlValue.Whole(value ? 1 : 0, false)
                    : item);
        }
        return new BinXmlValue.Array(items);
    }

    /// Texts that each end with a NUL; the last may lack it.
    private static BinXmlValue texts(String all) {
        var items = new ArrayList<BinXmlValue>();
        int from = 0;
        while (from < all.length()) {
            int to = all.indexOf('\0', from);
            to = to < 0 ? all.length() : to;
            items.add(new BinXmlValue.Text(all.substring(from, to)));
            from = to + 1;
        }
        return new BinXmlValue.Array(items);
    }

    private static BinXmlValue sids(Cursor in, int size, Consumer<Damage> flaws) {
        Cursor left = in.window("SID array", size);
        var items = new ArrayList<BinXmlValue>();
        while (left.remaining() > 0) {
            Cursor ahead = left.fork();
            int length = left.remaining();
            if (length >= SID_HEADER) {
                ahead.skip("SID revision", 1);
                length = Math.min(length, SID_HEADER + 4 * ahead.u8("SID sub-authority count"));
            }
            items.add(sid(left, length, flaws));
        }
        return new BinXmlValue.Array(items);
    }

    private static BinXmlValue sid(Cursor in, int size, Consumer<Damage> flaws) {
        Cursor ahead = in.fork();
        if (size < SID_HEADER) {
            return undecoded(in, SID, size, SID_HEADER, flaws);
        }
        int revision = ahead.u8("SID revision");
        int count = ahead.u8("SID sub-authority count");
        if (size < SID_HEADER + 4 * count) {
            return undecoded(in, SID, size, SID_HEADER + 4 * count, flaws);
        }
        long authority = 0; // 48 bits, the only big-endian number of the format
        for (int i = 0; i < 6; i++) {
            authority = authority << 8 | ahead.u8("SID authority");
        }
        var text =
                new StringBuilder(48).append("S-").append(revision).append('-').append(authority);
        for (int i = 0; i < count; i++) {
            text.append('-').append(ahead.u32("SID sub-authority"));
        }
        in.skip("SID value", size);
        return new BinXmlValue.Sid(text.toString());
    }

    private static BinXmlValue guid(Cursor in) {
        long first = in.u32("GUID value");
        long second = in.u16("GUID value");
        long third = in.u16("GUID value");
        return new BinXmlValue.Guid(first << 32 | second << 16 | third, Long.reverseBytes(in.i64("GUID value")));
    }

    private static BinXmlValue truth(int number) {
        return switch (number) {
            case 0 -> FALSE;
            case 1 -> TRUE;
            default -> new BinXmlValue.Whole(number, false); // Windows keeps bit masks in some of them
        };
    }

    private static BinXmlValue systemTime(Cursor in, Consumer<Damage> flaws) {
        Cursor raw = in.fork();
        int year = in.u16("SYSTEMTIME year");
        int month = in.u16("SYSTEMTIME month");
        in.skip("SYSTEMTIME day of week", 2);
        int day = in.u16("SYSTEMTIME day");
        int hour = in.u16("SYSTEMTIME hour");
        int minute = in.u16("SYSTEMTIME minute");
        int second = in.u16("SYSTEMTIME second");
        int millisecond = in.u16("SYSTEMTIME millisecond");
        if ((year | month | day | hour | minute | second | millisecond) == 0) {
            return new BinXmlValue.Time(0);
        }
        if (year >= 1601 && year <= 9999 && millisecond < 1000) {
            try {
                var time = LocalDateTime.of(year, month, day, hour, minute, second);
                long seconds = time.toEpochSecond(ZoneOffset.UTC) + EPOCH_1601;
                return new BinXmlValue.Time(seconds * 10_000_000 + millisecond * 10_000L);
            } catch (DateTimeException e) {
                // A field out of its range: no time, shown as the bytes that it is.
            }
        }
        return undecoded(raw, SYSTEMTIME, 16, 16, flaws);
    }

    /// The whole UTF-16 units of a text value; a last half unit is reported and left out.
    private static String wholeUnits(Cursor in, int type, int size, Consumer<Damage> flaws) {
        long offset = in.offset();
        String text = in.utf16("text value", size / 2);
        if (size % 2 != 0) {
            in.skip("half of a text unit", 1);
            flaws.accept(new Damage.OutOfRange("size of a value of type " + type, offset, size, size - 1L, size - 1L));
        }
        return text;
    }

    private static BinXmlValue undecoded(Cursor in, int type, int size, int expected, Consumer<Damage> flaws) {
        long offset = in.offset();
        flaws.accept(
                expected > 0
                        ? new Damage.OutOfRange("size of a value of type " + type, offset, size, expected, expected)
                        : new Damage.OutOfRange("value type", offset, type, NULL, BINARY_XML));
        return new BinXmlValue.Undecoded(type, HEX.formatHex(in.bytes("value", size)));
    }

    private static BinXmlValue text(String text) {
        int length = text.length();
        while (length > 0 && text.charAt(length - 1) == 0) {
            length--;
        }
        return length == 0 ? NO_TEXT : new BinXmlValue.Text(text.substring(0, length));
    }

    /// Text that was read as Latin-1, as the code page 1252 that ANSI text mostly is in.
    private static String ansi(String latin1) {
        for (int i = 0; i < latin1.length(); i++) {
            if (isExtra(latin1.charAt(i))) {
                return translated(latin1, i);
            }
        }
        return latin1;
    }

    private static String translated(String latin1, int from) {
        var text = new StringBuilder(latin1);
        for (int i = from; i < text.length(); i++) {
            if (isExtra(text.charAt(i))) {
                text.setCharAt(i, CODE_PAGE_1252.charAt(text.charAt(i) - 0x80));
            }
        }
        return text.toString();
    }

    private static boolean isExtra(char c) {
        return c >= 0x80 && c < 0xA0;
    }
}
