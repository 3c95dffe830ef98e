package io.ashiato.readers.jsonlog;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Objects and arrays of the first two levels of a record as they stand in the log: rules look for text in the
/// whole of a request or of a list of changes.
final class Wholes {
    /// Levels below the record. No rule of SigmaHQ asks for a deeper one as a whole.
    private static final int LEVELS = 2;

    /// The largest whole that is kept, in bytes: each is a copy.
    private static final int MAX_SIZE = 1 << 16;

    private final FlatRecord record;
    private final FieldPath[] places = new FieldPath[LEVELS];
    private final long[] starts = new long[LEVELS];
    private final int[] nestings = new int[LEVELS];
    private byte[] bytes = new byte[0];
    private int from;
    private int nesting;
    private int count;

    Wholes(FlatRecord record) {
        this.record = record;
    }

    /// @param text in which the parser counts from `start` on
    void turnTo(byte[] text, int start) {
        bytes = text;
        from = start;
    }

    void clear() {
        nesting = 0;
        count = 0;
    }

    /// Looks at a token inside a record.
    ///
    /// @param at the place of the value that begins or ends
    void note(JsonParser parser, JsonToken token, FieldPath at) {
        switch (token) {
            case START_OBJECT, START_ARRAY -> {
                nesting++;
                boolean isInKept = count > 0 && places[count - 1] == at;
                if (at.depth() >= 1 && at.depth() <= LEVELS && count < LEVELS && !isInKept && !at.isWrapper()) {
                    places[count] = at;
                    nestings[count] = nesting;
                    starts[count++] = parser.currentTokenLocation().getByteOffset();
                }
            }
            case END_OBJECT, END_ARRAY -> {
                if (count > 0 && nestings[count - 1] == nesting) {
                    count--;
                    add(places[count], starts[count], parser.currentLocation().getByteOffset());
                }
                nesting--;
            }
            default -> {}
        }
    }

    private void add(FieldPath place, long start, long end) {
        long size = end - start;
        if (start >= 0 && size > 2 && size <= MAX_SIZE && from + end <= bytes.length) { // `{}` and `[]` tell nothing
            record.addWhole(place, bytes, (int) (from + start), (int) (from + end));
        }
    }
}
