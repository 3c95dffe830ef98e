package io.ashiato.readers.evtx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A typed value of a template instance, to be written.
public sealed interface WrittenValue {
    /// The type number (MS-EVEN6 2.2.12).
    int type();

    /// A value whose bytes do not depend on their place.
    final class Bytes implements WrittenValue {
        private final int type;
        private final byte[] bytes;

        public Bytes(int type, byte... bytes) {
            this.type = type;
            this.bytes = bytes.clone();
        }

        @Override
        public int type() {
            return type;
        }

        byte[] bytes() {
            return bytes.clone();
        }
    }

    /// Nested binary XML.
    record Xml(List<WrittenNode> nodes) implements WrittenValue {
        @Override
        public int type() {
            return 0x21;
        }
    }

    static WrittenValue none() {
        return new Bytes(0x00);
    }

    static WrittenValue text(String text) {
        return new Bytes(0x01, utf16(text));
    }

    static WrittenValue ansi(String text) {
        return new Bytes(0x02, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    static WrittenValue u8(int number) {
        return new Bytes(0x04, (byte) number);
    }

    static WrittenValue u16(int number) {
        return new Bytes(0x06, buffer(2).putShort((short) number).array());
    }

    static WrittenValue i32(int number) {
        return new Bytes(0x07, buffer(4).putInt(number).array());
    }

    static WrittenValue u32(long number) {
        return new Bytes(0x08, buffer(4).putInt((int) number).array());
    }

    static WrittenValue u64(long number) {
        return new Bytes(0x0A, buffer(8).putLong(number).array());
    }

    static WrittenValue real(double number) {
        return new Bytes(0x0C, buffer(8).putDouble(number).array());
    }

    static WrittenValue truth(boolean value) {
        return new Bytes(0x0D, buffer(4).putInt(value ? 1 : 0).array());
    }

    static WrittenValue binary(byte... bytes) {
        return new Bytes(0x0E, bytes);
    }

    static WrittenValue guid(UUID guid) {
        return new Bytes(0x0F, guidBytes(guid));
    }

    /// The first three groups little-endian, the others as they are read.
    static byte[] guidBytes(UUID guid) {
        long high = guid.getMostSignificantBits();
        return buffer(16)
                .putInt((int) (high >>> 32))
                .putShort((short) (high >>> 16))
                .putShort((short) high)
                .putLong(Long.reverseBytes(guid.getLeastSignificantBits()))
                .array();
    }

    static WrittenValue filetime(Instant time) {
        return new Bytes(0x11, buffer(8).putLong(ticks(time)).array());
    }

    /// @param sid `S-1-5-21-1-2-3-1001`
    static WrittenValue sid(String sid) {
        String[] parts = sid.split("-", -1);
        var bytes = new byte[8 + 4 * (parts.length - 3)];
        ByteBuffer out = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        out.put(Byte.parseByte(parts[1])).put((byte) (parts.length - 3));
        long authority = Long.parseLong(parts[2]);
        for (int shift = 40; shift >= 0; shift -= 8) {
            out.put((byte) (authority >>> shift));
        }
        for (int i = 3; i < parts.length; i++) {
            out.putInt((int) Long.parseLong(parts[i]));
        }
        return new Bytes(0x13, bytes);
    }

    static WrittenValue hex32(long number) {
        return new Bytes(0x14, buffer(4).putInt((int) number).array());
    }

    static WrittenValue hex64(long number) {
        return new Bytes(0x15, buffer(8).putLong(number).array());
    }

    /// An array of texts, each ended by a NUL.
    static WrittenValue texts(String... texts) {
        return new Bytes(0x81, utf16(String.join("\0", texts) + "\0"));
    }

    static WrittenValue xml(WrittenNode... nodes) {
        return new Xml(List.of(nodes));
    }

    /// 100 ns since 1601.
    static long ticks(Instant time) {
        return (time.getEpochSecond() + 11_644_473_600L) * 10_000_000 + time.getNano() / 100;
    }

    /// UTF-16LE, unpaired surrogates kept.
    static byte[] utf16(String text) {
        var bytes = new byte[2 * text.length()];
        ByteBuffer out = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < text.length(); i++) {
            out.putChar(text.charAt(i));
        }
        return bytes;
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
