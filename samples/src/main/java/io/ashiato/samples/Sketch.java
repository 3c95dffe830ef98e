package io.ashiato.samples;

import java.util.Arrays;
import java.util.Collection;

/// A MinHash sketch: how much two sets of hashes overlap, told from 32 bytes of each.
///
/// The share of equal places estimates the sets' Jaccard similarity, give or take 0.09; one place in 256 is equal by
/// chance (b-bit minwise hashing, Li and König 2010, with b = 8), which is taken off.
public final class Sketch {
    /// Places of a sketch, one byte each.
    public static final int PLACES = 32;

    private final byte[] places;

    private Sketch(byte[] places) {
        this.places = places;
    }

    /// @param places [#PLACES] bytes as [#bytes()] gave them
    public static Sketch ofBytes(byte[] places) {
        if (places.length != PLACES) {
            throw new IllegalArgumentException("a sketch has " + PLACES + " bytes, not " + places.length);
        }
        return new Sketch(places.clone());
    }

    static Sketch of(Collection<Long> hashes) {
        var least = new long[PLACES];
        Arrays.fill(least, Long.MAX_VALUE);
        for (long hash : hashes) {
            for (int i = 0; i < PLACES; i++) {
                least[i] = Math.min(least[i], Hash64.mix(hash + i * 0x9E3779B97F4A7C15L) >>> 1);
            }
        }
        var places = new byte[PLACES];
        for (int i = 0; i < PLACES; i++) {
            places[i] = (byte) least[i];
        }
        return new Sketch(places);
    }

    public byte[] bytes() {
        return places.clone();
    }

    /// A row of four places as one number: sketches with an equal row are worth a comparison.
    int row(int number) {
        int at = 4 * number;
        return places[at] & 0xFF
                | (places[at + 1] & 0xFF) << 8
                | (places[at + 2] & 0xFF) << 16
                | (places[at + 3] & 0xFF) << 24;
    }

    /// Estimated Jaccard similarity, 0 to 1.
    double similarity(Sketch other) {
        int equal = 0;
        for (int i = 0; i < PLACES; i++) {
            equal += places[i] == other.places[i] ? 1 : 0;
        }
        double chance = 1.0 / 256;
        return Math.max(0, (equal / (double) PLACES - chance) / (1 - chance));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sketch sketch && Arrays.equals(places, sketch.places);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(places);
    }
}
