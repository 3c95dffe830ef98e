package io.ashiato.readers;

import io.ashiato.bytes.ByteSource;
import io.ashiato.bytes.Damage;
import io.ashiato.bytes.LittleEndian;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Cuts a log into its lines. Blank lines are no records. A line ends with LF or CR LF; the last one may lack it.
public final class LineFramer implements LogFramer {
    /// Bytes of text handed out at a time: some hundred records, so that handing over costs little, while what
    /// several threads hold stays within a few MiB.
    public static final int BLOCK = 1 << 18;

    /// The longest line that is read. Windows' own records stay below 64 KiB, and cloud records below 1 MiB.
    public static final int MAX_LINE = 1 << 22;

    /// Header lines kept, and their longest.
    private static final int MAX_HEADER_LINES = 32;

    private static final int MAX_HEADER_LINE = 1 << 16;

    // Of eight bytes, for the search of the first line feed among them.
    private static final long LOW_BITS = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = LOW_BITS << 7;
    private static final long LINE_FEEDS = LOW_BITS * '\n';

    /// Which lines say what the columns are.
    public enum Header {
        /// None.
        NONE,
        /// The first line of the log. It is the first record too.
        FIRST_LINE,
        /// Each line that begins with `#`. They are records too, since one may come in the middle of the log.
        HASH_LINES
    }

    /// Where a piece of a log may end without tearing apart what belongs together.
    public interface Cut {
        /// Between any two lines.
        Cut ANYWHERE = (block, from, to) -> to;

        /// The start of a line in `(from, to]`, `to` being the end of the last whole line; or what is not in
        /// there, when there is no better place than `to`.
        int before(byte[] block, int from, int to);
    }

    private final TextInput input;
    private final Cut cut;
    private final Header kind;
    private final List<String> header = new ArrayList<>();

    /// What lies behind the last line that was handed out, and where it begins in the log.
    private byte[] rest = new byte[0];

    private long restOffset;
    private long number = 1;
    private boolean inLongLine;
    private boolean atEnd;

    /// @throws IOException if this machine fails to read
    public LineFramer(ByteSource source, Header kind) throws IOException {
        this(source, kind, Cut.ANYWHERE);
    }

    /// @throws IOException if this machine fails to read
    public LineFramer(ByteSource source, Header kind, Cut cut) throws IOException {
        this.cut = cut;
        this.input = new TextInput(source);
        this.kind = kind;
        this.restOffset = input.start();
    }

    @Override
    public Optional<LogFrames> next() throws IOException {
        if (atEnd) {
            return Optional.empty();
        }
        byte[] block = fill();
        var damage = new ArrayList<Damage>();
        int from = 0;
        if (inLongLine) {
            from = lineEnd(block, 0) + 1;
            inLongLine = from == 0;
            from = inLongLine ? block.length : from;
        }
        int to = atEnd ? block.length : Math.max(from, lastLineEnd(block) + 1);
        if (to == from && block.length - from >= MAX_LINE) {
            damage.add(new Damage.OverLimit("line", restOffset + input.storedSize(block, 0, from), MAX_LINE));
            inLongLine = true;
            from = block.length;
            to = from;
        }
        if (!atEnd) {
            int better = cut.before(block, from, to);
            to = better > from && better < to ? better : to;
        }
        LogFrames frames = lines(block, from, to, damage);
        rest = Arrays.copyOfRange(block, to, block.length);
        restOffset += input.storedSize(block, 0, to);
        return Optional.of(frames);
    }

    /// The rest and as much again of what follows it.
    private byte[] fill() throws IOException {
        byte[] block = Arrays.copyOf(rest, rest.length + BLOCK);
        int length = rest.length;
        while (length < block.length && !atEnd) {
            int count = input.read(block, length, block.length - length);
            length += count;
            atEnd = count == 0;
        }
        return length == block.length ? block : Arrays.copyOf(block, length);
    }

    private LogFrames lines(byte[] block, int first, int end, List<Damage> damage) {
        var frames = new LogFrames.Builder(number, header, damage);
        long offset = restOffset + input.storedSize(block, 0, first);
        for (int from = first; from < end; ) {
            int lineEnd = lineEnd(block, from);
            int to = lineEnd < 0 || lineEnd >= end ? end : lineEnd;
            int text = to > from && block[to - 1] == '\r' ? to - 1 : to;
            if (text - from > MAX_LINE) {
                damage.add(new Damage.OverLimit("line", offset, MAX_LINE));
            } else if (!isBlank(block, from, text)) {
                noteHeader(block, from, text);
                frames.add(from, text, offset);
            }
            int next = Math.min(to + 1, end);
            offset += input.storedSize(block, from, next);
            from = next;
        }
        number += frames.count();
        return frames.build(block);
    }

    /// Keeps a line that says what the columns are.
    private void noteHeader(byte[] block, int from, int to) {
        boolean isHeader = switch (kind) {
            case NONE -> false;
            case FIRST_LINE -> header.isEmpty();
            case HASH_LINES -> block[from] == '#';
        };
        if (isHeader && to - from <= MAX_HEADER_LINE) {
            keep(text(block, from, to));
        }
    }

    private static String text(byte[] block, int from, int to) {
        return new String(block, from, to - from, StandardCharsets.UTF_8);
    }

    /// A line takes the place of the one before that begins with the same word.
    private void keep(String line) {
        String word = firstWord(line);
        header.removeIf(known -> firstWord(known).equals(word));
        if (header.size() < MAX_HEADER_LINES) {
            header.add(line);
        }
    }

    private static String firstWord(String line) {
        int end = 0;
        while (end < line.length() && line.charAt(end) > ' ' && line.charAt(end) != ':') {
            end++;
        }
        return line.substring(0, end);
    }

    private static boolean isBlank(byte[] block, int from, int to) {
        int at = from;
        while (at < to && (block[at] == ' ' || block[at] == '\t' || block[at] == 0)) {
            at++;
        }
        return at == to;
    }

    /// Looks at eight bytes at a time, since each byte of a log passes here, on one thread.
    private static int lineEnd(byte[] block, int from) {
        int at = from;
        for (; at <= block.length - Long.BYTES; at += Long.BYTES) {
            long others = LittleEndian.i64(block, at) ^ LINE_FEEDS;
            long zeros = (others - LOW_BITS) & ~others & HIGH_BITS; // the lowest bit is that of the first line feed
            if (zeros != 0) {
                return at + Long.numberOfTrailingZeros(zeros) / Byte.SIZE;
            }
        }
        while (at < block.length && block[at] != '\n') {
            at++;
        }
        return at < block.length ? at : -1;
    }

    private static int lastLineEnd(byte[] block) {
        int at = block.length - 1;
        while (at >= 0 && block[at] != '\n') {
            at--;
        }
        return at;
    }
}
