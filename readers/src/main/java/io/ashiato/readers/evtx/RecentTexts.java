package io.ashiato.readers.evtx;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Texts of values that come again and again, such as channels and computers: made once, then found by their bytes.
final class RecentTexts {
    private static final int KEPT = 256;

    /// Bytes of a value that is kept; names of channels and computers are shorter.
    private static final int MOST_BYTES = 512;

    private final ValueTexts texts;
    private final @Nullable Known[] known = new Known[KEPT];

    private static final class Known {
        private final int kind;
        private final byte[] value;
        private final String text;

        Known(int kind, byte[] value, String text) {
            this.kind = kind;
            this.value = value;
            this.text = text;
        }

        boolean is(byte[] from, int at, int otherKind) {
            int size = otherKind & 0xFFFF;
            return kind == otherKind && Arrays.equals(value, 0, size, from, at, at + size);
        }
    }

    RecentTexts(ValueTexts texts) {
        this.texts = texts;
    }

    /// As [ValueTexts#text].
    String text(byte[] from, int at, int kind) {
        int size = kind & 0xFFFF;
        if (size == 0 || size > MOST_BYTES) {
            return texts.text(from, at, kind);
        }
        // Names of channels begin alike, numbers differ in their first byte.
        int hash = kind * 31 + from[at] * 17 + from[at + size - 1] * 13 + from[at + size / 2] * 7 + from[at + size / 4];
        int place = (hash ^ hash >>> 8) & KEPT - 1;
        Known found = known[place];
        if (found == null || !found.is(from, at, kind)) {
            found = new Known(kind, Arrays.copyOfRange(from, at, at + size), texts.text(from, at, kind));
            known[place] = found;
        }
        return found.text;
    }
}
