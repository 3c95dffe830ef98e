package io.ashiato.readers.evtx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

/// A log in the hands of somebody who wants records gone, or of a disk that writes over it. Each
/// method changes the bytes in place; what hides records puts the checksums right afterwards.
public final class EvtxTampering {
    private static final int HEADER = 512;

    private final byte[] log;
    private final ByteBuffer bytes;

    /// @param log changed in place
    public EvtxTampering(byte[] log) {
        this.log = log;
        this.bytes = ByteBuffer.wrap(log).order(ByteOrder.LITTLE_ENDIAN);
    }

    public byte[] bytes() {
        return log;
    }

    /// Where the chunk begins in the file.
    public static int chunkAt(int chunk) {
        return EvtxFile.HEADER_SIZE + chunk * EvtxFile.CHUNK_SIZE;
    }

    /// The bytes of one chunk.
    public byte[] chunk(int chunk) {
        return Arrays.copyOfRange(log, chunkAt(chunk), chunkAt(chunk) + EvtxFile.CHUNK_SIZE);
    }

    /// Where the listed records lie, in the order of the file.
    public List<Integer> places() throws IOException {
        return Logs.records(log).stream().map(record -> (int) record.offset()).toList();
    }

    /// The bytes of a listed record.
    public byte[] record(int place) {
        return Arrays.copyOfRange(log, place, place + bytes.getInt(place + 4));
    }

    /// Unlinks records by moving the free space offset in front of them.
    public EvtxTampering cutTail(int chunk, int firstCut, int lastLeft) {
        int at = chunkAt(chunk);
        bytes.putLong(at + 16, bytes.getLong(at + 8) + (bytes.getLong(lastLeft + 8) - bytes.getLong(at + 24)));
        bytes.putLong(at + 32, bytes.getLong(lastLeft + 8));
        bytes.putInt(at + 44, lastLeft - at).putInt(at + 48, firstCut - at);
        return checksums(chunk);
    }

    /// Hides a record inside the one before it, by making that one larger.
    public EvtxTampering swallow(int chunk, int host, int hidden) {
        int size = hidden - host + bytes.getInt(hidden + 4);
        bytes.putInt(host + 4, size).putInt(host + size - 4, size);
        return checksums(chunk);
    }

    /// The chunk as if it were new, its old records behind the header.
    public EvtxTampering resetHeader(int chunk) {
        int at = chunkAt(chunk);
        bytes.putLong(at + 8, 1).putLong(at + 16, -1).putLong(at + 24, -1).putLong(at + 32, -1);
        bytes.putInt(at + 44, 0).putInt(at + 48, HEADER);
        return checksums(chunk);
    }

    public EvtxTampering zeroHeader(int chunk) {
        return fill(chunkAt(chunk), HEADER, 0);
    }

    public EvtxTampering fill(int from, int count, int value) {
        Arrays.fill(log, from, from + count, (byte) value);
        return this;
    }

    public EvtxTampering write(int at, byte... content) {
        System.arraycopy(content, 0, log, at, content.length);
        return this;
    }

    public EvtxTampering checksums(int chunk) {
        int at = chunkAt(chunk);
        bytes.putInt(at + 52, checksum(at + HEADER, bytes.getInt(at + 48) - HEADER));
        var crc = new CRC32();
        crc.update(log, at, 120);
        crc.update(log, at + 128, HEADER - 128);
        bytes.putInt(at + 124, (int) crc.getValue());
        return this;
    }

    private int checksum(int from, int count) {
        var crc = new CRC32();
        crc.update(log, from, count);
        return (int) crc.getValue();
    }
}
