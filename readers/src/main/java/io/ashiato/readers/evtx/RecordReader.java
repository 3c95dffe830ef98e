package io.ashiato.readers.evtx;

import io.ashiato.bytes.Cursor;
import io.ashiato.bytes.Damage;
import io.ashiato.bytes.MalformedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads single records of one chunk as trees, within what they may cost together.
final class RecordReader {
    private final byte[] chunk;
    private final int length;
    private final long offset;
    private final ChunkFrames frames;
    private final BinXmlReader binXml;
    private final BinXmlReader fragments; // of its own: what that one has met it does not tell of again
    private long cost;

    /// @param length bytes of `chunk` that are there
    /// @param offset of the chunk in the file
    /// @param frames told what is wrong with records
    RecordReader(byte[] chunk, int length, long offset, ChunkFrames frames) {
        this.chunk = chunk;
        this.length = length;
        this.offset = offset;
        this.frames = frames;
        this.binXml = new BinXmlReader(chunk, length, offset);
        this.fragments = new BinXmlReader(chunk, length, offset);
    }

    /// The record of this frame; nothing where it is lost, which [ChunkFrames] then knows.
    Optional<EvtxRecord> read(int at, int size) {
        Cursor in = Cursor.over(chunk, length, offset);
        in.skip("record", at + 8L);
        try {
            long id = in.i64("record id");
            long time = in.i64("written time");
            Cursor body = in.window("binary XML", size - ChunkFrames.SMALLEST_RECORD);
            XmlElement event = event(body);
            return Optional.of(new EvtxRecord(offset + at, id, time, event));
        } catch (MalformedException e) {
            frames.lost(e.damage());
            return Optional.empty();
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

    /// What the records read so far have cost.
    long cost() {
        return cost;
    }

    /// The elements of a fragment that is no template instance, where all of it is sound.
    ///
    /// @param at of the fragment from the start of the chunk
    Optional<List<XmlElement>> fragment(int at, int size) {
        Cursor in = Cursor.over(chunk, length, offset);
        in.skip("record", at);
        var flaws = new ArrayList<Damage>();
        try {
            List<XmlElement> elements = fragments.fragment(
                    in.window("nested binary XML", size),
                    size * Limits.RESERVE_PER_BYTE / Limits.NODE_COST,
                    flaws::add);
            return flaws.isEmpty() ? Optional.of(elements) : Optional.empty();
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }
}
