package io.ashiato.readers;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ashiato.bytes.Cursor;
import io.ashiato.bytes.Damage;
import io.ashiato.bytes.MalformedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// The parts of a document that is a ZIP in memory (OOXML, ODF), inflated one at a time and only when asked for.
///
/// Goes by the central directory, as Office does; where that is missing, by the local headers (APPNOTE 4.3).
/// Names are labels and never places on a disk.
public final class PackageParts {
    /// More members than this are not listed; a presentation with a thousand slides has about 4,000.
    public static final int MAX_PARTS = 10_000;

    /// One part, inflated.
    public static final int MAX_PART_BYTES = 32 << 20;

    /// All parts that are asked for together, inflated: a bomb of many parts costs no more than this.
    public static final long MAX_TOTAL_BYTES = 256L << 20;

    /// Deflate itself cannot exceed 1,032; XML of a large sheet reaches 100. Small parts may be of anything.
    private static final int MAX_RATIO = 500;

    private static final int RATIO_FROM = 1 << 20;

    private static final int END_SIGNATURE = 0x0605_4B50;
    private static final int CENTRAL_SIGNATURE = 0x0201_4B50;
    private static final int LOCAL_SIGNATURE = 0x0403_4B50;
    private static final int END_SIZE = 22;
    private static final int MAX_COMMENT = 0xFFFF;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int ENCRYPTED = 1;
    private static final int UTF8_NAMES = 0x800;

    private final byte[] zip;
    private final ReadingBuilder reading;
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private long inflated;
    private boolean encrypted;

    private record Part(String name, int method, long local, long packed) {}

    private PackageParts(byte[] zip, ReadingBuilder reading) {
        this.zip = zip;
        this.reading = reading;
    }

    /// Lists the parts.
    ///
    /// @param reading gets the damage, now and when parts are read
    public static PackageParts in(byte[] zip, ReadingBuilder reading) {
        var parts = new PackageParts(zip, reading);
        int end = parts.endOfCentralDirectory();
        if (end < 0 || !parts.listCentral(end)) {
            reading.unreadable("central directory");
            parts.listLocal();
        }
        return parts;
    }

    /// Names as they stand, in the order of the directory, without folders.
    public List<String> names() {
        return parts.values().stream().map(Part::name).toList();
    }

    /// Whether a part is encrypted by the ZIP itself; Office does not do that.
    public boolean hasEncrypted() {
        return encrypted;
    }

    /// The content of a part; empty where there is none or it cannot be had. Case does not count (OPC 6.2.2.3).
    public Optional<byte[]> bytes(String name) {
        Part part = parts.get(key(name));
        if (part == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(content(part));
        } catch (MalformedException e) {
            reading.damage(e);
        } catch (DataFormatException e) {
            reading.unreadable(part.name());
        }
        return Optional.empty();
    }

    private static String key(String name) {
        String plain = name.replace('\\', '/');
        return (plain.startsWith("/") ? plain.substring(1) : plain).toLowerCase(Locale.ROOT);
    }

    private Cursor at(long offset) {
        var cursor = Cursor.over(zip, 0);
        cursor.skip("offset", offset);
        return cursor;
    }

    private int endOfCentralDirectory() {
        int last = zip.length - END_SIZE;
        for (int at = last; at >= 0 && at >= last - MAX_COMMENT; at--) {
            if (at(at).i32("signature") == END_SIGNATURE) {
                return at;
            }
        }
        return -1;
    }

    /// Whether the directory is there; bytes in front of the archive shift all its offsets.
    private boolean listCentral(int end) {
        try {
            Cursor trailer = at(end + 12L);
            long size = trailer.u32("central directory size");
            long offset = trailer.u32("central directory offset");
            long shift = end - size - offset;
            Cursor cursor = at(shift >= 0 ? offset + shift : offset);
            while (cursor.remaining() >= 46 && cursor.fork().i32("signature") == CENTRAL_SIGNATURE) {
                if (parts.size() >= MAX_PARTS) {
                    reading.damage(new Damage.OverLimit("parts", cursor.offset(), MAX_PARTS));
                    return true;
                }
                central(cursor, Math.max(shift, 0));
            }
        } catch (MalformedException e) {
            reading.damage(e);
        }
        return !parts.isEmpty();
    }

    private void central(Cursor cursor, long shift) {
        cursor.skip("signature and versions", 8);
        int flags = cursor.u16("flags");
        int method = cursor.u16("method");
        cursor.skip("time and checksum", 8);
        long packed = cursor.u32("compressed size");
        cursor.skip("size", 4);
        int nameLength = cursor.u16("name length");
        int skipped = cursor.u16("extra length") + cursor.u16("comment length");
        cursor.skip("attributes", 8);
        long local = cursor.u32("local header offset") + shift;
        add(cursor.bytes("name", nameLength), flags, method, local, packed);
        cursor.skip("extra and comment", skipped);
    }

    /// Without a directory: every local header that can be found, each up to the next.
    private void listLocal() {
        var starts = new ArrayList<Integer>();
        var cursor = Cursor.over(zip, 0);
        if (zip.length >= 4 && cursor.fork().i32("signature") == LOCAL_SIGNATURE) {
            starts.add(0);
        }
        for (cursor.skipTo(LOCAL_SIGNATURE);
                cursor.remaining() >= 30 && starts.size() < MAX_PARTS;
                cursor.skipTo(LOCAL_SIGNATURE)) {
            starts.add((int) cursor.offset());
        }
        for (int i = 0; i < starts.size(); i++) {
            int start = starts.get(i);
            int next = i + 1 < starts.size() ? starts.get(i + 1) : zip.length;
            try {
                Cursor header = at(start + 6L);
                int flags = header.u16("flags");
                int method = header.u16("method");
                header.skip("time and checksum", 8);
                long packed = header.u32("compressed size");
                header.skip("size", 4);
                int nameLength = header.u16("name length");
                int extra = header.u16("extra length");
                byte[] name = header.bytes("name", nameLength);
                long left = (long) next - header.offset() - extra;
                add(name, flags, method, start, packed == 0 || packed > left ? Math.max(left, 0) : packed);
            } catch (MalformedException e) {
                reading.damage(e);
            }
        }
    }

    private void add(byte[] rawName, int flags, int method, long local, long packed) {
        String name = new String(rawName, (flags & UTF8_NAMES) != 0 ? UTF_8 : CodePages.charset(437));
        encrypted |= (flags & ENCRYPTED) != 0;
        if (!name.endsWith("/")) {
            parts.putIfAbsent(key(name), new Part(name, method, local, packed));
        }
    }

    private byte[] content(Part part) throws DataFormatException {
        Cursor header = at(part.local());
        int signature = header.i32("local header signature");
        if (signature != LOCAL_SIGNATURE) {
            throw new MalformedException(new Damage.OutOfRange(
                    "local header signature", part.local(), signature, LOCAL_SIGNATURE, LOCAL_SIGNATURE));
        }
        header.skip("local header", 22);
        int names = header.u16("name length") + header.u16("extra length");
        header.skip("name and extra", names);
        int packed = (int) Math.min(part.packed(), header.remaining());
        return switch (part.method()) {
            case STORED -> header.bytes(part.name(), Math.min(packed, budget(packed)));
            case DEFLATED -> inflate(part, (int) header.offset(), packed);
            default ->
                throw new MalformedException(
                        new Damage.OutOfRange("method of " + part.name(), part.local(), part.method(), 0, DEFLATED));
        };
    }

    /// How much one more part may take.
    private int budget(int packed) {
        long ratio = Math.max(RATIO_FROM, (long) packed * MAX_RATIO);
        return Math.clamp(Math.min(MAX_TOTAL_BYTES - inflated, ratio), 0, MAX_PART_BYTES);
    }

    /// As much as can be inflated: what a cut part still holds is worth reading.
    private byte[] inflate(Part part, int from, int packed) throws DataFormatException {
        int budget = budget(packed);
        var inflater = new Inflater(true);
        try {
            inflater.setInput(zip, from, packed);
            var out = new byte[Math.min(budget, Math.max(1024, (packed * 4) & Integer.MAX_VALUE))];
            int filled = 0;
            while (!inflater.finished()) {
                if (filled == out.length) {
                    if (filled >= budget) {
                        reading.damage(new Damage.OverLimit("inflated " + part.name(), part.local(), budget));
                        break;
                    }
                    out = Arrays.copyOf(out, (int) Math.min(budget, filled * 2L));
                }
                int count = inflater.inflate(out, filled, out.length - filled);
                filled += count;
                if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    reading.damage(new Damage.Truncated("deflated " + part.name(), from, 1L + packed, packed));
                    break;
                }
            }
            inflated += filled;
            return Arrays.copyOf(out, filled);
        } finally {
            inflater.end();
        }
    }
}
