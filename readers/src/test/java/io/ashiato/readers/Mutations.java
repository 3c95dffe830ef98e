package io.ashiato.readers;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;

/// Damages sound artefacts at random: flipped bits, other bytes, lengths that lie, cuts.
public final class Mutations {
    private Mutations() {}

    /// A damaged copy.
    public static byte[] of(byte[] sound, Random random) {
        byte[] copy = random.nextInt(4) == 0 ? Arrays.copyOf(sound, random.nextInt(sound.length)) : sound.clone();
        for (int changes = random.nextInt(6); changes > 0 && copy.length > 4; changes--) {
            int at = random.nextInt(copy.length - 3);
            switch (random.nextInt(3)) {
                case 0 -> copy[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> copy[at] = (byte) random.nextInt();
                default -> ByteBuffer.wrap(copy)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(at, random.nextBoolean() ? -1 : random.nextInt(70_000));
            }
        }
        return copy;
    }
}
