package io.ashiato.readers.jsonlog;

import io.ashiato.bytes.ByteSource;
import io.ashiato.bytes.Damage;
import io.ashiato.readers.LineFramer;
import io.ashiato.readers.LogFramer;
import io.ashiato.readers.LogFrames;
import io.ashiato.readers.TextInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Cuts JSON that is not one record a line: an array of records, an object with a list of them, or records one
/// after the other, over as many lines as they like. Only brackets and strings are looked at.
///
/// A record that is not closed ends where the next one begins at the start of a line.
final class JsonDocumentFramer implements LogFramer {
    /// The largest record, in bytes.
    private static final int MAX_RECORD = LineFramer.MAX_LINE;

    private final TextInput input;

    /// Bytes from the start of the open record on, or from where the scan goes on; where they begin in the log.
    private byte[] rest = new byte[0];

    private long restOffset;
    private int scanned;
    private long number = 1;
    private boolean atEnd;

    private int depth;

    /// How many brackets are open around a record that is one of a list.
    private int level;

    private boolean inString;
    private boolean isEscaped;
    private boolean mayBeList;

    /// Where the open record begins in the block, or -1.
    private int start = -1;

    /// Where the last string at the first level began, behind its quote; and that string, where it may name a
    /// list.
    private int stringFrom = -1;

    private String name = "";

    /// The last byte that is no blank and stands in no string.
    private byte last;

    /// @throws IOException if this machine fails to read
    JsonDocumentFramer(ByteSource log) throws IOException {
        this.input = new TextInput(log);
        this.restOffset = input.start();
    }

    @Override
    public Optional<LogFrames> next() throws IOException {
        if (atEnd) {
            return Optional.empty();
        }
        byte[] block = fill();
        var damage = new ArrayList<Damage>();
        var frames = new LogFrames.Builder(number, List.of(), damage);
        var places = new Places(block);
        for (int at = scanned; at < block.length; at++) {
            scan(block, at, places, frames);
        }
        int kept = start < 0 ? block.length : start;
        if (start >= 0 && (atEnd || block.length - start > MAX_RECORD)) {
            if (atEnd) {
                frames.add(start, block.length, places.offset(start)); // who reads it tells where it ends
            } else {
                damage.add(new Damage.OverLimit("JSON record", places.offset(start), MAX_RECORD));
            }
            start = -1;
            kept = block.length;
        }
        restOffset = places.offset(kept);
        rest = Arrays.copyOfRange(block, kept, block.length);
        scanned = rest.length;
        start = start < 0 ? -1 : 0;
        stringFrom = stringFrom < kept ? -1 : stringFrom - kept;
        number += frames.count();
        return Optional.of(frames.build(block));
    }

    private byte[] fill() throws IOException {
        byte[] block = Arrays.copyOf(rest, rest.length + LineFramer.BLOCK);
        int length = rest.length;
        while (length < block.length && !atEnd) {
            int count = input.read(block, length, block.length - length);
            length += count;
            atEnd = count == 0;
        }
        return length == block.length ? block : Arrays.copyOf(block, length);
    }

    private void scan(byte[] block, int at, Places places, LogFrames.Builder frames) {
        byte value = block[at];
        if (value == '{' && isLineStart(block, at) && start >= 0 && isNotExpected()) {
            frames.add(start, at, places.offset(start)); // a record that was not closed
            inString = false;
            depth = level;
            start = -1;
        }
        if (inString) {
            string(block, at, value);
            return;
        }
        if (value == ' ' || value == '\n' || value == '\r' || value == '\t') {
            return;
        }
        if (mayBeList) {
            mayBeList = false;
            if (value == '{') {
                level = depth;
                start = -1;
            }
        }
        switch (value) {
            case '"' -> {
                inString = true;
                isEscaped = false;
                stringFrom = depth == 1 && level == 0 ? at + 1 : -1;
            }
            case '{' -> {
                if (depth == level && start < 0) {
                    start = at;
                }
                depth++;
            }
            case '[' -> open();
            case '}', ']' -> close(value, at, places, frames);
            default -> {}
        }
        last = value;
    }

    private void string(byte[] block, int at, byte value) {
        if (isEscaped) {
            isEscaped = false;
        } else if (value == '\\') {
            isEscaped = true;
        } else if (value == '"') {
            inString = false;
            last = '"';
            name = stringFrom >= 0 && JsonRecords.mayNameList(at - stringFrom)
                    ? new String(block, stringFrom, at - stringFrom, StandardCharsets.ISO_8859_1)
                    : "";
        }
    }

    private void open() {
        if (depth == 0 && level == 0 && start < 0) {
            level = 1;
        } else {
            mayBeList = depth == 1 && level == 0 && last == ':' && JsonRecords.LISTS.contains(name);
        }
        depth++;
    }

    private void close(byte value, int at, Places places, LogFrames.Builder frames) {
        if (value == ']' && depth == level) {
            level = 0;
        }
        depth = Math.max(0, depth - 1);
        if (value == '}' && depth == level && start >= 0) {
            frames.add(start, at + 1, places.offset(start));
            start = -1;
        }
    }

    private boolean isLineStart(byte[] block, int at) {
        return at > 0 && block[at - 1] == '\n' && depth > level;
    }

    /// Whether no object may stand here.
    private boolean isNotExpected() {
        return inString || (last != ':' && last != ',' && last != '[');
    }

    /// Places of a block in the log, asked for in ascending order.
    private final class Places {
        private final byte[] block;
        private int counted;
        private long offset = restOffset;

        Places(byte[] block) {
            this.block = block;
        }

        long offset(int at) {
            offset += input.storedSize(block, Math.min(counted, at), at);
            counted = at;
            return offset;
        }
    }
}
