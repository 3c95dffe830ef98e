package io.ashiato.readers.jsonlog;

/// A line cut at its values: the pieces between them, and what follows each. It is known to be JSON already, so
/// that a text is a name where a colon follows it. For one thread.
final class LineCuts {
    private final LineValues values;
    private final int[] from = new int[LineValues.MOST_VALUES + 1];
    private final int[] to = new int[LineValues.MOST_VALUES + 1];
    private final After[] after = new After[LineValues.MOST_VALUES + 1];
    private byte[] line = new byte[0];
    private int count;

    /// What follows a piece.
    enum After {
        /// A text, whose quotes belong to the pieces around it.
        QUOTED,
        /// A number, `true`, `false` or `null`.
        BARE,
        /// Nothing.
        END
    }

    LineCuts(LineValues values) {
        this.values = values;
    }

    byte[] line() {
        return line;
    }

    /// Bytes of the line.
    int length() {
        return to[count - 1] - from[0];
    }

    /// Where a piece begins in the line.
    int from(int piece) {
        return from[piece];
    }

    /// Where a piece ends in the line.
    int to(int piece) {
        return to[piece];
    }

    After after(int piece) {
        return after[piece];
    }

    /// Cuts a line; its values are [LineValues] then.
    ///
    /// @return whether all of its values were accepted
    boolean cut(byte[] bytes, int first, int end) {
        line = bytes;
        count = 0;
        values.turnTo(bytes);
        int piece = first;
        int at = first;
        while (at >= 0 && at < end) {
            if (bytes[at] == '"') {
                int quote = endOfName(at + 1, end);
                if (quote >= 0) {
                    at = quote + 1;
                } else {
                    at = value(piece, at + 1, values.quoted(at + 1, end), After.QUOTED);
                    piece = at;
                    at += at < 0 ? 0 : 1;
                }
            } else if (isBare(bytes[at])) {
                int stop = values.bare(at, end);
                at = isEnded(stop, end) ? value(piece, at, stop, After.BARE) : LineValues.REFUSED;
                piece = at;
            } else {
                at++;
            }
        }
        return at >= 0 && count < from.length && value(piece, end, end, After.END) >= 0;
    }

    private int value(int piece, int start, int stop, After what) {
        if (stop < 0 || count == from.length) {
            return LineValues.REFUSED;
        }
        from[count] = piece;
        to[count] = start;
        after[count++] = what;
        return stop;
    }

    /// Outside of texts, these are all that is no bracket, comma, colon or blank.
    private static boolean isBare(byte value) {
        return LineValues.mayBeBare(value) || value == 'N' || value == 'I' || value == '+';
    }

    /// Whether a value without quotes is at its end, and does not go on with what was not accepted (`1e5`).
    private boolean isEnded(int stop, int end) {
        return stop >= 0
                && stop < end
                && (line[stop] == ',' || line[stop] == '}' || line[stop] == ']' || isBlank(line[stop]));
    }

    /// The quote behind a name, or a negative number where the text is no name.
    private int endOfName(int start, int end) {
        int at = start;
        while (at < end && line[at] != '"') {
            at += line[at] == '\\' ? 2 : 1;
        }
        int next = at + 1;
        while (next < end && isBlank(line[next])) {
            next++;
        }
        return next < end && line[next] == ':' ? at : -1;
    }

    private static boolean isBlank(byte value) {
        return value == ' ' || value == '\t' || value == '\r' || value == '\n';
    }
}
