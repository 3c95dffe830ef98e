package io.ashiato.readers.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.ashiato.bytes.ByteSource;
import io.ashiato.readers.ArtefactReading.Child;
import io.ashiato.readers.ArtefactReading.Role;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The messages of a mailbox file: each begins behind a line `From sender date` (RFC 4155) that follows an empty line
/// or stands first.
final class Mailbox {
    private static final byte[] MARK = "From ".getBytes(ISO_8859_1);
    private static final int WINDOW_BYTES = 1 << 16;

    private Mailbox() {}

    /// @param number from 1 on
    /// @param content part of the mailbox, from the line behind the mark to the line before the next one
    record Message(int number, ByteSource content) {
        Child child() {
            return new Child("message-" + number + ".eml", Role.ATTACHMENT, content);
        }
    }

    /// Part of another source.
    private record Range(ByteSource whole, long start, long size) implements ByteSource {
        @Override
        public int read(long position, byte[] into, int offset, int length) throws IOException {
            if (position < 0 || position >= size) {
                return 0;
            }
            return whole.read(start + position, into, offset, (int) Math.min(length, size - position));
        }
    }

    /// One more than the limit at most; empty if the source does not begin as a mailbox does.
    static List<Message> messages(ByteSource source) throws IOException {
        byte[] head = source.first(MARK.length);
        var marks = new ArrayList<Long>(); // where the lines `From ` start
        if (Arrays.equals(head, MARK)) {
            findMarks(source, marks);
        }
        var messages = new ArrayList<Message>();
        for (int i = 0; i < marks.size(); i++) {
            long start = lineEnd(source, marks.get(i));
            long end = i + 1 < marks.size() ? marks.get(i + 1) : source.size();
            messages.add(new Message(i + 1, new Range(source, start, Math.max(0, end - start))));
        }
        return messages;
    }

    private static void findMarks(ByteSource source, List<Long> marks) throws IOException {
        marks.add(0L);
        var window = new byte[WINDOW_BYTES];
        int emptyLine = 0; // line feeds seen in a row, carriage returns left out
        long at = 0;
        int count;
        while ((count = source.read(at, window, 0, window.length)) > 0) {
            for (int i = 0; i < count; i++) {
                if (window[i] == 'F' && emptyLine >= 2 && isMark(source, at + i)) {
                    marks.add(at + i);
                    if (marks.size() > Limits.MESSAGES) {
                        return;
                    }
                }
                emptyLine = window[i] == '\n' ? emptyLine + 1 : window[i] == '\r' ? emptyLine : 0;
            }
            at += count;
        }
    }

    /// `From `, something, and a year or time in the same line: prose that begins with the word has none.
    private static boolean isMark(ByteSource source, long at) throws IOException {
        var line = new byte[200];
        int count = source.read(at, line, 0, line.length);
        String text = new String(line, 0, Math.max(0, count), ISO_8859_1);
        int end = text.indexOf('\n');
        return text.startsWith("From ")
                && (end < 0 ? text : text.substring(0, end)).matches("(?s)From \\S+ .*\\d\\d:\\d\\d.*");
    }

    private static long lineEnd(ByteSource source, long from) throws IOException {
        var window = new byte[1 << 10];
        long at = from;
        int count;
        while ((count = source.read(at, window, 0, window.length)) > 0) {
            for (int i = 0; i < count; i++) {
                if (window[i] == '\n') {
                    return at + i + 1;
                }
            }
            at += count;
        }
        return source.size();
    }
}
