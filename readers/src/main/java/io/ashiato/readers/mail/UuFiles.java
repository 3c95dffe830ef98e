package io.ashiato.readers.mail;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Files in the text of a mail, between `begin 644 name` and `end`, as programs sent them before MIME.
final class UuFiles {
    private static final Pattern BEGIN = Pattern.compile("(?m)^begin [0-7]{3,4} ([^\r\n]{1,255})\r?\n");

    private UuFiles() {}

    /// @param content never written to
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere
    record File(String name, byte[] content) {}

    /// @param text the bytes of the text, a character for each
    static List<File> in(String text) {
        var files = new ArrayList<File>();
        Matcher begin = BEGIN.matcher(text);
        int at = 0;
        while (files.size() < Limits.PARTS && begin.find(at)) {
            var content = new ByteArrayOutputStream();
            at = begin.end();
            boolean ended = false;
            while (at < text.length() && !ended) {
                int lineEnd = text.indexOf('\n', at);
                String line = text.substring(at, lineEnd < 0 ? text.length() : lineEnd);
                String data = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
                ended = data.equals("end");
                content.writeBytes(ended ? new byte[0] : TransferCodes.uuLine(data));
                at = lineEnd < 0 ? text.length() : lineEnd + 1;
            }
            if (ended) { // else the line that begins with `begin` was prose
                files.add(new File(begin.group(1).strip(), content.toByteArray()));
            }
        }
        return files;
    }
}
