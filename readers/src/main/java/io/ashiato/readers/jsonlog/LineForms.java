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
    /// Bytes of all pieces, and what else a form takes, in bytes for each of its values. The forms of one log of all
    /// programs of Windows take a fifth; a crafted log could make each line of another form.
    private static final int MOST_SIZE = 1 << 23;

    private static final int SIZE_OF_VALUE = 64;

    private final LineValues values = new LineValues();
    private final LineCuts cuts = new LineCuts(values);
    private @Nullable Step root;
    private int size;

    /// A piece, and what follows it: a text, a value without quotes, one of several pieces by their first bytes, or,
    /// where the line ends, its form. What is a text and what ends is decided by the bytes before.
    private static final class Step {
        private byte[] piece;
        private byte[] firsts = {};
        private Step[] branches = {};
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

        /// Leaves the first bytes of the piece here and puts all else into a branch.
        void split(int length) {
            var rest = new Step(Arrays.copyOfRange(piece, length, piece.length));
            rest.firsts = firsts;
            rest.branches = branches;
            rest.quoted = quoted;
            rest.bare = bare;
            rest.form = form;
            piece = Arrays.copyOf(piece, length);
            firsts = new byte[0];
            branches = new Step[0];
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
        size += cuts.length() + SIZE_OF_VALUE * values.count();
        root = inserted(root, 0, cuts.from(0), form);
    }

    /// Puts the pieces of the line from a place on into a part of the tree.
    ///
    /// @return that part, made where there was none
    private Step inserted(@Nullable Step there, int cut, int from, LineForm form) {
        byte[] rest = Arrays.copyOfRange(cuts.line(), from, cuts.to(cut));
        if (there == null) {
            var made = new Step(rest);
            goOn(made, cut, form);
            return made;
        }
        int common = Arrays.mismatch(there.piece, rest);
        if (common >= 0 && common < there.piece.length) {
            there.split(common);
        }
        int at = from + there.piece.length;
        if (at == cuts.to(cut)) {
            goOn(there, cut, form);
        } else {
            Step branch = there.branch(cuts.line()[at]);
            Step grown = inserted(branch, cut, at, form);
            if (branch == null) {
                there.add(grown);
            }
        }
        return there;
    }

    private void goOn(Step step, int cut, LineForm form) {
        switch (cuts.after(cut)) {
            case QUOTED -> step.quoted = inserted(step.quoted, cut + 1, cuts.from(cut + 1), form);
            case BARE -> step.bare = inserted(step.bare, cut + 1, cuts.from(cut + 1), form);
            case END -> step.form = form;
        }
    }
}
