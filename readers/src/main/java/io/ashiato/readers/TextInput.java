package io.ashiato.readers;

import io.ashiato.bytes.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The text of a log as UTF-8, front to back: its mark at the start left out, and UTF-16 with a mark turned
/// into UTF-8. Bytes of a log without a mark are handed through as they are.
public final class TextInput {
    /// Bytes of UTF-16 read at a time.
    private static final int PIECE = 1 << 16;

    private final ByteSource source;
    private final @Nullable CharsetDecoder decoder;
    private final long start;
    private long position;
    private ByteBuffer utf8 = ByteBuffer.allocate(0);

    /// A half of a pair at the end of a piece, kept for the next one.
    private final ByteBuffer raw = ByteBuffer.allocate(PIECE);

    /// @throws IOException if this machine fails to read
    public TextInput(ByteSource source) throws IOException {
        this.source = source;
        byte[] head = source.first(3);
        int first = head.length < 2 ? 0 : ((head[0] & 0xFF) << 8) | (head[1] & 0xFF);
        boolean marked = first == 0xEFBB && head.length == 3 && (head[2] & 0xFF) == 0xBF;
        this.decoder = first == 0xFFFE
                ? decoder(StandardCharsets.UTF_16LE)
                : first == 0xFEFF ? decoder(StandardCharsets.UTF_16BE) : null;
        this.start = decoder != null ? 2 : marked ? 3 : 0;
        this.position = start;
    }

    private static CharsetDecoder decoder(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
    }

    /// Bytes of the mark at the start.
    public long start() {
        return start;
    }

    /// How many bytes these bytes of UTF-8 take in the log itself.
    public long storedSize(byte[] bytes, int from, int to) {
        if (decoder == null) {
            return (long) to - from;
        }
        long units = 0;
        for (int i = from; i < to; i++) {
            int value = bytes[i] & 0xFF;
            units += (value & 0xC0) == 0x80 ? 0 : value >= 0xF0 ? 2 : 1;
        }
        return 2 * units;
    }

    /// Reads into `into[offset .. offset+length)` and returns how many bytes came, 0 only at the end.
    ///
    /// @throws IOException if this machine fails to read
    public int read(byte[] into, int offset, int length) throws IOException {
        if (decoder == null) {
            int count = Math.max(0, source.read(position, into, offset, length));
            position += count;
            return count;
        }
        while (!utf8.hasRemaining()) {
            if (!decode(decoder)) {
                return 0;
            }
        }
        int count = Math.min(length, utf8.remaining());
        utf8.get(into, offset, count);
        return count;
    }

    private boolean decode(CharsetDecoder utf16) throws IOException {
        int count = Math.max(0, source.read(position, raw.array(), raw.position(), raw.remaining()));
        position += count;
        raw.position(raw.position() + count).flip();
        if (!raw.hasRemaining()) {
            return false;
        }
        var characters = CharBuffer.allocate(PIECE);
        utf16.decode(raw, characters, count == 0);
        raw.compact();
        utf8 = StandardCharsets.UTF_8.encode(characters.flip());
        return true;
    }
}
