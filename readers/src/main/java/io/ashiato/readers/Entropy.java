package io.ashiato.readers;

import java.util.Locale;
import java.util.Objects;

/// How much of a byte each byte carries: code near 6, compressed or encrypted near 8.
public final class Entropy {
    private Entropy() {}

    /// Shannon entropy in bits a byte, 0 to 8; 0 of nothing.
    ///
    /// @throws IndexOutOfBoundsException if `from` and `length` are no part of the bytes
    public static double of(byte[] bytes, int from, int length) {
        Objects.checkFromIndexSize(from, length, bytes.length);
        var counts = new int[256];
        for (int i = from; i < from + length; i++) {
            counts[bytes[i] & 0xFF]++;
        }
        double entropy = 0;
        for (int count : counts) {
            if (count > 0) {
                double share = (double) count / length;
                entropy -= share * StrictMath.log(share) / StrictMath.log(2);
            }
        }
        return entropy;
    }

    /// With two digits, as facts have it.
    public static String text(byte[] bytes, int from, int length) {
        return String.format(Locale.ROOT, "%.2f", of(bytes, from, length));
    }
}
