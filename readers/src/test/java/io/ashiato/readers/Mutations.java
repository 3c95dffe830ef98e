package io.ashiato.readers;

import java.util.Arrays;
import java.util.Random;

/// Damages files at random, the same way for the same seed: flipped bits, cut ends, and numbers replaced by ones that
/// lie about sizes and places.
public final class Mutations {
    private static final long[] LIES = {
        0,
        1,
        0x7F,
        0xFF,
        0x7FFF,
        0xFFFF,
        0x1_0000,
        0x7FFF_FFFFL,
        0x8000_0000L,
        0xFFFF_FFF0L,
        0xFFFF_FFFFL,
        -1L,
        Long.MIN_VALUE
    };

    private Mutations() {}

    /// A damaged copy.
    public static byte[] of(byte[] sound, long seed) {
        var random = new Random(seed);
        byte[] bytes = random.nextInt(8) == 0 ? Arrays.copyOf(sound, random.nextInt(sound.length)) : sound.clone();
        if (bytes.length == 0) {
            return bytes;
        }
        // Most of what is worth lying about stands in the headers.
        int region = random.nextBoolean() ? bytes.length : Math.min(bytes.length, 1_024);
        for (int count = 1 + random.nextInt(6); count > 0; count--) {
            int at = random.nextInt(region);
            if (random.nextBoolean()) {
                bytes[at] ^= (byte) (1 << random.nextInt(8));
            } else {
                lie(bytes, at, 1 << random.nextInt(4), LIES[random.nextInt(LIES.length)]);
            }
        }
        return bytes;
    }

    private static void lie(byte[] bytes, int at, int width, long value) {
        for (int i = 0; i < width && at + i < bytes.length; i++) {
            bytes[at + i] = (byte) (value >>> 8 * i);
        }
    }
}
