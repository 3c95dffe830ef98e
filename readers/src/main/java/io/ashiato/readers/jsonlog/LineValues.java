package io.ashiato.readers.jsonlog;

import io.ashiato.bytes.LittleEndian;
import io.ashiato.model.RecordView;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The values of one line where they lie in it, in their order: checked when they are added, decoded when they are
/// asked for. Used again for the next line; for one thread.
///
/// Whatever is not sound beyond doubt is refused, and its line left to the plain way ([JsonRecords]).
final class LineValues {
    /// Bytes of a line. Its values are decoded into one array of twice that size, which each thread holds.
    static final int MOST_BYTES = 1 << 16;

    /// Values of a line.
    static final int MOST_VALUES = 1024;

    /// Characters of a number. Longer ones are no integers of 64 bits and no times.
    private static final int LONGEST_NUMBER = 40;

    /// What [#quoted] and [#bare] return for what is not sound.
    static final int REFUSED = -1;

    // What a value is, as bits.
    private static final byte PLAIN = 0;
    private static final byte ESCAPED = 1;
    private static final byte NOT_ASCII = 1 << 1;
    private static final byte NULL = 1 << 2;
    private static final byte WORD = 1 << 3;
    private static final byte NUMBER = 1 << 4;

    private static final int UNKNOWN = 0;

    private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NOTHING = "null".getBytes(StandardCharsets.US_ASCII);

    /// By byte: whether [RecordView#NUMERIC] has it, in either case.
    private static final boolean[] IS_NUMERIC = new boolean[256];

    static {
        for (char c : RecordView.NUMERIC.toCharArray()) {
            IS_NUMERIC[c] = true;
            IS_NUMERIC[Character.toUpperCase(c)] = true;
        }
    }

    private byte[] line = new byte[0];
    private final int[] starts = new int[MOST_VALUES];
    private final int[] ends = new int[MOST_VALUES];
    private final byte[] traits = new byte[MOST_VALUES];

    /// By value: as [RecordView#kind], or [#UNKNOWN] as long as nobody asked; then where it lies in [#decoded].
    private final int[] kinds = new int[MOST_VALUES];

    private final int[] places = new int[MOST_VALUES];
    private int count;
    private final byte[] decoded = new byte[2 * MOST_BYTES];
    private int decodedSize;

    /// Forgets all values, and turns to a line in these bytes.
    void turnTo(byte[] bytes) {
        line = bytes;
        Arrays.fill(kinds, 0, count, UNKNOWN);
        count = 0;
        decodedSize = 0;
    }

    int count() {
        return count;
    }

    /// Adds a text.
    ///
    /// @param from behind the quote before it
    /// @param to the end of the line
    /// @return where the quote behind it stands, or [#REFUSED]
    int quoted(int from, int to) {
        byte[] bytes = line;
        byte found = PLAIN;
        int at = from;
        while (at < to) {
            byte value = bytes[at];
            if (value == '"') {
                return add(from, at, found);
            }
            if (value == '\\') {
                found |= ESCAPED;
                at = JsonEscapes.skip(bytes, at, to);
            } else if (value < 0) {
                found |= NOT_ASCII;
                at = JsonEscapes.skipCharacter(bytes, at, to);
            } else {
                at++;
            }
            if (at < 0) {
                return REFUSED;
            }
        }
        return REFUSED;
    }

    /// Whether a value without quotes may begin with that byte.
    static boolean mayBeBare(byte first) {
        return (first >= '0' && first <= '9') || first == '-' || first == 't' || first == 'f' || first == 'n';
    }

    /// Adds a number without an exponent, `true`, `false` or `null`.
    ///
    /// @param from where it begins
    /// @param to the end of the line
    /// @return its end, or [#REFUSED]
    int bare(int from, int to) {
        return switch (line[from]) {
            case 't' -> word(TRUE, from, to, WORD);
            case 'f' -> word(FALSE, from, to, WORD);
            case 'n' -> word(NOTHING, from, to, NULL);
            default -> number(from, Math.min(to, from + LONGEST_NUMBER));
        };
    }

    private int word(byte[] word, int from, int to, byte trait) {
        int end = from + word.length;
        return end <= to && Arrays.equals(word, 0, word.length, line, from, end) ? add(from, end, trait) : REFUSED;
    }

    private int number(int from, int to) {
        int first = line[from] == '-' ? from + 1 : from;
        int end = digits(first, to);
        boolean hasLeadingZero = end - first > 1 && line[first] == '0';
        if (end == first || hasLeadingZero) {
            return REFUSED;
        }
        if (end < to && line[end] == '.') {
            int point = end;
            end = digits(point + 1, to);
            if (end == point + 1) {
                return REFUSED;
            }
        }
        return add(from, end, NUMBER);
    }

    private int digits(int from, int to) {
        int at = from;
        while (at < to && line[at] >= '0' && line[at] <= '9') {
            at++;
        }
        return at;
    }

    private int add(int from, int to, byte trait) {
        if (count == MOST_VALUES) {
            return REFUSED;
        }
        starts[count] = from;
        ends[count] = to;
        traits[count++] = trait;
        return to;
    }

    /// Whether a value is JSON's `null`.
    boolean isNull(int index) {
        return traits[index] == NULL;
    }

    /// Whether a value is `null` or a text without characters.
    boolean isEmpty(int index) {
        return traits[index] == NULL || starts[index] == ends[index];
    }

    /// The text of a value, `""` for `null`.
    String text(int index) {
        if (traits[index] == NULL) {
            return "";
        }
        int size = ends[index] - starts[index];
        if ((traits[index] & (ESCAPED | NOT_ASCII)) == 0) {
            return new String(line, starts[index], size, StandardCharsets.ISO_8859_1);
        }
        int kind = kind(index);
        return kind == RecordView.TEXT_ONLY
                ? JsonEscapes.text(line, starts[index], ends[index])
                : new String(LittleEndian.utf16(decoded, places[index], (kind & 0xFFFF) / 2));
    }

    /// As [RecordView#kind].
    int kind(int index) {
        int kind = kinds[index];
        if (kind == UNKNOWN) {
            kind = decode(index);
            kinds[index] = kind;
        }
        return kind;
    }

    /// As [RecordView#at], of a value whose kind was asked for.
    int at(int index) {
        return places[index];
    }

    /// As [RecordView#bytes].
    byte[] bytes() {
        return decoded;
    }

    private int decode(int index) {
        int from = starts[index];
        int to = ends[index];
        int place = decodedSize;
        places[index] = place;
        if (traits[index] == NULL) {
            return RecordView.UTF16 << 16;
        }
        if (to - from > 0xFFFF / 2) {
            return RecordView.TEXT_ONLY;
        }
        if (traits[index] == NUMBER || (traits[index] == PLAIN && isNumeric(from, to))) {
            System.arraycopy(line, from, decoded, place, to - from);
            decodedSize = place + to - from;
            return (RecordView.ASCII << 16) | (to - from);
        }
        decodedSize = (traits[index] & (ESCAPED | NOT_ASCII)) == 0
                ? widen(from, to, place)
                : JsonEscapes.decode(line, from, to, decoded, place);
        return (RecordView.UTF16 << 16) | (decodedSize - place);
    }

    private boolean isNumeric(int from, int to) {
        for (int at = from; at < to; at++) {
            if (!IS_NUMERIC[line[at] & 0xFF]) {
                return false;
            }
        }
        return true;
    }

    private int widen(int from, int to, int place) {
        byte[] bytes = line;
        byte[] units = decoded;
        int next = place;
        for (int at = from; at < to; at++) {
            units[next] = bytes[at];
            units[next + 1] = 0;
            next += 2;
        }
        return next;
    }
}
