package io.ashiato.sigma.match;

import io.ashiato.sigma.rule.Folding;
import io.ashiato.sigma.rule.TextPattern;
import io.ashiato.sigma.rule.TextPattern.Piece;
import io.ashiato.sigma.rule.ValueTest;
import java.util.Comparator;
import java.util.List;

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

    /// Dashes of which all spellings are written out: two give 25 texts. More are found by the longest
    /// text between them instead.
    private static final int MAX_SPELT_DASHES = 2;

    // By hand, as in [Check].
    @Override
    public boolean equals(Object other) {
        return other instanceof Literal literal
                && exact == literal.exact
                && anchor == literal.anchor
                && text.equals(literal.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode() * 2 + (exact ? 1 : 0); // few texts are sought with two anchors
    }

    /// The literals of a test: one of them lies in every value that passes. None for tests of which no
    /// text is certain.
    static List<Literal> of(ValueTest test) {
        return switch (test) {
            case ValueTest.Text text -> of(text.pattern(), text.cased());
            case ValueTest.Matches matches ->
                matches.regex()
                        .requiredText()
                        .map(text -> List.of(new Literal(text, Anchor.ANYWHERE, false)))
                        .orElse(List.of());
            case ValueTest.Inside inside -> List.of();
            case ValueTest.Compares compares -> List.of();
            case ValueTest.Dated dated -> List.of();
        };
    }

    private static List<Literal> of(TextPattern pattern, boolean cased) {
        List<Piece> pieces = pattern.pieces();
        if (pieces.isEmpty()) {
            return List.of(new Literal("", Anchor.WHOLE, true));
        }
        boolean openStart = pieces.getFirst() instanceof Piece.AnyRun;
        boolean openEnd = pieces.getLast() instanceof Piece.AnyRun;
        List<Piece> core = pieces.subList(openStart ? 1 : 0, Math.max(1, pieces.size() - (openEnd ? 1 : 0)));
        Anchor anchor = openStart ? (openEnd ? Anchor.ANYWHERE : Anchor.END) : openEnd ? Anchor.START : Anchor.WHOLE;
        if (core.size() == 1 && core.getFirst() instanceof Piece.Literal(String text)) {
            return List.of(new Literal(cased ? Folding.fold(text) : text, anchor, !cased)); // nearly all are so
        }
        List<String> spellings = core.isEmpty() ? List.of() : spellings(core);
        if (!spellings.isEmpty()) {
            return spellings.stream()
                    .map(text -> new Literal(cased ? Folding.fold(text) : text, anchor, !cased))
                    .toList();
        }
        return pieces.stream()
                .filter(Piece.Literal.class::isInstance)
                .map(piece -> ((Piece.Literal) piece).text())
                .max(Comparator.comparingInt(String::length))
                .map(longest -> List.of(new Literal(Folding.fold(longest), Anchor.ANYWHERE, false)))
                .orElse(List.of());
    }

    /// All texts that the pieces stand for; none where they are too many.
    private static List<String> spellings(List<Piece> pieces) {
        List<String> spellings = List.of("");
        int dashes = 0;
        for (Piece piece : pieces) {
            switch (piece) {
                case Piece.Literal literal ->
                    spellings = spellings.stream()
                            .map(text -> text + literal.text())
                            .toList();
                case Piece.Dash dash -> {
                    if (++dashes > MAX_SPELT_DASHES) {
                        return List.of();
                    }
                    spellings = spellings.stream()
                            .flatMap(text -> TextPattern.DASHES.chars().mapToObj(sign -> text + (char) sign))
                            .toList();
                }
                case Piece.AnyRun run -> {
                    return List.of();
                }
                case Piece.AnyOne one -> {
                    return List.of();
                }
            }
        }
        return spellings;
    }
}
