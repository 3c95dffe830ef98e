package io.ashiato.readers.evtx;

import io.ashiato.bytes.ByteSource;
import io.ashiato.bytes.Cursor;
import io.ashiato.bytes.Damage;
import io.ashiato.bytes.MalformedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/// An event log: its header, and its chunks to be read one by one, in any order and by any number of
/// threads, if the source allows that.
///
/// Chunks are found by their fixed places, never by the header's counts: those lag behind in a log
/// that was copied while in use.
public final class EvtxFile {
    /// Bytes of a chunk, and so of the buffer for [#read(int, byte[])].
    public static final int CHUNK_SIZE = 0x1_0000;

    /// Where the first chunk lies. The header names its own size, but all known logs have this one.
    public static final int HEADER_SIZE = 0x1000;

    /// `ElfFile\0`, read as a little-endian number.
    static final long SIGNATURE = 0x0065_6C69_4666_6C45L;

    private static final int HEADER_FIELDS = 128;
    private static final int CHECKED_BYTES = 120;
    private static final int DIRTY = 1;
    private static final int FULL = 2;
    private static final int NO_CHECKSUMS = 4;

    private final ByteSource source;
    private final Optional<EvtxHeader> header;
    private final List<Damage> damage;

    private EvtxFile(ByteSource source, Optional<EvtxHeader> header, List<Damage> damage) {
        this.source = source;
        this.header = header;
        this.damage = List.copyOf(damage);
    }

    /// Reads the header of a log. Does not fail on what is no log: then there is no header, and
    /// [#damage] tells why.
    ///
    /// @throws IOException if the machine fails to read
    public static EvtxFile open(ByteSource source) throws IOException {
        var bytes = new byte[HEADER_FIELDS];
        int length = source.read(0, bytes, 0, bytes.length);
        var damage = new ArrayList<Damage>();
        Optional<EvtxHeader> header = Optional.empty();
        try {
            header = Optional.of(header(bytes, length, damage));
        } catch (MalformedException e) {
            damage.add(e.damage());
        }
        return new EvtxFile(source, header, damage);
    }

    private static EvtxHeader header(byte[] bytes, int length, List<Damage> damage) {
        Cursor in = Cursor.over(bytes, length, 0);
        long signature = in.i64("file signature");
        if (signature != SIGNATURE) {
            throw new MalformedException(new Damage.OutOfRange("file signature", 0, signature, SIGNATURE, SIGNATURE));
        }
        long firstChunk = in.i64("first chunk number");
        long lastChunk = in.i64("last chunk number");
        long nextRecordId = in.i64("next record id");
        in.skip("header size", 4);
        int minor = in.u16("minor version");
        int major = in.u16("major version");
        in.skip("header block size", 2);
        int chunks = in.u16("chunk count");
        in.skip("reserved", 76);
        int flags = in.i32("file flags");
        long at = in.offset();
        long stored = in.u32("file header checksum");
        if ((flags & NO_CHECKSUMS) == 0) {
            var crc = new CRC32();
            crc.update(bytes, 0, CHECKED_BYTES);
            if (crc.getValue() != stored) {
                damage.add(new Damage.ChecksumMismatch("file header checksum", at, stored, crc.getValue()));
            }
        }
        return new EvtxHeader(
                firstChunk, lastChunk, nextRecordId, major, minor, chunks, (flags & DIRTY) != 0, (flags & FULL) != 0);
    }

    /// The file header; empty if the file does not begin like a log.
    public Optional<EvtxHeader> header() {
        return header;
    }

    /// What is wrong with the file header.
    public List<Damage> damage() {
        return damage;
    }

    /// How many chunks the file has room for. A last one that is cut counts.
    public int chunkCount() {
        long behindHeader = Math.max(0, source.size() - HEADER_SIZE);
        return (int) Math.min(Integer.MAX_VALUE, (behindHeader + CHUNK_SIZE - 1) / CHUNK_SIZE);
    }

    /// Where a chunk lies in the file, in bytes.
    public long chunkOffset(int index) {
        return HEADER_SIZE + (long) index * CHUNK_SIZE;
    }

    /// The chunk from which on the records are in the order of their ids: a full log begins again at
    /// the start of the file, and its oldest records are then in the middle. Whoever wants that order
    /// reads from this chunk to the last, and then from the first.
    ///
    /// @throws IOException if the machine fails to read
    public int oldestChunk() throws IOException {
        long lowest = ChunkFrames.NO_RECORD_ID;
        int oldest = 0;
        int behindUnknown = 0; // the first of the chunks without a header that lie right before this one
        for (int index = 0; index < chunkCount(); index++) {
            long first = firstRecordId(index);
            if (Long.compareUnsigned(first, lowest) < 0) {
                lowest = first;
                oldest = behindUnknown;
            }
            if (first != ChunkFrames.NO_RECORD_ID) {
                behindUnknown = index + 1;
            }
        }
        return oldest;
    }

    private long firstRecordId(int index) throws IOException {
        var bytes = new byte[ChunkFrames.RECORD_RANGE_SIZE];
        int length = source.read(chunkOffset(index), bytes, 0, bytes.length);
        return ChunkFrames.firstRecordId(Cursor.over(bytes, length, 0));
    }

    /// Reads one chunk. An empty chunk, which Windows allocates ahead, gives nothing at all.
    ///
    /// @throws IOException if the machine fails to read
    public EvtxChunk read(int index) throws IOException {
        return read(index, new byte[CHUNK_SIZE]);
    }

    /// Reads one chunk by way of a buffer of [#CHUNK_SIZE] bytes, which is free again afterwards.
    ///
    /// @throws IOException if the machine fails to read
    public EvtxChunk read(int index, byte[] buffer) throws IOException {
        return read(index, buffer, RecordSelection.ALL);
    }

    /// Reads those records of a chunk that a selection takes. One that it does not take by its id is not looked at, so
    /// that nothing is said of its damage either.
    ///
    /// @param buffer of [#CHUNK_SIZE] bytes, which is free again afterwards
    /// @throws IOException if the machine fails to read
    public EvtxChunk read(int index, byte[] buffer, RecordSelection selection) throws IOException {
        long offset = chunkOffset(index);
        int length = source.read(offset, buffer, 0, CHUNK_SIZE);
        return new ChunkReader(buffer, length, index, offset).read(selection);
    }

    /// Fills `chunk` with the bytes of one chunk, for a [JsonLane] and its like.
    ///
    /// @throws IOException if the machine fails to read
    public void fill(int index, ChunkBytes chunk) throws IOException {
        long offset = chunkOffset(index);
        chunk.set(source.read(offset, chunk.bytes(), 0, CHUNK_SIZE), index, offset);
    }
}
