package io.ashiato.readers;

import io.ashiato.bytes.Cursor;
import io.ashiato.bytes.Damage;
import io.ashiato.bytes.MalformedException;
import java.io.ByteArrayOutputStream;

/// Decompression of macro streams (MS-OVBA 2.4.1): a signature byte, then chunks of at most 4,096 decompressed
/// bytes, in each of which groups of eight literals or copy tokens follow a byte of flags.
final class VbaCompression {
    private static final int SIGNATURE = 1;
    private static final int CHUNK = 4096;

    /// Source of a module or a project's directory; real ones stay under one MB.
    private static final int MAX_DECOMPRESSED = 16 << 20;

    private VbaCompression() {}

    /// Decompresses as far as the bytes are sound.
    ///
    /// @param offset of the container in the stream
    /// @param reading gets the damage
    static byte[] decompress(byte[] stream, int offset, String name, ReadingBuilder reading) {
        var out = new ByteArrayOutputStream();
        if (offset < 0 || offset >= stream.length) {
            reading.damage(new Damage.OutOfRange(name + " text offset", offset, offset, 0, stream.length));
            return out.toByteArray();
        }
        var cursor = Cursor.over(stream, 0);
        cursor.skip(name, offset);
        try {
            int signature = cursor.u8(name + " signature");
            if (signature != SIGNATURE) {
                throw new MalformedException(
                        new Damage.OutOfRange(name + " signature", offset, signature, SIGNATURE, SIGNATURE));
            }
            while (cursor.remaining() >= 2) {
                chunk(cursor, name, out);
                if (out.size() > MAX_DECOMPRESSED) {
                    throw new MalformedException(new Damage.OverLimit(name, cursor.offset(), MAX_DECOMPRESSED));
                }
            }
        } catch (MalformedException e) {
            reading.damage(e);
        }
        return out.toByteArray();
    }

    private static void chunk(Cursor cursor, String name, ByteArrayOutputStream out) {
        int header = cursor.u16(name + " chunk header");
        int size = (header & 0x0FFF) + 1;
        boolean compressed = (header & 0x8000) != 0;
        Cursor data = cursor.window(name + " chunk", Math.min(size, cursor.remaining())); // often cut at the end
        if (!compressed) {
            out.writeBytes(data.bytes(name + " chunk", Math.min(CHUNK, data.remaining())));
            return;
        }
        var chunk = new byte[CHUNK];
        int filled = 0;
        try {
            while (data.remaining() > 0 && filled < CHUNK) {
                int flags = data.u8("flags");
                for (int bit = 0; bit < 8 && data.remaining() > 0 && filled < CHUNK; bit++) {
                    if (((flags >> bit) & 1) == 0) {
                        chunk[filled++] = (byte) data.u8("literal");
                    } else {
                        filled = copy(data, chunk, filled, name);
                    }
                }
            }
        } finally {
            out.write(chunk, 0, filled);
        }
    }

    /// A copy token: the further the chunk is filled, the more of its bits are the distance.
    private static int copy(Cursor data, byte[] chunk, int filled, String name) {
        int token = data.u16("copy token");
        int distanceBits = Math.max(4, 32 - Integer.numberOfLeadingZeros(Math.max(filled - 1, 0)));
        int lengthBits = 16 - distanceBits;
        int length = (token & ((1 << lengthBits) - 1)) + 3;
        int distance = (token >> lengthBits) + 1;
        if (distance > filled) {
            throw new MalformedException(
                    new Damage.OutOfRange(name + " copy distance", data.offset(), distance, 1, filled));
        }
        int end = Math.min(filled + length, CHUNK);
        for (int at = filled; at < end; at++) {
            chunk[at] = chunk[at - distance]; // may overlap: that is how runs are written
        }
        return end;
    }
}
