package io.ashiato.readers.pe;

import io.ashiato.bytes.Cursor;
import io.ashiato.readers.ByteSearch;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// What Microsoft's linker writes between the DOS program and the PE header: which tools made how many of the objects.
/// Anyone can copy it from one program into another; [RichConsistency] asks whether it fits where it stands.
///
/// Source: D. Pistelli, *Microsoft's Rich Signature (undocumented)*, ntcore.com.
///
/// @param key the stored checksum, with which all else is masked
/// @param checksumValid whether the checksum is that of the DOS program and the entries
/// @param hash MD5 of the unmasked header up to the word `Rich`, lower-case hex, as others publish it
record RichHeader(long key, boolean checksumValid, String hash, List<Entry> entries) {
    /// Between the DOS program and the PE header; real ones have under 40 entries.
    private static final int MAX_ENTRIES = 256;

    private static final int START_MARK = 0x536E_6144; // "DanS"
    private static final byte[] END_MARK = "Rich".getBytes(StandardCharsets.US_ASCII);
    private static final int PE_POINTER = 0x3C;

    RichHeader {
        entries = List.copyOf(entries);
    }

    /// @param product number of the tool, see [RichProduct]
    /// @param build of the tool
    /// @param count of the objects that it made
    record Entry(int product, int build, long count) {}

    /// Empty where the file has none, or where its beginning cannot be found.
    static Optional<RichHeader> read(PeFile file) {
        byte[] data = file.data();
        int limit = (int) Math.min(file.headers().offset(), data.length);
        int end = ByteSearch.indexOf(data, END_MARK, 0x40);
        if (end < 0 || end + 8 > limit) {
            return Optional.empty();
        }
        int key = word(data, end + 4);
        int start = end - 4;
        while (start >= 0x40 && word(data, start) != (START_MARK ^ key)) {
            start -= 4;
        }
        if (start < 0x40 || end - start < 16) {
            return Optional.empty();
        }
        var entries = new ArrayList<Entry>();
        for (int at = start + 16; at + 8 <= end && entries.size() < MAX_ENTRIES; at += 8) {
            int tool = word(data, at) ^ key;
            entries.add(new Entry(tool >>> 16, tool & 0xFFFF, Integer.toUnsignedLong(word(data, at + 4) ^ key)));
        }
        return Optional.of(new RichHeader(
                Integer.toUnsignedLong(key),
                key == checksum(data, start, entries),
                hash(data, start, end, key),
                entries));
    }

    /// The checksum over the DOS program before `start`, but for the pointer to the PE header, and the entries.
    static int checksum(byte[] data, int start, List<Entry> entries) {
        int sum = start;
        for (int i = 0; i < start; i++) {
            if (i < PE_POINTER || i >= PE_POINTER + 4) {
                sum += Integer.rotateLeft(data[i] & 0xFF, i);
            }
        }
        for (var entry : entries) {
            sum += Integer.rotateLeft(entry.product() << 16 | entry.build(), (int) entry.count());
        }
        return sum;
    }

    private static int word(byte[] data, int at) {
        var cursor = Cursor.over(data, 0);
        cursor.skip("Rich header", at);
        return cursor.i32("Rich header");
    }

    private static String hash(byte[] data, int start, int end, int key) {
        var clear = new byte[end - start];
        for (int i = 0; i < clear.length; i++) {
            clear[i] = (byte) (data[start + i] ^ (key >>> (8 * (i % 4))));
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(clear));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
