package io.ashiato.readers;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Collects bytes for crafted files, numbers with their lowest byte first.
public final class LittleEndian {
    private byte[] bytes = new byte[256];
    private int size;

    /// Bytes so far, which is where the next one goes.
    public int size() {
        return size;
    }

    public LittleEndian u8(int value) {
        return number(value, 1);
    }

    public LittleEndian u16(int value) {
        return number(value, 2);
    }

    public LittleEndian u32(long value) {
        return number(value, 4);
    }

    public LittleEndian u64(long value) {
        return number(value, 8);
    }

    /// A number of 8 bytes if `wide`, else of 4.
    public LittleEndian word(boolean wide, long value) {
        return number(value, wide ? 8 : 4);
    }

    public LittleEndian bytes(byte[] more) {
        reserve(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
        return this;
    }

    /// Each character as one byte, then a zero byte.
    public LittleEndian text(String text) {
        return bytes(text.getBytes(StandardCharsets.ISO_8859_1)).u8(0);
    }

    /// UTF-16, then a zero character.
    public LittleEndian wideText(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_16LE)).u16(0);
    }

    /// Zero bytes up to a multiple of `unit`.
    public LittleEndian align(int unit) {
        return padTo((size + unit - 1) / unit * unit);
    }

    /// Zero bytes up to a place.
    public LittleEndian padTo(int place) {
        reserve(Math.max(0, place - size));
        size = Math.max(size, place);
        return this;
    }

    /// Writes over what stands at a place.
    public LittleEndian put(int place, int count, long value) {
        for (int i = 0; i < count; i++) {
            bytes[place + i] = (byte) (value >>> 8 * i);
        }
        return this;
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    private LittleEndian number(long value, int count) {
        reserve(count);
        size += count;
        return put(size - count, count, value);
    }

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
