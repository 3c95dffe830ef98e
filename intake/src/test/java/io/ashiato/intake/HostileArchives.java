package io.ashiato.intake;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Writes zip files that no honest program writes: every field is what the test says.
final class HostileArchives {
    /// One entry of a zip file.
    ///
    /// @param packed content as it lies in the file, a character for each byte
    record Entry(String name, int flags, int method, String packed, long size, long crc32, int unixMode) {
        static Entry stored(String name, String content) {
            var crc = new CRC32();
            crc.update(content.getBytes(StandardCharsets.ISO_8859_1));
            return new Entry(name, 0, 0, content, content.length(), crc.getValue(), 0);
        }

        static Entry packed(String name, int method, byte[] content, byte[] packed) {
            var crc = new CRC32();
            crc.update(content);
            String bytes = new String(packed, StandardCharsets.ISO_8859_1);
            return new Entry(name, 0, method, bytes, content.length, crc.getValue(), 0);
        }

        Entry withFlags(int newFlags) {
            return new Entry(name, newFlags, method, packed, size, crc32, unixMode);
        }

        Entry withMethod(int newMethod) {
            return new Entry(name, flags, newMethod, packed, size, crc32, unixMode);
        }

        Entry withCrc(long newCrc) {
            return new Entry(name, flags, method, packed, size, newCrc, unixMode);
        }

        Entry withUnixMode(int newMode) {
            return new Entry(name, flags, method, packed, size, crc32, newMode);
        }
    }

    private HostileArchives() {}

    static byte[] zip(Entry... entries) {
        var out = new ByteArrayOutputStream();
        var offsets = new ArrayList<Integer>();
        for (Entry entry : entries) {
            offsets.add(out.size());
            out.writeBytes(local(entry));
        }
        return withDirectory(out, List.of(entries), offsets);
    }

    /// Local headers and data, without the directory behind them: a download that was cut off.
    static byte[] zipCutOff(Entry... entries) {
        var out = new ByteArrayOutputStream();
        for (Entry entry : entries) {
            out.writeBytes(local(entry));
        }
        return out.toByteArray();
    }

    /// Entries that all point to the data of the first.
    static byte[] zipOverlapping(Entry first, int entries) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(local(first));
        var listed = new ArrayList<Entry>();
        var offsets = new ArrayList<Integer>();
        for (int i = 0; i < entries; i++) {
            listed.add(new Entry("e" + i, 0, first.method(), first.packed(), first.size(), first.crc32(), 0));
            offsets.add(0);
        }
        return withDirectory(out, listed, offsets);
    }

    /// A deflated member of `size` zero bytes, written quickly: blocks between full flushes can be repeated.
    static Entry zeros(String name, long size) {
        var piece = new byte[1 << 20];
        byte[] block = deflated(piece, piece.length, Deflater.FULL_FLUSH);
        var packed = new ByteArrayOutputStream();
        var crc = new CRC32();
        long left = size;
        for (; left > piece.length; left -= piece.length) {
            packed.writeBytes(block);
            crc.update(piece);
        }
        packed.writeBytes(deflated(piece, (int) left, Deflater.NO_FLUSH));
        crc.update(piece, 0, (int) left);
        return new Entry(name, 0, 8, packed.toString(StandardCharsets.ISO_8859_1), size, crc.getValue(), 0);
    }

    /// @param flush `NO_FLUSH` for the last piece
    private static byte[] deflated(byte[] piece, int length, int flush) {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(piece, 0, length);
        if (flush == Deflater.NO_FLUSH) {
            deflater.finish();
        }
        var out = new byte[1 << 14]; // a mebibyte of zeros packs to a thousand bytes
        int count = deflater.deflate(out, 0, out.length, flush);
        deflater.end();
        return Arrays.copyOf(out, count);
    }

    private static byte[] withDirectory(ByteArrayOutputStream out, List<Entry> entries, List<Integer> offsets) {
        int start = out.size();
        for (int i = 0; i < entries.size(); i++) {
            out.writeBytes(central(entries.get(i), offsets.get(i)));
        }
        ByteBuffer end = little(22).putInt(0x06054b50).putInt(0);
        end.putShort((short) entries.size()).putShort((short) entries.size());
        end.putInt(out.size() - start).putInt(start).putShort((short) 0);
        out.writeBytes(written(end));
        return out.toByteArray();
    }

    private static byte[] local(Entry entry) {
        byte[] name = entry.name().getBytes(StandardCharsets.UTF_8);
        byte[] packed = entry.packed().getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer bytes = little(30 + name.length + packed.length).putInt(0x04034b50);
        common(bytes, entry, packed.length, name.length);
        return written(bytes.put(name).put(packed));
    }

    private static byte[] central(Entry entry, int offset) {
        byte[] name = entry.name().getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = little(46 + name.length).putInt(0x02014b50);
        bytes.putShort((short) (entry.unixMode() == 0 ? 20 : 3 << 8 | 20));
        common(bytes, entry, entry.packed().length(), name.length);
        bytes.putShort((short) 0).putShort((short) 0).putShort((short) 0);
        return written(bytes.putInt(entry.unixMode() << 16).putInt(offset).put(name));
    }

    private static void common(ByteBuffer bytes, Entry entry, int packedLength, int nameLength) {
        bytes.putShort((short) 20).putShort((short) entry.flags()).putShort((short) entry.method());
        bytes.putInt(0).putInt((int) entry.crc32()).putInt(packedLength).putInt((int) entry.size());
        bytes.putShort((short) nameLength).putShort((short) 0);
    }

    private static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] written(ByteBuffer buffer) {
        var bytes = new byte[buffer.position()];
        buffer.get(0, bytes);
        return bytes;
    }
}
