package io.ashiato.sigma.match;

import io.ashiato.bytes.LittleEndian;
import java.util.List;
import java.util.Optional;

/// Tells of most values, from a few of their bytes, that none of some literals lies in them.
///
/// With literals of at least n units, wherever one lies in a value, one of the places 0, n - 3, 2 (n - 3), ... begins
/// four units that are all the literal's. So only there the filter is asked, which knows each four units that may
/// stand there. Case and hashes make it say "perhaps" too often, never "no".
final class SampledGrams {
    private static final int UNITS = 4;

    /// With shorter literals the places lie too close to save anything.
    private static final int SHORTEST = 6;

    /// Bits for each four units.
    private static final int BITS = 32;

    /// What is set in no ASCII unit, of four: others may fold to ASCII, so they may be anything.
    private static final long NOT_ASCII = 0xFF80_FF80_FF80_FF80L;

    /// Makes small letters of capital ones, of four units.
    private static final long SMALL = 0x0020_0020_0020_0020L;

    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final int step;
    private final long[] filter;
    private final int shift;

    private SampledGrams(List<String> literals, int step) {
        this.step = step;
        int log = 32 - Integer.numberOfLeadingZeros(literals.size() * step * BITS);
        this.filter = new long[Math.max(1, 1 << (log - 6))];
        this.shift = 64 - log;
        for (String literal : literals) {
            for (int at = 0; at < step; at++) {
                int bit = hash(gram(literal, at));
                filter[bit >>> 6] |= 1L << bit;
            }
        }
    }

    /// @param literals folded
    /// @return nothing where one of them is too short
    static Optional<SampledGrams> of(List<String> literals) {
        int shortest = literals.stream().mapToInt(String::length).min().orElse(0);
        return shortest < SHORTEST ? Optional.empty() : Optional.of(new SampledGrams(literals, shortest - UNITS + 1));
    }

    private int hash(long gram) {
        return (int) (((gram | SMALL) * MIX) >>> shift);
    }

    /// Whether a literal may lie in a value.
    boolean mayLieIn(String value) {
        for (int place = 0; place <= value.length() - UNITS; place += step) {
            if (mayStand(gram(value, place))) {
                return true;
            }
        }
        return false;
    }

    /// Whether a literal may lie in a value.
    ///
    /// @param at where the value begins in `bytes`, UTF-16LE
    /// @param size of the value in bytes
    boolean mayLieIn(byte[] bytes, int at, int size) {
        int last = at + size - 2 * UNITS;
        for (int place = at; place <= last; place += 2 * step) {
            if (mayStand(LittleEndian.i64(bytes, place))) {
                return true;
            }
        }
        return false;
    }

    private boolean mayStand(long gram) {
        int bit = hash(gram);
        return ((filter[bit >>> 6] >>> bit) & 1) != 0 || (gram & NOT_ASCII) != 0;
    }

    /// Four units as they lie in UTF-16LE.
    private static long gram(String text, int at) {
        long gram = 0;
        for (int i = UNITS - 1; i >= 0; i--) {
            gram = (gram << Character.SIZE) | text.charAt(at + i);
        }
        return gram;
    }
}
