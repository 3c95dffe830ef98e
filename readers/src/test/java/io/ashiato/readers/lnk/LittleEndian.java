package io.ashiato.readers.lnk;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// Collects the bytes of one structure.
final class LittleEndian {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    LittleEndian u8(int value) {
        out.write(value);
        return this;
    }

    LittleEndian u16(int value) {
        return u8(value).u8(value >> 8);
    }

    LittleEndian u32(long value) {
        return u16((int) value).u16((int) (value >> 16));
    }

    LittleEndian i64(long value) {
        return u32(value).u32(value >> 32);
    }

    LittleEndian bytes(byte... bytes) {
        out.writeBytes(bytes);
        return this;
    }

    LittleEndian zeros(int count) {
        return bytes(new byte[count]);
    }

    LittleEndian guid(String text) {
        UUID uuid = UUID.fromString(text);
        long high = uuid.getMostSignificantBits();
        u32(high >>> 32).u16((int) (high >>> 16)).u16((int) high);
        return i64(Long.reverseBytes(uuid.getLeastSignificantBits()));
    }

    LittleEndian utf16(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_16LE));
    }

    LittleEndian utf16z(String text) {
        return utf16(text).u16(0);
    }

    LittleEndian textz(String text, Charset charset) {
        return bytes(text.getBytes(charset)).u8(0);
    }

    /// Text in a field of fixed size, filled up with zeros.
    LittleEndian field(byte[] text, int size) {
        return bytes(text).zeros(size - text.length);
    }

    int size() {
        return out.size();
    }

    byte[] toBytes() {
        return out.toByteArray();
    }
}
