package io.ashiato.bytes;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// JSON in UTF-8, written into memory that grows and is used again. Texts are escaped as by [JsonText]. Not
/// for several threads at a time.
public final class JsonBuffer {
    private static final int FIRST_SIZE = 1 << 12;

    /// More is given back when the buffer is emptied: a log may hold one enormous record.
    private static final int KEPT_SIZE = 1 << 20;

    /// Bytes of the longest form of one UTF-16 unit: `\u0000`.
    private static final int LONGEST = 6;

    /// What stands for each character of ASCII that cannot stand for itself; nothing for the others.
    private static final byte[][] ESCAPES = escapes();

    private byte[] bytes = new byte[FIRST_SIZE];
    private int length;

    private static byte[][] escapes() {
        var escapes = new byte[0x80][];
        for (char c = 0; c < escapes.length; c++) {
            var escaped = new StringBuilder();
            JsonText.escape(escaped, String.valueOf(c));
            boolean isPlain = escaped.length() == 1;
            escapes[c] = isPlain ? new byte[0] : escaped.toString().getBytes(StandardCharsets.US_ASCII);
        }
        return escapes;
    }

    /// How many bytes were written.
    public int length() {
        return length;
    }

    /// Forgets what was written behind the first `kept` bytes.
    public void cut(int kept) {
        length = Math.min(kept, length);
    }

    /// Gives what was written, and is empty again.
    public byte[] take() {
        byte[] taken = Arrays.copyOf(bytes, length);
        length = 0;
        if (bytes.length > KEPT_SIZE) {
            bytes = new byte[FIRST_SIZE];
        }
        return taken;
    }

    /// Appends what is JSON already.
    public JsonBuffer json(byte[] json) {
        reserve(json.length);
        System.arraycopy(json, 0, bytes, length, json.length);
        length += json.length;
        return this;
    }

    /// Appends what is JSON already, in ASCII.
    public JsonBuffer json(String ascii) {
        reserve(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            bytes[length++] = (byte) ascii.charAt(i);
        }
        return this;
    }

    /// Appends a text in quotation marks.
    public JsonBuffer text(String text) {
        put('"');
        escaped(text);
        return put('"');
    }

    /// Appends texts as an array.
    public JsonBuffer texts(List<String> texts) {
        put('[');
        for (int i = 0; i < texts.size(); i++) {
            if (i > 0) {
                put(',');
            }
            text(texts.get(i));
        }
        return put(']');
    }

    /// Begins a member of an object: its name and the colon, before them a comma unless the object has just
    /// begun. At the start of an empty buffer an object is continued.
    public JsonBuffer name(String name) {
        return separate().text(name).put(':');
    }

    /// The same with a name that is there as JSON, the colon included.
    public JsonBuffer name(byte[] quotedWithColon) {
        return separate().json(quotedWithColon);
    }

    /// Appends a member.
    public JsonBuffer member(String name, String value) {
        return name(name).text(value);
    }

    /// Appends a member.
    public JsonBuffer member(String name, long value) {
        return name(name).json(Long.toString(value));
    }

    private JsonBuffer separate() {
        return length > 0 && bytes[length - 1] == '{' ? this : put(',');
    }

    private JsonBuffer put(char ascii) {
        reserve(1);
        bytes[length++] = (byte) ascii;
        return this;
    }

    /// Appends a text as it stands between quotation marks.
    public JsonBuffer escaped(String text) {
        int at = 0;
        while (at < text.length()) {
            reserve(text.length() - at);
            at = plain(text, at);
            if (at < text.length()) {
                at = special(text, at);
            }
        }
        return this;
    }

    /// Copies characters up to the first that is not ASCII or cannot stand for itself.
    ///
    /// @return where that is
    private int plain(String text, int from) {
        byte[] to = bytes;
        int pos = length;
        int at = from;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c < ' ' || c >= 0x7F || c == '"' || c == '\\') {
                break;
            }
            to[pos++] = (byte) c;
        }
        length = pos;
        return at;
    }

    /// @return where the next character begins
    private int special(String text, int at) {
        char c = text.charAt(at);
        if (c < ESCAPES.length) {
            json(ESCAPES[c]);
            return at + 1;
        }
        reserve(LONGEST);
        if (Character.isHighSurrogate(c) && at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))) {
            supplementary(Character.toCodePoint(c, text.charAt(at + 1)));
            return at + 2;
        }
        if (!JsonText.isPlain(c)) {
            var escaped = new StringBuilder(LONGEST);
            JsonText.escape(escaped, String.valueOf(c));
            json(escaped.toString());
        } else if (c < 0x800) {
            bytes[length++] = (byte) (0xC0 | (c >> 6));
            bytes[length++] = (byte) (0x80 | (c & 0x3F));
        } else {
            bytes[length++] = (byte) (0xE0 | (c >> 12));
            bytes[length++] = (byte) (0x80 | ((c >> 6) & 0x3F));
            bytes[length++] = (byte) (0x80 | (c & 0x3F));
        }
        return at + 1;
    }

    private void supplementary(int point) {
        bytes[length++] = (byte) (0xF0 | (point >> 18));
        bytes[length++] = (byte) (0x80 | ((point >> 12) & 0x3F));
        bytes[length++] = (byte) (0x80 | ((point >> 6) & 0x3F));
        bytes[length++] = (byte) (0x80 | (point & 0x3F));
    }

    /// Makes room for so many bytes more.
    private void reserve(int more) {
        if (more > bytes.length - length) {
            int needed = Math.addExact(length, more);
            bytes = Arrays.copyOf(bytes, (int) Math.max(needed, Math.min(2L * bytes.length, Integer.MAX_VALUE - 8)));
        }
    }
}
