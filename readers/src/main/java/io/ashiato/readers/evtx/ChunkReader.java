package io.ashiato.readers.evtx;

import io.ashiato.bytes.Cursor;
import io.ashiato.bytes.Damage;
import io.ashiato.bytes.MalformedException;
import java.util.ArrayList;
import java.util.List;

/// Reads the records of one chunk as trees, each by itself.
///
/// This is the plain way, which every other way of reading has to agree with.
final class ChunkReader {
    private final byte[] buffer;
    private final int length;
    private final int index;
    private final long offset;
    private final ChunkFrames frames;
    private final BinXmlReader binXml;
    private final List<EvtxRecord> records = new ArrayList<>();
    private long cost;

    /// @param length bytes of `buffer` that are there; less than a chunk where the file is cut
    /// @param offset of the chunk in the file
    ChunkReader(byte[] buffer, int length, int index, long offset) {
        this.buffer = buffer;
        this.length = length;
        this.index = index;
        this.offset = offset;
        this.frames = new ChunkFrames(buffer, length, offset);
        this.binXml = new BinXmlReader(buffer, length, offset);
    }

    EvtxChunk read() {
        frames.walk(this::record);
        return new EvtxChunk(index, offset, records, frames.chunkDamage(), frames.recordFlaws());
    }

    private void record(int at, int size) {
        Cursor in = Cursor.over(buffer, length, offset);
        in.skip("record", at + 8L);
        try {
            long id = in.i64("record id");
            long time = in.i64("written time");
            Cursor body = in.window("binary XML", size - ChunkFrames.SMALLEST_RECORD);
            XmlElement event = event(body);
            records.add(new EvtxRecord(offset + at, id, time, event));
        } catch (MalformedException e) {
            frames.lost(e.damage());
        }
    }

    /// The record's tree, within what the chunk has left, or within what each record may cost: a chunk
    /// full of crafted records does not take the ordinary ones behind them along.
    private XmlElement event(Cursor body) {
        long reserve = (long) body.remaining() * Limits.RESERVE_PER_BYTE;
        long left = Math.max(reserve, Limits.CHUNK_COST - cost);
        int mostNodes = (int) Math.min(left / Limits.NODE_COST, Limits.RECORD_NODES);
        long bodyAt = body.offset();
        XmlElement event;
        try {
            event = binXml.record(body, mostNodes, frames::flaw);
        } finally {
            // Also of a record that is over its limit: it took the time.
            cost += (long) binXml.nodes() * Limits.NODE_COST;
            left -= (long) binXml.nodes() * Limits.NODE_COST;
        }
        if (event.unfolded() > left) {
            throw new MalformedException(new Damage.OverLimit("chunk text", bodyAt, Limits.CHUNK_COST));
        }
        cost += event.unfolded();
        return event;
    }
}
