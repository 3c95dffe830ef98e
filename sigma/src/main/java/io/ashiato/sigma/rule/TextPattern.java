package io.ashiato.sigma.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// A text with wildcards, already unescaped. Two literals never follow each other, nor two runs.
public record TextPattern(List<Piece> pieces) {
    /// A part of a pattern.
    public sealed interface Piece {
        /// Exactly this text, never empty.
        record Literal(String text) implements Piece {
            @Override
            public boolean equals(Object other) {
                return other instanceof Literal literal && text.equals(literal.text);
            }

            @Override
            public int hashCode() {
                return text.hashCode();
            }
        }

        /// Any text, also none: `*`.
        record AnyRun() implements Piece {}

        /// Any one character: `?`.
        record AnyOne() implements Piece {}

        /// Any of the signs that start an option on Windows: see [#DASHES].
        record Dash() implements Piece {}
    }

    /// Hyphen, slash, en dash, em dash, horizontal bar: what `windash` takes for one another.
    public static final String DASHES = "-/\u2013\u2014\u2015";

    private static final Piece RUN = new Piece.AnyRun();
    private static final Piece ONE = new Piece.AnyOne();
    private static final Piece DASH = new Piece.Dash();

    public TextPattern {
        pieces = List.copyOf(pieces);
    }

    // By hand, as in [ValueTest.Text], whose pattern this is.
    @Override
    public boolean equals(Object other) {
        return other instanceof TextPattern pattern && pieces.equals(pattern.pieces);
    }

    @Override
    public int hashCode() {
        return pieces.hashCode();
    }

    /// A text in which nothing is special.
    public static TextPattern literal(String text) {
        return new TextPattern(text.isEmpty() ? List.of() : List.of(new Piece.Literal(text)));
    }

    /// Reads Sigma's wildcards and escapes: `\*`, `\?` and `\\` stand for the second sign,
    /// a backslash before anything else, or at the end, is itself.
    public static TextPattern parse(String text) {
        var pieces = new ArrayList<Piece>();
        var literal = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            boolean escapes = sign == '\\' && i + 1 < text.length() && "*?\\".indexOf(text.charAt(i + 1)) >= 0;
            if (escapes) {
                literal.append(text.charAt(++i));
            } else if (sign == '*' || sign == '?') {
                flush(literal, pieces);
                append(pieces, sign == '*' ? RUN : ONE);
            } else {
                literal.append(sign);
            }
        }
        flush(literal, pieces);
        return new TextPattern(pieces);
    }

    private static void flush(StringBuilder literal, List<Piece> pieces) {
        if (!literal.isEmpty()) {
            pieces.add(new Piece.Literal(literal.toString()));
            literal.setLength(0);
        }
    }

    private static void append(List<Piece> pieces, Piece piece) {
        boolean doubled =
                piece.equals(RUN) && !pieces.isEmpty() && pieces.getLast().equals(RUN);
        if (!doubled) {
            pieces.add(piece);
        }
    }

    /// The pattern with any text before and behind it, as asked.
    public TextPattern open(boolean before, boolean behind) {
        var opened = new ArrayList<Piece>();
        if (before) {
            append(opened, RUN);
        }
        pieces.forEach(piece -> append(opened, piece));
        if (behind) {
            append(opened, RUN);
        }
        return new TextPattern(opened);
    }

    /// The pattern with every dash that may begin an option standing for all dashes: one that no letter, digit
    /// or underscore precedes. Dashes inside words (`a-b`) and slashes inside paths stay themselves.
    public TextPattern withAnyDash() {
        var parts = new ArrayList<Piece>();
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Literal literal) {
                splitDashes(literal.text(), parts);
            } else {
                parts.add(piece);
            }
        }
        return new TextPattern(parts);
    }

    private static void splitDashes(String text, List<Piece> parts) {
        var literal = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            boolean insideWord = i > 0 && isOfWord(text.charAt(i - 1));
            if (!insideWord && DASHES.indexOf(text.charAt(i)) >= 0) {
                flush(literal, parts);
                parts.add(DASH);
            } else {
                literal.append(text.charAt(i));
            }
        }
        flush(literal, parts);
    }

    private static boolean isOfWord(char before) {
        return Character.isLetterOrDigit(before) || before == '_';
    }

    /// How many texts a pattern without wildcards stands for.
    long spellingCount() {
        long count = 1;
        for (Piece piece : pieces) {
            count = piece instanceof Piece.Dash ? Math.min(Integer.MAX_VALUE, count * DASHES.length()) : count;
        }
        return count;
    }

    /// All texts that a pattern without wildcards stands for; [#spellingCount] is to be asked first.
    List<String> spellings() {
        List<String> spellings = List.of("");
        for (Piece piece : pieces) {
            List<String> choices = piece instanceof Piece.Dash
                    ? DASHES.chars().mapToObj(Character::toString).toList()
                    : List.of(plainText(piece));
            spellings = spellings.stream()
                    .flatMap(text -> choices.stream().map(choice -> text + choice))
                    .toList();
        }
        return spellings;
    }

    /// The pattern with a text before it.
    TextPattern behind(String text) {
        var parts = new ArrayList<Piece>();
        boolean joins = !pieces.isEmpty() && pieces.getFirst() instanceof Piece.Literal;
        parts.add(new Piece.Literal(joins ? text + plainText(pieces.getFirst()) : text));
        parts.addAll(joins ? pieces.subList(1, pieces.size()) : pieces);
        return new TextPattern(parts);
    }

    public TextPattern folded() {
        return mapLiterals(Folding::fold);
    }

    TextPattern mapLiterals(UnaryOperator<String> change) {
        return new TextPattern(pieces.stream()
                .map(piece -> piece instanceof Piece.Literal literal
                        ? new Piece.Literal(change.apply(literal.text()))
                        : piece)
                .toList());
    }

    public boolean hasWildcards() {
        return pieces.stream().anyMatch(piece -> piece.equals(RUN) || piece.equals(ONE));
    }

    private static String plainText(Piece piece) {
        return switch (piece) {
            case Piece.Literal literal -> literal.text();
            case Piece.AnyRun run -> "*";
            case Piece.AnyOne one -> "?";
            case Piece.Dash dash -> "-";
        };
    }
}
