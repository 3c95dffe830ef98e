package io.ashiato.sigma.match;

import io.ashiato.sigma.match.Literal.Anchor;
import java.util.List;

/// All literals that rules look for, by number. Their texts lie behind each other, so that a log whose fields none of
/// them is looked for in costs no object for it.
///
/// @param units of all texts, folded
/// @param starts where each text begins, and behind them where the last one ends
/// @param anchors by literal: the place of [Anchor] among its constants
@SuppressWarnings("ArrayRecordComponent") // never compared
public record LiteralTable(char[] units, int[] starts, int[] anchors) {
    private static final Anchor[] ANCHORS = Anchor.values();

    /// @throws IllegalArgumentException if a text would lie outside of the units
    public LiteralTable {
        RuleTables.require(starts.length == anchors.length + 1);
        RuleTables.require(starts[0] == 0 && starts[anchors.length] == units.length);
        RuleTables.require(RuleTables.areBelow(anchors, ANCHORS.length));
        for (int i = 1; i < starts.length; i++) {
            RuleTables.require(starts[i - 1] <= starts[i]);
        }
    }

    @SuppressWarnings("EnumOrdinal") // read by the very program that wrote them
    static LiteralTable of(List<Literal> literals) {
        var units = new StringBuilder();
        int[] starts = new int[literals.size() + 1];
        int[] anchors = new int[literals.size()];
        for (int i = 0; i < anchors.length; i++) {
            units.append(literals.get(i).text());
            starts[i + 1] = units.length();
            anchors[i] = literals.get(i).anchor().ordinal();
        }
        return new LiteralTable(units.toString().toCharArray(), starts, anchors);
    }

    int count() {
        return anchors.length;
    }

    Anchor anchor(int literal) {
        return ANCHORS[anchors[literal]];
    }

    int length(int literal) {
        return starts[literal + 1] - starts[literal];
    }

    boolean isAscii(int literal) {
        int all = 0;
        for (int i = starts[literal]; i < starts[literal + 1]; i++) {
            all |= units[i];
        }
        return all < 0x80;
    }

    String text(int literal) {
        return new String(units, starts[literal], length(literal));
    }
}
