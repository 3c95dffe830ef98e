package io.ashiato.sigma.match;

import java.util.Arrays;

/// The conditions of all variants as one flat program: each instruction asks one check and names where to go on if
/// it holds and where if not.
///
/// Trees would say the same, but a walk of trees calls itself, and what the machine's compiler makes of that is
/// large, slow to make and thrown away whenever a tree of another shape comes along.
final class Conditions {
    /// Where a condition ends that holds, and one that does not.
    static final int HOLDS = -1;

    static final int FAILS = -2;

    private static final int WIDTH = 3;

    private int[] code;
    private int length;

    Conditions() {
        this(new int[64], 0);
    }

    private Conditions(int[] code, int length) {
        this.code = code;
        this.length = length;
    }

    /// Those of a [#code].
    static Conditions of(int[] code) {
        return new Conditions(code, code.length);
    }

    /// The program, see [RuleTables#conditions].
    int[] code() {
        return Arrays.copyOf(code, length);
    }

    /// Whether each instruction asks a check that exists and goes on to one before it, so that there is an end.
    static boolean areSound(int[] code, int[] entries, int checks) {
        for (int at = 0; at < code.length; at += WIDTH) {
            if (code.length - at < WIDTH
                    || code[at] < 0
                    || code[at] >= checks
                    || !isPlace(code[at + 1], at)
                    || !isPlace(code[at + 2], at)) {
                return false;
            }
        }
        for (int entry : entries) {
            if (!isPlace(entry, code.length)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlace(int place, int end) {
        return place >= FAILS && place < end && (place < 0 || place % WIDTH == 0);
    }

    /// Adds a condition.
    ///
    /// @return its first instruction, or [#HOLDS] or [#FAILS] where there is nothing to ask
    int add(Node node) {
        return add(node, HOLDS, FAILS);
    }

    private int add(Node node, int whenTrue, int whenFalse) {
        return switch (node) {
            case Node.Leaf leaf -> ask(leaf.check(), whenTrue, whenFalse);
            case Node.Not not -> add(not.inner(), whenFalse, whenTrue);
            case Node.All all -> {
                int next = whenTrue;
                for (int i = all.parts.length - 1; i >= 0; i--) {
                    next = add(all.parts[i], next, whenFalse);
                }
                yield next;
            }
            case Node.Any any -> {
                int next = whenFalse;
                for (int i = any.parts.length - 1; i >= 0; i--) {
                    next = add(any.parts[i], whenTrue, next);
                }
                yield next;
            }
        };
    }

    private int ask(int check, int whenTrue, int whenFalse) {
        if (length + WIDTH > code.length) {
            code = Arrays.copyOf(code, 2 * length);
        }
        code[length] = check;
        code[length + 1] = whenTrue;
        code[length + 2] = whenFalse;
        length += WIDTH;
        return length - WIDTH;
    }

    /// The check that an instruction asks.
    int check(int instruction) {
        return code[instruction];
    }

    /// The instruction behind one.
    int after(int instruction) {
        return instruction + WIDTH;
    }

    /// Where to go on.
    int next(int instruction, boolean holds) {
        return code[instruction + (holds ? 1 : 2)];
    }
}
