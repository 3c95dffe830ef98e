package io.ashiato.sigma.match;

import io.ashiato.bytes.LittleEndian;
import io.ashiato.sigma.rule.Folding;

/// One value after the other, folded, as indexes of literals look at it: UTF-16LE in memory that is used again, so that
/// four units are one number. For one thread.
final class FoldedValue {
    /// Units that are read, and hashed, at once.
    static final int STEP = 4;

    /// Bytes before and behind the value that may be read with it.
    private static final int MARGIN = 2 * STEP;

    /// What is set in no ASCII unit, of four.
    private static final long NOT_ASCII = 0xFF80_FF80_FF80_FF80L;

    /// A bit above the seven of ASCII units, of four.
    private static final long ABOVE = 0x0080_0080_0080_0080L;

    /// What lifts units from `A`, and those behind `Z`, to that bit, of four.
    private static final long FROM_A = 0x0001_0001_0001_0001L * (0x80 - 'A');

    private static final long BEHIND_Z = 0x0001_0001_0001_0001L * (0x7F - 'Z');

    private static final int FIRST_ROOM = 1 << 12;

    /// Bytes that are kept for further values. A value of an event log has less than 64 KiB, one of a text log may have
    /// a thousand times as many.
    private static final int MOST_KEPT = 1 << 18;

    private byte[] bytes = new byte[FIRST_ROOM];
    private int units;
    private boolean isAscii = true;

    /// Takes a value.
    ///
    /// @param from UTF-16LE
    /// @param at where the value begins in it
    /// @param count of its units
    void set(byte[] from, int at, int count) {
        makeRoom(count);
        if (!foldAscii(from, at)) {
            set(Folding.fold(LittleEndian.utf16(from, at, count)));
        }
    }

    /// Takes a value.
    void set(String text) {
        set(Folding.foldToChars(text));
    }

    private void set(char[] folded) {
        makeRoom(folded.length);
        int all = 0;
        for (int i = 0; i < folded.length; i++) {
            all |= folded[i];
            LittleEndian.put16(bytes, MARGIN + 2 * i, folded[i]);
        }
        isAscii = all < 0x80;
    }

    private void makeRoom(int count) {
        units = count;
        int needed = 2 * (count + MARGIN);
        if (needed > bytes.length || bytes.length > MOST_KEPT) {
            bytes = new byte[needed + FIRST_ROOM];
        }
        LittleEndian.put64(bytes, MARGIN + 2 * count, 0);
    }

    /// @return whether the value is ASCII; else it is not taken
    private boolean foldAscii(byte[] from, int at) {
        isAscii = true;
        if (units < STEP) {
            return foldFew(from, at);
        }
        long all = 0;
        int last = units - STEP;
        for (int unit = 0; unit < last; unit += STEP) {
            all |= foldFour(from, at, unit);
        }
        all |= foldFour(from, at, last);
        return (all & NOT_ASCII) == 0;
    }

    private long foldFour(byte[] from, int at, int unit) {
        long four = LittleEndian.i64(from, at + 2 * unit);
        long capital = (four + FROM_A) & ~(four + BEHIND_Z) & ABOVE;
        LittleEndian.put64(bytes, MARGIN + 2 * unit, four | (capital >>> 2));
        return four;
    }

    private boolean foldFew(byte[] from, int at) {
        int all = 0;
        for (int i = 0; i < units; i++) {
            int unit = LittleEndian.u16(from, at + 2 * i);
            all |= unit;
            LittleEndian.put16(bytes, MARGIN + 2 * i, unit >= 'A' && unit <= 'Z' ? unit | 0x20 : unit);
        }
        return all < 0x80;
    }

    int units() {
        return units;
    }

    boolean isAscii() {
        return isAscii;
    }

    /// Where a unit lies in [#bytes]; up to [#STEP] before the first and behind the last one there is room.
    static int place(int unit) {
        return MARGIN + 2 * unit;
    }

    byte[] bytes() {
        return bytes;
    }
}
