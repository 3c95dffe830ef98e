package io.ashiato.intake;

import io.ashiato.bytes.ByteSource;
import io.ashiato.bytes.Digests;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.CRC32;

/// Takes size, digest, checksum and first bytes of an item in one pass.
final class Fingerprint {
    private static final int PIECE_BYTES = 1 << 18;

    private final MessageDigest sha256 = Digests.sha256();
    private final CRC32 crc32 = new CRC32();
    private final byte[] head = new byte[KindRecogniser.HEAD_BYTES];
    private int headLength;
    private long size;

    /// @throws IOException if the source cannot be read
    static Fingerprint of(ByteSource source) throws IOException {
        var fingerprint = new Fingerprint();
        var piece = new byte[Math.clamp(source.size(), 1, PIECE_BYTES)];
        int count;
        while ((count = source.read(fingerprint.size, piece, 0, piece.length)) > 0) {
            fingerprint.add(piece, count);
        }
        return fingerprint;
    }

    void add(byte[] piece, int length) {
        sha256.update(piece, 0, length);
        crc32.update(piece, 0, length);
        int more = Math.min(length, head.length - headLength);
        System.arraycopy(piece, 0, head, headLength, more);
        headLength += more;
        size += length;
    }

    long size() {
        return size;
    }

    long crc32() {
        return crc32.getValue();
    }

    /// 64 lower-case hexadecimal digits. To be asked for once, at the end.
    String sha256() {
        return HexFormat.of().formatHex(sha256.digest());
    }

    byte[] head() {
        return head;
    }

    int headLength() {
        return headLength;
    }
}
