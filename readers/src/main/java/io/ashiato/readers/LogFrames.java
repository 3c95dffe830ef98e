package io.ashiato.readers;

import io.ashiato.bytes.Damage;
import java.util.Arrays;
import java.util.List;

/// Some records of a text log, cut out but not yet read, in the order of the log: what one thread reads at a time.
///
/// Record `i` is the UTF-8 text in `bytes[from(i), to(i))`, without the end of its line. Nobody writes to the
/// bytes any more.
public final class LogFrames {
    private final byte[] bytes;
    private final int[] bounds;
    private final long[] offsets;
    private final long firstNumber;
    private final List<String> header;
    private final List<Damage> damage;

    /// @param bounds start and end of each record, in turn
    /// @param offsets of each record in the log
    private LogFrames(
            byte[] bytes, int[] bounds, long[] offsets, long firstNumber, List<String> header, List<Damage> damage) {
        this.bytes = bytes;
        this.bounds = bounds;
        this.offsets = offsets;
        this.firstNumber = firstNumber;
        this.header = header;
        this.damage = damage;
    }

    public int count() {
        return offsets.length;
    }

    public byte[] bytes() {
        return bytes;
    }

    public int from(int record) {
        return bounds[2 * record];
    }

    public int to(int record) {
        return bounds[2 * record + 1];
    }

    /// Where a record begins in the log, in bytes of the log as it is stored.
    public long offset(int record) {
        return offsets[record];
    }

    /// The number of a record in the log, from 1 on.
    public long number(int record) {
        return firstNumber + record;
    }

    /// The lines in force before the first record that say what the columns are, as far as the log has such.
    public List<String> header() {
        return header;
    }

    /// What could not be cut out.
    public List<Damage> damage() {
        return damage;
    }

    /// Collects records of one piece of a log.
    public static final class Builder {
        private final long firstNumber;
        private final List<String> header;
        private final List<Damage> damage;
        private int[] bounds = new int[1024];
        private long[] offsets = new long[512];
        private int count;

        /// @param damage found up to the end of these records, also later
        public Builder(long firstNumber, List<String> header, List<Damage> damage) {
            this.firstNumber = firstNumber;
            this.header = List.copyOf(header);
            this.damage = damage;
        }

        public void add(int from, int to, long offset) {
            if (count == offsets.length) {
                bounds = Arrays.copyOf(bounds, 4 * count);
                offsets = Arrays.copyOf(offsets, 2 * count);
            }
            bounds[2 * count] = from;
            bounds[2 * count + 1] = to;
            offsets[count++] = offset;
        }

        public int count() {
            return count;
        }

        public LogFrames build(byte[] bytes) {
            return new LogFrames(
                    bytes,
                    Arrays.copyOf(bounds, 2 * count),
                    Arrays.copyOf(offsets, count),
                    firstNumber,
                    header,
                    List.copyOf(damage));
        }
    }
}
