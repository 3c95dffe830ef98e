package io.ashiato.bytes;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Numbers in an array, lowest byte first. For loops that have checked their bounds; everything else reads
/// by a [Cursor], which names what it is after.
public final class LittleEndian {
    private static final VarHandle U16 = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle I32 = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle I64 = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private LittleEndian() {}

    /// The unsigned number of the two bytes at `at`.
    public static int u16(byte[] bytes, int at) {
        return (short) U16.get(bytes, at) & 0xFFFF;
    }

    public static int i32(byte[] bytes, int at) {
        return (int) I32.get(bytes, at);
    }

    public static long i64(byte[] bytes, int at) {
        return (long) I64.get(bytes, at);
    }

    /// Writes the two lower bytes of `value`.
    public static void put16(byte[] bytes, int at, int value) {
        U16.set(bytes, at, (short) value);
    }

    public static void put32(byte[] bytes, int at, int value) {
        I32.set(bytes, at, value);
    }

    public static void put64(byte[] bytes, int at, long value) {
        I64.set(bytes, at, value);
    }

    /// The UTF-16 units of a text, two bytes each, unpaired surrogates kept.
    public static byte[] utf16(String text) {
        var bytes = new byte[2 * text.length()];
        for (int i = 0; i < text.length(); i++) {
            put16(bytes, 2 * i, text.charAt(i));
        }
        return bytes;
    }

    /// So many UTF-16 units from `at`, unpaired surrogates kept.
    public static char[] utf16(byte[] bytes, int at, int units) {
        var text = new char[units];
        for (int i = 0; i < units; i++) {
            text[i] = (char) u16(bytes, at + 2 * i);
        }
        return text;
    }
}
