package io.ashiato.readers.jsonlog;

import io.ashiato.bytes.ByteSource;
import io.ashiato.readers.LineFramer;
import io.ashiato.readers.LogFramer;
import io.ashiato.readers.LogFrames;
import io.ashiato.readers.LogItem;
import io.ashiato.readers.LogMapping;
import io.ashiato.readers.TextInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;

/// What the first bytes of a file that is JSON tell.
final class JsonHead {
    private static final int MAX_TEXT = 1 << 17;

    /// As UTF-8.
    private final byte[] text;

    private JsonHead(byte[] text) {
        this.text = text;
    }

    /// The head of a log, decoded where it is UTF-16.
    static JsonHead of(byte[] head) {
        try {
            var input = new TextInput(ByteSource.of(head));
            var text = new byte[MAX_TEXT];
            int length = 0;
            int count = input.read(text, 0, text.length);
            while (count > 0) {
                length += count;
                count = input.read(text, length, text.length - length);
            }
            return new JsonHead(Arrays.copyOf(text, length));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // an array in memory does not fail
        }
    }

    /// Whether records are lines: the first line is an object that ends where the line does.
    boolean isLines() {
        int from = 0;
        while (from < text.length && text[from] <= ' ' && text[from] >= 0) {
            from++;
        }
        int end = from;
        while (end < text.length && text[end] != '\n') {
            end++;
        }
        return from < end && end < text.length && text[from] == '{' && isBalanced(from, end);
    }

    private boolean isBalanced(int from, int end) {
        int depth = 0;
        boolean inString = false;
        for (int at = from; at < end; at++) {
            byte value = text[at];
            if (inString) {
                if (value == '\\') {
                    at++;
                } else if (value == '"') {
                    inString = false;
                }
            } else if (value == '"') {
                inString = true;
            } else if (value == '{' || value == '[') {
                depth++;
            } else if (value == '}' || value == ']') {
                depth--;
            }
        }
        return depth == 0 && !inString;
    }

    /// Whether one of the first records has a known shape.
    boolean hasKnownRecord() {
        return hasRecord(JsonHead::isKnown);
    }

    /// Whether one of the first records is of the log that the user described.
    boolean hasRecordOf(LogMapping mapping) {
        return hasRecord(new MappedRecord(mapping)::fits);
    }

    private boolean hasRecord(Predicate<FlatRecord> wanted) {
        var records = new JsonRecords();
        var isKnown = new AtomicBoolean();
        try {
            ByteSource source = ByteSource.of(text);
            LogFramer framer =
                    isLines() ? new LineFramer(source, LineFramer.Header.NONE) : new JsonDocumentFramer(source);
            for (Optional<LogFrames> next = framer.next(); next.isPresent(); next = framer.next()) {
                LogFrames frames = next.get();
                for (int i = 0; i < frames.count() && !isKnown.get(); i++) {
                    read(records, frames, i, wanted, isKnown);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // an array in memory does not fail
        }
        return isKnown.get();
    }

    private static void read(
            JsonRecords records, LogFrames frames, int record, Predicate<FlatRecord> wanted, AtomicBoolean isKnown) {
        try {
            records.read(frames.bytes(), frames.from(record), frames.to(record), flat -> {
                if (wanted.test(flat)) {
                    isKnown.set(true);
                }
            });
        } catch (JacksonException e) {
            // The head may end inside a record whose first values say enough; a broken one says nothing of others.
            isKnown.set(wanted.test(records.current()));
        }
    }

    private static boolean isKnown(FlatRecord record) {
        return RecordShapes.isKnown(record)
                || (record.has(Mark.EMBEDDED)
                        && new EmbeddedRecord()
                                .event(record, new LogItem("", ""), 0, 0)
                                .isPresent());
    }
}
