package io.ashiato.cli;

import io.ashiato.publish.render.Visible;
import io.ashiato.sigma.rule.Predicate;
import io.ashiato.sigma.rule.TextPattern;
import io.ashiato.sigma.rule.TextPattern.Piece;
import io.ashiato.sigma.rule.ValueTest;
import java.util.List;
import java.util.Locale;

/// A test of a rule in words.
///
/// @param words of the language
record PredicateText(ExplainWords words) {
    /// What a test asks of a field, or of any text, with a value of the rule.
    enum Question {
        IS,
        IS_EMPTY,
        HAS_ANY_VALUE,
        CONTAINS,
        STARTS_WITH,
        ENDS_WITH,
        FITS_PATTERN,
        FITS_REGEX,
        IN_NETWORK,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL,
        EQUAL,
        ABSENT,
        PRESENT,
        IS_FIELD,
        CONTAINS_FIELD,
        STARTS_WITH_FIELD,
        ENDS_WITH_FIELD
    }

    /// The signs that `windash` takes for one another.
    private static final String ANY_DASH = "[" + TextPattern.DASHES + "]";

    String of(Predicate predicate) {
        return switch (predicate) {
            case Predicate.Field field -> of(field.test(), Visible.of(field.field()));
            case Predicate.Keyword keyword -> of(keyword.test(), words.anyText());
            case Predicate.Absent absent -> words.question(Question.ABSENT, Visible.of(absent.field()), "");
            case Predicate.Present present -> words.question(Question.PRESENT, Visible.of(present.field()), "");
            case Predicate.FieldReference reference ->
                words.question(
                                switch (reference.relation()) {
                                    case EQUALS -> Question.IS_FIELD;
                                    case CONTAINS -> Question.CONTAINS_FIELD;
                                    case STARTS_WITH -> Question.STARTS_WITH_FIELD;
                                    case ENDS_WITH -> Question.ENDS_WITH_FIELD;
                                },
                                Visible.of(reference.field()),
                                Visible.of(reference.other()))
                        + (reference.cased() ? words.caseCounts() : "");
        };
    }

    private String of(ValueTest test, String subject) {
        return switch (test) {
            case ValueTest.Text text -> of(text.pattern(), subject) + (text.cased() ? words.caseCounts() : "");
            case ValueTest.Matches matches ->
                words.question(
                        Question.FITS_REGEX,
                        subject,
                        "/" + shown(matches.regex().pattern()) + "/");
            case ValueTest.Inside inside ->
                words.question(Question.IN_NETWORK, subject, inside.network().toString());
            case ValueTest.Compares compares ->
                words.question(
                        question(compares.order()), subject, compares.number().toPlainString());
            case ValueTest.Dated dated ->
                words.question(
                        question(dated.order()),
                        subject + "|" + dated.part().name().toLowerCase(Locale.ROOT),
                        dated.number().toPlainString());
        };
    }

    private static Question question(ValueTest.Order order) {
        return switch (order) {
            case LESS -> Question.LESS;
            case LESS_OR_EQUAL -> Question.LESS_OR_EQUAL;
            case GREATER -> Question.GREATER;
            case GREATER_OR_EQUAL -> Question.GREATER_OR_EQUAL;
            case EQUAL -> Question.EQUAL;
        };
    }

    private String of(TextPattern pattern, String subject) {
        List<Piece> pieces = pattern.pieces();
        if (pieces.isEmpty()) {
            return words.question(Question.IS_EMPTY, subject, "");
        }
        boolean before = pieces.getFirst() instanceof Piece.AnyRun;
        boolean behind = pieces.getLast() instanceof Piece.AnyRun;
        if (before && pieces.size() == 1) {
            return words.question(Question.HAS_ANY_VALUE, subject, "");
        }
        List<Piece> core = pieces.subList(before ? 1 : 0, pieces.size() - (behind ? 1 : 0));
        boolean isPlain =
                core.stream().noneMatch(piece -> piece instanceof Piece.AnyRun || piece instanceof Piece.AnyOne);
        if (!isPlain) {
            return words.question(Question.FITS_PATTERN, subject, quoted(pieces));
        }
        Question question = before && behind
                ? Question.CONTAINS
                : before ? Question.ENDS_WITH : behind ? Question.STARTS_WITH : Question.IS;
        return words.question(question, subject, quoted(core));
    }

    private static String quoted(List<Piece> pieces) {
        var text = new StringBuilder();
        for (Piece piece : pieces) {
            switch (piece) {
                case Piece.Literal literal -> text.append(literal.text());
                case Piece.AnyRun run -> text.append('*');
                case Piece.AnyOne one -> text.append('?');
                case Piece.Dash dash -> text.append(ANY_DASH);
            }
        }
        return "'" + shown(text.toString()) + "'";
    }

    private static String shown(String text) {
        return Visible.head(Visible.of(text));
    }
}
