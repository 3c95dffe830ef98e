package io.ashiato.samples;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// Hashes of what compilers, C and C++ libraries, zlib and Go bring into programs by themselves.
///
/// Learnt from programs without any code of interest; `samples/common-code/README.md` says how. Only the upper 40 bits
/// of each hash are kept: among 200,000 of them a foreign hash is found by chance once in five million.
final class CommonCode {
    private static final String RESOURCE = "common-code.bin.gz";
    private static final int VERSION = 1;
    private static final int DROPPED_BITS = 24;

    /// Instructions of the smallest function that can be told from others.
    private static final int MIN_FUNCTION = 6;

    private static final CommonCode BUILT_IN = load();

    private final long[] sorted;

    private CommonCode(long[] sorted) {
        this.sorted = sorted;
    }

    static CommonCode builtIn() {
        return BUILT_IN;
    }

    static CommonCode of(Collection<SampleFeatures> programs) {
        var all = new TreeSet<Long>();
        for (SampleFeatures program : programs) {
            program.strings().forEach(all::add);
            program.constants().forEach(all::add);
            program.imports().forEach(all::add);
            program.functions().stream()
                    .filter(function -> function.size() >= MIN_FUNCTION)
                    .forEach(function -> all.add(function.exact()));
        }
        return new CommonCode(all.stream()
                .mapToLong(hash -> hash >>> DROPPED_BITS)
                .sorted()
                .distinct()
                .toArray());
    }

    boolean contains(long hash) {
        return Arrays.binarySearch(sorted, hash >>> DROPPED_BITS) >= 0;
    }

    int size() {
        return sorted.length;
    }

    /// Writes it as the resource holds it: version, count, then the differences of the sorted hashes, 7 bits a byte.
    void write(OutputStream out) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var data = new DataOutputStream(new GZIPOutputStream(bytes))) {
            data.writeInt(VERSION);
            data.writeInt(sorted.length);
            long before = 0;
            for (long hash : sorted) {
                long gap = hash - before;
                while (gap >= 0x80) {
                    data.writeByte((int) ((gap & 0x7F) | 0x80));
                    gap >>>= 7;
                }
                data.writeByte((int) gap);
                before = hash;
            }
        }
        out.write(bytes.toByteArray());
    }

    private static CommonCode load() {
        try (InputStream resource = CommonCode.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException("resource " + RESOURCE + " is missing");
            }
            return read(resource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CommonCode read(InputStream resource) throws IOException {
        var data = new DataInputStream(new GZIPInputStream(resource, 1 << 16));
        if (data.readInt() != VERSION) {
            throw new IllegalStateException(RESOURCE + " is of another version than this program");
        }
        var hashes = new long[data.readInt()];
        long before = 0;
        for (int i = 0; i < hashes.length; i++) {
            int shift = 0;
            int part;
            do {
                part = data.readUnsignedByte();
                before += (long) (part & 0x7F) << shift;
                shift += 7;
            } while (part >= 0x80);
            hashes[i] = before;
        }
        return new CommonCode(hashes);
    }
}
