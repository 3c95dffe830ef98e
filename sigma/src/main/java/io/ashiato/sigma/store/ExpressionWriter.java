package io.ashiato.sigma.store;

import io.ashiato.sigma.rule.Expression;
import io.ashiato.sigma.rule.Predicate;
import io.ashiato.sigma.rule.Regex;
import io.ashiato.sigma.rule.TextPattern.Piece;
import io.ashiato.sigma.rule.ValueTest;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// Writes what rules ask, for [ExpressionReader].
final class ExpressionWriter {
    private final Output out;

    /// By identity: a search that a condition names twice is one object, and comparing trees would cost more.
    private final IdentityHashMap<Expression, Integer> expressions = new IdentityHashMap<>();

    private final Map<Predicate, Integer> predicates = new HashMap<>();

    ExpressionWriter(Output out) {
        this.out = out;
    }

    void write(Expression expression) {
        if (out.isKnown(expression, expressions, Form.OfExpression.CASES.length)) {
            return;
        }
        switch (expression) {
            case Expression.All all -> {
                out.choice(Form.OfExpression.ALL);
                write(all.parts());
            }
            case Expression.Any any -> {
                out.choice(Form.OfExpression.ANY);
                write(any.parts());
            }
            case Expression.Not not -> {
                out.choice(Form.OfExpression.NOT);
                write(not.inner());
            }
            case Expression.Named named -> {
                out.choice(Form.OfExpression.NAMED);
                out.text(named.name());
                write(named.inner());
            }
            case Expression.Test test -> {
                out.choice(Form.OfExpression.TEST);
                write(test.predicate());
            }
        }
        Output.know(expression, expressions);
    }

    private void write(List<Expression> parts) {
        out.number(parts.size());
        parts.forEach(this::write);
    }

    private void write(Predicate predicate) {
        if (out.isKnown(predicate, predicates, Form.OfPredicate.CASES.length)) {
            return;
        }
        switch (predicate) {
            case Predicate.Field field -> {
                out.choice(Form.OfPredicate.FIELD);
                out.text(field.field());
                write(field.test());
            }
            case Predicate.Keyword keyword -> {
                out.choice(Form.OfPredicate.KEYWORD);
                write(keyword.test());
            }
            case Predicate.Absent absent -> {
                out.choice(Form.OfPredicate.ABSENT);
                out.text(absent.field());
            }
            case Predicate.Present present -> {
                out.choice(Form.OfPredicate.PRESENT);
                out.text(present.field());
            }
            case Predicate.FieldReference reference -> {
                out.choice(Form.OfPredicate.FIELD_REFERENCE);
                out.text(reference.field());
                out.text(reference.other());
                out.choice(reference.relation());
                out.flag(reference.cased());
            }
        }
        Output.know(predicate, predicates);
    }

    void write(ValueTest test) {
        switch (test) {
            case ValueTest.Text text -> {
                out.choice(Form.OfTest.TEXT);
                out.number(text.pattern().pieces().size() << 1 | (text.cased() ? 1 : 0));
                text.pattern().pieces().forEach(this::write);
            }
            case ValueTest.Matches matches -> {
                out.choice(Form.OfTest.MATCHES);
                write(matches.regex());
            }
            case ValueTest.Inside inside -> {
                out.choice(Form.OfTest.INSIDE);
                out.text(inside.network().toString());
            }
            case ValueTest.Compares compares -> {
                out.choice(Form.OfTest.COMPARES);
                out.choice(compares.order());
                out.decimal(compares.number());
            }
            case ValueTest.Dated dated -> {
                out.choice(Form.OfTest.DATED);
                out.choice(dated.part());
                out.choice(dated.order());
                out.decimal(dated.number());
            }
        }
    }

    private void write(Piece piece) {
        switch (piece) {
            case Piece.Literal literal -> out.text(literal.text(), Form.LITERAL);
            case Piece.AnyRun run -> out.number(Form.ANY_RUN);
            case Piece.AnyOne one -> out.number(Form.ANY_ONE);
            case Piece.Dash dash -> out.number(Form.DASH);
        }
    }

    private void write(Regex regex) {
        out.text(regex.pattern());
        out.flag(regex.flags().ignoreCase());
        out.flag(regex.flags().multiLine());
        out.flag(regex.flags().dotAll());
        out.flag(regex.isLinear());
    }
}
