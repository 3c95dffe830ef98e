package io.ashiato.readers.jsonlog;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The forms that lines were seen in, by the bytes between their values: a line of a known form is not parsed, only
/// compared, piece by piece. For one thread.
///
/// Bytes up to a place in a line decide what may stand there: the same bytes are the same names, brackets and
/// commas. So the bytes between values are kept as a tree of pieces that parts where lines differ; a value is any
/// that [LineValues] accepts.
final class LineForms {
    /// Bytes that all forms may take, estimated: as if a line shared no piece with others, what is kept of each of
    /// its values (its steps, its place, what it is in a shape), and of the form. The forms of one log of all
    /// programs of Windows take half; a crafted log could make each line of another form.
    private static final int MOST_SIZE = 1 << 23;

    private static final int SIZE_OF_VALUE = 192;
    private static final int SIZE_OF_FORM = 1024;

    private final LineValues values = new LineValues();
    private final LineCuts cuts = new LineCuts(values);
    private @Nullable Step root;
    private int size;

    /// A piece, and what follows it: a text, a value without quotes, one of several pieces by their first bytes, or,
    /// where the line ends, its form. What is a text and what ends is decided by the bytes before.
    private static final class Step {
        private static final byte[] NO_FIRSTS = {};
        private static final Step[] NO_BRANCHES = {};

        private byte[] piece;
        private byte[] firsts = NO_FIRSTS;
        private Step[] branches = NO_BRANCHES;
        private @Nullable Step quoted;
        private @Nullable Step bare;
        private @Nullable LineForm form;

        Step(byte[] piece) {
            this.piece = piece;
        }

        @Nullable
        Step branch(byte first) {
            for (int i = 0; i < firsts.length; i++) {
                if (firsts[i] == first) {
                    return branches[i];
                }
            }
            return null;
        }

        void add(Step branch) {
            firsts = Arrays.copyOf(firsts, firsts.length + 1);
            firsts[firsts.length - 1] = branch.piece[0];
            branches = Arrays.copyOf(branches, firsts.length);
            branches[firsts.length - 1] = branch;
        }

        /// Leaves here what the piece and these bytes have in common, if that is not all of it.
        void splitWhereItParts(byte[] bytes, int from, int to) {
            int common = Arrays.mismatch(piece, 0, piece.length, bytes, from, to);
            if (common >= 0 && common < piece.length) {
                split(common);
            }
        }

        /// Leaves the first bytes of the piece here and puts all else into a branch.
        private void split(int length) {
            var rest = new Step(Arrays.copyOfRange(piece, length, piece.length));
            rest.firsts = firsts;
            rest.branches = branches;
            rest.quoted = quoted;
            rest.bare = bare;
            rest.form = form;
            piece = Arrays.copyOf(piece, length);
            firsts = NO_FIRSTS;
            branches = NO_BRANCHES;
            quoted = null;
            bare = null;
            form = null;
            add(rest);
        }
    }

    /// The values of the line that was last found or learned.
    LineValues values() {
        return values;
    }

    /// The form of a line, whose values then are [#values]; null where none is known, or the line is not sound.
    @Nullable
    LineForm find(byte[] bytes, int from, int to) {
        Step step = root;
        values.turnTo(bytes);
        int at = from;
        while (step != null && to - from <= LineValues.MOST_BYTES) {
            byte[] piece = step.piece;
            int end = at + piece.length;
            if (end > to || !Arrays.equals(piece, 0, piece.length, bytes, at, end)) {
                return null;
            }
            at = end;
            if (step.quoted != null) {
                at = values.quoted(at, to);
                step = step.quoted;
            } else if (at == to) {
                return step.form;
            } else if (step.bare != null && LineValues.mayBeBare(bytes[at])) {
                at = values.bare(at, to);
                step = step.bare;
            } else {
                step = step.branch(bytes[at]);
            }
            if (at < 0) {
                return null;
            }
        }
        return null;
    }

    /// The form of a line that holds that record and nothing else; null where there is no room for it, or other
    /// lines with the same bytes between their values might be other records.
    ///
    /// @param record as it was read from that line the plain way
    @Nullable
    LineForm form(byte[] bytes, int from, int to, FlatRecord record) {
        boolean isCut = size < MOST_SIZE && to - from <= LineValues.MOST_BYTES && cuts.cut(bytes, from, to);
        return isCut ? LineForm.of(record, values) : null;
    }

    /// Remembers what [#form] made of the last line.
    void learn(LineForm form) {
        size += SIZE_OF_FORM + cuts.length() + SIZE_OF_VALUE * values.count();
        int cut = 0;
        Step step = root == null ? new Step(piece(0, cuts.from(0))) : root;
        root = step;
        int at = cuts.from(0);
        while (true) {
            step.splitWhereItParts(cuts.line(), at, cuts.to(cut));
            at += step.piece.length;
            if (at < cuts.to(cut)) {
                step = branch(step, cut, at);
            } else if (cuts.after(cut) == LineCuts.After.END) {
                step.form = form;
                return;
            } else {
                boolean isQuoted = cuts.after(cut) == LineCuts.After.QUOTED;
                at = cuts.from(++cut);
                step = following(step, isQuoted, cut);
            }
        }
    }

    private Step branch(Step step, int cut, int at) {
        Step known = step.branch(cuts.line()[at]);
        if (known != null) {
            return known;
        }
        var made = new Step(piece(cut, at));
        step.add(made);
        return made;
    }

    /// The step behind a value, which begins with a piece as a whole.
    private Step following(Step step, boolean isQuoted, int cut) {
        Step known = isQuoted ? step.quoted : step.bare;
        if (known != null) {
            return known;
        }
        var made = new Step(piece(cut, cuts.from(cut)));
        if (isQuoted) {
            step.quoted = made;
        } else {
            step.bare = made;
        }
        return made;
    }

    /// What is left of a piece of the line from a place on.
    private byte[] piece(int cut, int from) {
        return Arrays.copyOfRange(cuts.line(), from, cuts.to(cut));
    }
}
