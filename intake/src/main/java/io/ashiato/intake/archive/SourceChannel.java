package io.ashiato.intake.archive;

import io.ashiato.bytes.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/// A source as a read-only channel, as the 7z decoder wants it. Closing it leaves the source open.
final class SourceChannel implements SeekableByteChannel {
    private static final int PIECE_BYTES = 1 << 16;

    private final ByteSource source;
    private long position;
    private boolean open = true;

    SourceChannel(ByteSource source) {
        this.source = source;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        var piece = new byte[Math.min(into.remaining(), PIECE_BYTES)];
        int count = source.read(position, piece, 0, piece.length);
        if (count == 0 && piece.length > 0) {
            return -1;
        }
        into.put(piece, 0, count);
        position += count;
        return count;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long newPosition) {
        if (newPosition < 0) {
            throw new IllegalArgumentException("position " + newPosition + " lies before the start");
        }
        position = newPosition;
        return this;
    }

    @Override
    public long size() {
        return source.size();
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        open = false;
    }
}
