package io.ashiato.sigma.match;

import io.ashiato.sigma.rule.Folding;
import io.ashiato.sigma.rule.TextPattern;
import io.ashiato.sigma.rule.TextPattern.Piece;
import io.ashiato.sigma.rule.ValueTest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A folded text that must lie in a value for a test to hold.
///
/// @param exact whether finding it there is all that the test asks
record Literal(String text, Anchor anchor, boolean exact) {
    /// Where in the value it has to lie.
    enum Anchor {
        WHOLE,
        START,
        END,
        ANYWHERE
    }

    /// The literal of a test; nothing for tests of which no text is certain.
    static Optional<Literal> of(ValueTest test) {
        return test instanceof ValueTest.Text text ? of(text.pattern(), text.cased()) : Optional.empty();
    }

    private static Optional<Literal> of(TextPattern pattern, boolean cased) {
        List<Piece> pieces = pattern.pieces();
        if (pieces.isEmpty()) {
            return Optional.of(new Literal("", Anchor.WHOLE, true));
        }
        boolean openStart = pieces.getFirst() instanceof Piece.AnyRun;
        boolean openEnd = pieces.getLast() instanceof Piece.AnyRun;
        int from = openStart ? 1 : 0;
        int to = pieces.size() - (openEnd ? 1 : 0);
        if (to - from == 1 && pieces.get(from) instanceof Piece.Literal only) {
            Anchor anchor =
                    openStart ? (openEnd ? Anchor.ANYWHERE : Anchor.END) : openEnd ? Anchor.START : Anchor.WHOLE;
            return Optional.of(new Literal(cased ? Folding.fold(only.text()) : only.text(), anchor, !cased));
        }
        return pieces.stream()
                .filter(Piece.Literal.class::isInstance)
                .map(piece -> ((Piece.Literal) piece).text())
                .max(Comparator.comparingInt(String::length))
                .map(longest -> new Literal(Folding.fold(longest), Anchor.ANYWHERE, false));
    }
}
