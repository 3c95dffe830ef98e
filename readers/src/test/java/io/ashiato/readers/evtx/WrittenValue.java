package io.ashiato.readers.evtx;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
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

    static Bytes none() {
        return new Bytes(0x00);
    }

    static Bytes text(String text) {
        return new Bytes(0x01, utf16(text));
    }

    static Bytes ansi(String text) {
        return new Bytes(0x02, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    static Bytes i8(int number) {
        return new Bytes(0x03, (byte) number);
    }

    static Bytes u8(int number) {
        return new Bytes(0x04, (byte) number);
    }

    static Bytes i16(int number) {
        return new Bytes(0x05, buffer(2).putShort((short) number).array());
    }

    static Bytes u16(int number) {
        return new Bytes(0x06, buffer(2).putShort((short) number).array());
    }

    static Bytes i32(int number) {
        return new Bytes(0x07, buffer(4).putInt(number).array());
    }

    static Bytes u32(long number) {
        return new Bytes(0x08, buffer(4).putInt((int) number).array());
    }

    static Bytes i64(long number) {
        return new Bytes(0x09, buffer(8).putLong(number).array());
    }

    static Bytes u64(long number) {
        return new Bytes(0x0A, buffer(8).putLong(number).array());
    }

    static Bytes real(float number) {
        return new Bytes(0x0B, buffer(4).putFloat(number).array());
    }

    static Bytes real(double number) {
        return new Bytes(0x0C, buffer(8).putDouble(number).array());
    }

    static Bytes truth(boolean value) {
        return new Bytes(0x0D, buffer(4).putInt(value ? 1 : 0).array());
    }

    static Bytes binary(byte... bytes) {
        return new Bytes(0x0E, bytes);
    }

    static Bytes guid(UUID guid) {
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

    /// An address-sized number of a 32-bit program.
    static Bytes size32(long number) {
        return new Bytes(0x10, buffer(4).putInt((int) number).array());
    }

    /// An address-sized number of a 64-bit program.
    static Bytes size64(long number) {
        return new Bytes(0x10, buffer(8).putLong(number).array());
    }

    static Bytes filetime(Instant time) {
        return new Bytes(0x11, buffer(8).putLong(ticks(time)).array());
    }

    /// Year, month, day of the week, day, hour, minute, second, millisecond.
    static Bytes systemtime(Instant instant) {
        ZonedDateTime time = instant.atZone(ZoneOffset.UTC);
        return new Bytes(
                0x12,
                buffer(16)
                        .putShort((short) time.getYear())
                        .putShort((short) time.getMonthValue())
                        .putShort((short) (time.getDayOfWeek().getValue() % 7))
                        .putShort((short) time.getDayOfMonth())
                        .putShort((short) time.getHour())
                        .putShort((short) time.getMinute())
                        .putShort((short) time.getSecond())
                        .putShort((short) time.get(ChronoField.MILLI_OF_SECOND))
                        .array());
    }

    /// @param sid `S-1-5-21-1-2-3-1001`
    static Bytes sid(String sid) {
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

    static Bytes hex32(long number) {
        return new Bytes(0x14, buffer(4).putInt((int) number).array());
    }

    static Bytes hex64(long number) {
        return new Bytes(0x15, buffer(8).putLong(number).array());
    }

    /// An array of texts, each ended by a NUL.
    static WrittenValue texts(String... texts) {
        return new Bytes(0x81, utf16(String.join("\0", texts) + "\0"));
    }

    /// An array of ANSI texts, each ended by a NUL.
    static WrittenValue ansiTexts(String... texts) {
        return new Bytes(0x82, (String.join("\0", texts) + "\0").getBytes(StandardCharsets.ISO_8859_1));
    }

    /// An array of values that are of one type and no texts: their bytes one behind the other.
    static WrittenValue array(Bytes first, Bytes... more) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(first.bytes);
        for (Bytes item : more) {
            if (item.type != first.type) {
                throw new IllegalArgumentException("an array of types " + first.type + " and " + item.type);
            }
            bytes.writeBytes(item.bytes);
        }
        return new Bytes(0x80 | first.type, bytes.toByteArray());
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
