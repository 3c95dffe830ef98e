package io.ashiato.readers;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/// Compresses macro streams (MS-OVBA 2.4.1.3). Looks for repeats one place after the other: source is short.
final class VbaCompressor {
    private static final int CHUNK = 4096;
    private static final int SHORTEST_COPY = 3;

    private final boolean tokens;

    /// @param tokens false for literals only
    VbaCompressor(boolean tokens) {
        this.tokens = tokens;
    }

    byte[] container(byte[] plain) {
        var out = new ByteArrayOutputStream();
        out.write(1);
        // Literals alone are longer than the text by an eighth, and a chunk's size has twelve bits.
        int step = tokens ? CHUNK : CHUNK * 3 / 4;
        for (int from = 0; from < plain.length; from += step) {
            chunk(Arrays.copyOfRange(plain, from, Math.min(plain.length, from + step)), out);
        }
        return out.toByteArray();
    }

    private void chunk(byte[] plain, ByteArrayOutputStream out) {
        byte[] packed = packed(plain);
        boolean raw = packed.length > CHUNK;
        byte[] data = raw ? Arrays.copyOf(plain, CHUNK) : packed;
        int header = (data.length - 1) | 0x3000 | (raw ? 0 : 0x8000);
        out.write(header);
        out.write(header >> 8);
        out.writeBytes(data);
    }

    private byte[] packed(byte[] plain) {
        var out = new ByteArrayOutputStream();
        int at = 0;
        while (at < plain.length) {
            int flags = 0;
            var group = new ByteArrayOutputStream();
            for (int bit = 0; bit < 8 && at < plain.length; bit++) {
                int distance = tokens ? bestDistance(plain, at) : 0;
                int length = distance == 0 ? 0 : matching(plain, at, distance);
                if (length >= SHORTEST_COPY) {
                    int lengthBits = 16 - distanceBits(at);
                    int token = ((distance - 1) << lengthBits) | (length - SHORTEST_COPY);
                    group.write(token);
                    group.write(token >> 8);
                    flags |= 1 << bit;
                    at += length;
                } else {
                    group.write(plain[at++]);
                }
            }
            out.write(flags);
            out.writeBytes(group.toByteArray());
        }
        return out.toByteArray();
    }

    private static int distanceBits(int at) {
        return Math.max(4, 32 - Integer.numberOfLeadingZeros(Math.max(at - 1, 0)));
    }

    private static int bestDistance(byte[] plain, int at) {
        int best = 0;
        int longest = SHORTEST_COPY - 1;
        for (int distance = 1; distance <= at; distance++) {
            int length = matching(plain, at, distance);
            if (length > longest) {
                longest = length;
                best = distance;
            }
        }
        return best;
    }

    private static int matching(byte[] plain, int at, int distance) {
        int longest = Math.min((1 << (16 - distanceBits(at))) + SHORTEST_COPY - 1, plain.length - at);
        int length = 0;
        while (length < longest && plain[at + length] == plain[at + length - distance]) {
            length++;
        }
        return length;
    }
}
