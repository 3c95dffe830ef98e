package io.ashiato.readers.lnk;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// Collects the bytes of one structure, little-endian, for the writers of tests.
public final class LittleEndian {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    public LittleEndian u8(int value) {
        out.write(value);
        return this;
    }

    public LittleEndian u16(int value) {
        return u8(value).u8(value >> 8);
    }

    public LittleEndian u32(long value) {
        return u16((int) value).u16((int) (value >> 16));
    }

    public LittleEndian i64(long value) {
        return u32(value).u32(value >> 32);
    }

    public LittleEndian bytes(byte... bytes) {
        out.writeBytes(bytes);
        return this;
    }

    public LittleEndian zeros(int count) {
        return bytes(new byte[count]);
    }

    public LittleEndian guid(String text) {
        UUID uuid = UUID.fromString(text);
        long high = uuid.getMostSignificantBits();
        u32(high >>> 32).u16((int) (high >>> 16)).u16((int) high);
        return i64(Long.reverseBytes(uuid.getLeastSignificantBits()));
    }

    public LittleEndian utf16(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_16LE));
    }

    public LittleEndian utf16z(String text) {
        return utf16(text).u16(0);
    }

    public LittleEndian textz(String text, Charset charset) {
        return bytes(text.getBytes(charset)).u8(0);
    }

    /// Text in a field of fixed size, filled up with zeros.
    public LittleEndian field(byte[] text, int size) {
        return bytes(text).zeros(size - text.length);
    }

    public int size() {
        return out.size();
    }

    public byte[] toBytes() {
        return out.toByteArray();
    }
}
