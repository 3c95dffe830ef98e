package io.ashiato.sigma.store;

import io.ashiato.sigma.rule.DatePart;
import io.ashiato.sigma.rule.Expression;
import io.ashiato.sigma.rule.Network;
import io.ashiato.sigma.rule.Predicate;
import io.ashiato.sigma.rule.Predicate.Relation;
import io.ashiato.sigma.rule.Regex;
import io.ashiato.sigma.rule.TextPattern;
import io.ashiato.sigma.rule.TextPattern.Piece;
import io.ashiato.sigma.rule.ValueTest;
import io.ashiato.sigma.rule.ValueTest.Order;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Reads what [ExpressionWriter] wrote. What was one object before is one object again.
final class ExpressionReader {
    /// Conditions that people write are some ten deep; much more would fill the stack.
    private static final int MAX_DEPTH = 1_000;

    /// Room that is taken before the parts are there: wrong counts within wrong counts take no more.
    private static final int MOST_AT_ONCE = 16;

    private static final Form.OfExpression[] CASES = Form.OfExpression.CASES;
    private static final Form.OfPredicate[] PREDICATES = Form.OfPredicate.CASES;
    static final Relation[] RELATIONS = Relation.values();
    private static final Order[] ORDERS = Order.values();
    private static final DatePart[] DATE_PARTS = DatePart.values();

    private static final Piece RUN = new Piece.AnyRun();
    private static final Piece ONE = new Piece.AnyOne();
    private static final Piece DASH = new Piece.Dash();

    private final Input in;
    private final List<Expression> expressions = new ArrayList<>();
    private final List<Predicate> predicates = new ArrayList<>();

    ExpressionReader(Input in) {
        this.in = in;
    }

    Expression expression() {
        return expression(0);
    }

    private Expression expression(int depth) {
        int number = in.number("expression", CASES.length + expressions.size() - 1);
        if (number >= CASES.length) {
            return expressions.get(number - CASES.length);
        }
        if (depth > MAX_DEPTH) {
            throw Input.malformed("depth", depth, MAX_DEPTH);
        }
        Expression read = switch (CASES[number]) {
            case ALL -> new Expression.All(parts(depth));
            case ANY -> new Expression.Any(parts(depth));
            case NOT -> new Expression.Not(expression(depth + 1));
            case NAMED -> new Expression.Named(in.text("name"), expression(depth + 1));
            case TEST -> new Expression.Test(predicate());
        };
        expressions.add(read);
        return read;
    }

    private List<Expression> parts(int depth) {
        int count = in.count("parts");
        var parts = new ArrayList<Expression>(Math.min(count, MOST_AT_ONCE));
        for (int i = 0; i < count; i++) {
            parts.add(expression(depth + 1));
        }
        return List.copyOf(parts);
    }

    private Predicate predicate() {
        int number = in.number("predicate", PREDICATES.length + predicates.size() - 1);
        if (number >= PREDICATES.length) {
            return predicates.get(number - PREDICATES.length);
        }
        Predicate read = switch (PREDICATES[number]) {
            case FIELD -> new Predicate.Field(in.text("field"), test());
            case KEYWORD -> new Predicate.Keyword(test());
            case ABSENT -> new Predicate.Absent(in.text("field"));
            case PRESENT -> new Predicate.Present(in.text("field"));
            case FIELD_REFERENCE ->
                new Predicate.FieldReference(
                        in.text("field"), in.text("other field"), in.choice("relation", RELATIONS), in.flag("cased"));
        };
        predicates.add(read);
        return read;
    }

    ValueTest test() {
        return switch (in.choice("kind of test", Form.OfTest.CASES)) {
            case TEXT -> text();
            case MATCHES -> new ValueTest.Matches(regex());
            case INSIDE -> new ValueTest.Inside(network());
            case COMPARES -> new ValueTest.Compares(in.choice("order", ORDERS), in.decimal("number"));
            case DATED ->
                new ValueTest.Dated(
                        in.choice("part of a date", DATE_PARTS), in.choice("order", ORDERS), in.decimal("number"));
        };
    }

    private ValueTest text() {
        int header = in.number("pieces", 2 * in.left() + 1);
        var pieces = new Piece[header >> 1];
        for (int i = 0; i < pieces.length; i++) {
            int number = in.number("piece", Form.LITERAL + in.textCount());
            pieces[i] = switch (number) {
                case Form.ANY_RUN -> RUN;
                case Form.ANY_ONE -> ONE;
                case Form.DASH -> DASH;
                default -> new Piece.Literal(in.text("literal", number - Form.LITERAL));
            };
        }
        return new ValueTest.Text(new TextPattern(Arrays.asList(pieces)), (header & 1) == 1);
    }

    private Regex regex() {
        String pattern = in.text("pattern");
        var flags = new Regex.Flags(in.flag("ignore case"), in.flag("multi-line"), in.flag("dot all"));
        return Regex.compiledBefore(pattern, flags, in.flag("linear"));
    }

    private Network network() {
        String text = in.text("network");
        Optional<Network> network = Network.parse(text);
        if (network.isEmpty()) {
            throw Input.malformed("network", text.length(), 0);
        }
        return network.get();
    }
}
