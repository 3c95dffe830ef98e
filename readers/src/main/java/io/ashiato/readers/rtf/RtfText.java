package io.ashiato.readers.rtf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;

/// Text that comes as bytes of a code page and as UTF-16 units, mixed. Characters of two bytes may be cut over
/// tokens, so bytes are decoded only when something else follows.
final class RtfText {
    /// Info texts and instructions; behind that it is content that somebody put there to fill memory.
    private static final int MAX_LENGTH = 65_536;

    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();

    void add(byte b) {
        if (text.length() + pending.size() < MAX_LENGTH) {
            pending.write(b);
        }
    }

    void add(char unit, Charset charset) {
        decode(charset);
        if (text.length() < MAX_LENGTH) {
            text.append(unit);
        }
    }

    String take(Charset charset) {
        decode(charset);
        return text.toString();
    }

    private void decode(Charset charset) {
        if (pending.size() > 0) {
            text.append(pending.toString(charset));
            pending.reset();
        }
    }
}
