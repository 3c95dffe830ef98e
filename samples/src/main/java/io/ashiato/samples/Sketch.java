package io.ashiato.samples;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;

/// A MinHash sketch: how much two sets of hashes overlap, told from 32 bytes of each.
///
/// The share of equal places estimates the sets' Jaccard similarity, give or take 0.09; one place in 256 is equal by
/// chance (b-bit minwise hashing, Li and König 2010, with b = 8), which is taken off.
public final class Sketch {
    /// Places of a sketch, one byte each.
    public static final int PLACES = 32;

    private static final int WORDS = PLACES / Long.BYTES;
    private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;
    private static final double CHANCE = 1.0 / 256;

    /// Odd factors, one for each place: each makes another order of the hashes.
    private static final long[] FACTORS = factors();

    private final long[] words;

    private Sketch(long[] words) {
        this.words = words;
    }

    /// @param places [#PLACES] bytes as [#bytes()] gave them
    public static Sketch ofBytes(byte[] places) {
        if (places.length != PLACES) {
            throw new IllegalArgumentException("a sketch has " + PLACES + " bytes, not " + places.length);
        }
        var words = new long[WORDS];
        ByteBuffer.wrap(places).asLongBuffer().get(words);
        return new Sketch(words);
    }

    static Sketch of(Collection<Long> hashes) {
        var least = new long[PLACES];
        Arrays.fill(least, Long.MAX_VALUE);
        for (long hash : hashes) {
            for (int i = 0; i < PLACES; i++) {
                least[i] = Math.min(least[i], hash * FACTORS[i]);
            }
        }
        var places = new byte[PLACES];
        for (int i = 0; i < PLACES; i++) {
            places[i] = (byte) Hash64.mix(least[i]);
        }
        return ofBytes(places);
    }

    private static long[] factors() {
        var factors = new long[PLACES];
        for (int i = 0; i < PLACES; i++) {
            factors[i] = Hash64.mix(i + 1) | 1;
        }
        return factors;
    }

    public byte[] bytes() {
        var bytes = new byte[PLACES];
        ByteBuffer.wrap(bytes).asLongBuffer().put(words);
        return bytes;
    }

    /// Estimated Jaccard similarity, 0 to 1.
    double similarity(Sketch other) {
        int equal = PLACES;
        for (int i = 0; i < WORDS; i++) {
            long difference = words[i] ^ other.words[i];
            // the top bit of each byte that is not zero; no carry leaves a byte
            long different = (((difference & LOW_BITS) + LOW_BITS) | difference) & ~LOW_BITS;
            equal -= Long.bitCount(different);
        }
        return Math.max(0, (equal / (double) PLACES - CHANCE) / (1 - CHANCE));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sketch sketch && Arrays.equals(words, sketch.words);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(words);
    }
}
