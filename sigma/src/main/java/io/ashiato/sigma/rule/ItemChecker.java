package io.ashiato.sigma.rule;

import io.ashiato.sigma.rule.Modifier.Group;
import io.ashiato.sigma.rule.Predicate.Relation;
import io.ashiato.sigma.rule.ValueTest.Order;
import io.ashiato.sigma.syntax.Place;
import io.ashiato.sigma.syntax.ProblemCode;
import io.ashiato.sigma.syntax.Problems;
import io.ashiato.sigma.syntax.Scalar;
import io.ashiato.sigma.syntax.Search;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Turns one `Field|modifiers: values` into an expression.
final class ItemChecker {
    private final Search.Item item;
    private final ModifierChain chain;
    private final TextForms forms;
    private final Budget budget;
    private final Problems problems;

    private ItemChecker(
            Search.Item item, ModifierChain chain, Placeholders placeholders, Budget budget, Problems problems) {
        this.item = item;
        this.chain = chain;
        this.forms = new TextForms(chain, placeholders, budget);
        this.budget = budget;
        this.problems = problems;
    }

    /// Nothing when a problem was reported.
    static Optional<Expression> check(Search.Item item, Placeholders placeholders, Budget budget, Problems problems) {
        int before = problems.count();
        Optional<Expression> expression = ModifierChain.read(item, problems)
                .map(chain -> new ItemChecker(item, chain, placeholders, budget, problems).expression());
        return problems.count() > before ? Optional.empty() : expression;
    }

    private Expression expression() {
        boolean differs = chain.has(Modifier.NEQ);
        if (differs && item.isKeywords()) {
            problem(ProblemCode.MODIFIERS_DO_NOT_COMBINE, item.place(), "'neq' needs a field");
        }
        List<Expression> parts = item.values().stream().map(this::value).toList();
        Expression linked = chain.has(Modifier.ALL) ? Expression.all(parts) : Expression.any(parts);
        return differs && !chain.has(Modifier.FIELDREF) ? butNot(List.of(item.field()), linked) : linked;
    }

    /// `neq`: the fields are there, but not so. What is absent differs from nothing.
    private static Expression butNot(List<String> fields, Expression linked) {
        var parts = new ArrayList<Expression>();
        fields.forEach(field -> parts.add(new Expression.Test(new Predicate.Present(field))));
        parts.add(new Expression.Not(linked));
        return Expression.all(parts);
    }

    private Expression value(Scalar value) {
        if (value.kind() == Scalar.Kind.NULL) {
            return absent(value);
        }
        try {
            Optional<Modifier> kind = chain.of(Group.KIND);
            if (kind.isEmpty()) {
                boolean number = chain.of(Group.DATE).isPresent()
                        || chain.of(Group.ORDER).isPresent();
                return number ? number(value) : text(value);
            }
            return switch (kind.get()) {
                case EXISTS -> exists(value);
                case RE -> regex(value);
                case CIDR -> network(value);
                case FIELDREF -> fieldReference(value);
                default -> throw new IllegalStateException("no kind: " + kind.get());
            };
        } catch (ValueException e) {
            problem(e.code(), value.place(), e.reason());
            return Expression.any(List.of());
        }
    }

    private Expression absent(Scalar value) {
        boolean bare = item.modifiers().stream()
                .allMatch(m -> m.text().equals("all") || m.text().equals("neq"));
        if (item.isKeywords() || !bare) {
            problem(ProblemCode.VALUE_DOES_NOT_FIT, value.place(), "null needs a field without modifiers");
        }
        return new Expression.Test(new Predicate.Absent(item.field()));
    }

    private Expression exists(Scalar value) {
        String word = value.text().toLowerCase(Locale.ROOT);
        if (item.isKeywords() || item.list() || !(word.equals("true") || word.equals("false"))) {
            problem(ProblemCode.VALUE_DOES_NOT_FIT, value.place(), "'exists' needs a field and 'true' or 'false'");
        }
        var present = new Expression.Test(new Predicate.Present(item.field()));
        return word.equals("false") ? new Expression.Not(present) : present;
    }

    private Expression regex(Scalar value) throws ValueException {
        var flags = new Regex.Flags(chain.has(Modifier.I), chain.has(Modifier.M), chain.has(Modifier.S));
        var parts = new ArrayList<Expression>();
        for (String pattern : forms.expanded(value.text())) {
            try {
                Regex regex = Regex.compile(pattern, flags);
                budget.takeRegex(RegexSize.of(pattern));
                parts.add(test(new ValueTest.Matches(regex)));
            } catch (Regex.BadRegexException e) {
                throw new ValueException(ProblemCode.BAD_REGEX, "regular expression not usable: " + e.getMessage());
            }
        }
        return Expression.any(parts);
    }

    private Expression network(Scalar value) throws ValueException {
        var parts = new ArrayList<Expression>();
        for (String text : forms.expanded(value.text())) {
            Optional<Network> network = Network.parse(text.strip());
            if (network.isEmpty()) {
                throw new ValueException(ProblemCode.VALUE_DOES_NOT_FIT, "'" + text + "' is no network for 'cidr'");
            }
            parts.add(test(new ValueTest.Inside(network.get())));
        }
        return Expression.any(parts);
    }

    private Expression fieldReference(Scalar value) {
        if (item.isKeywords() || value.text().isEmpty()) {
            problem(ProblemCode.VALUE_DOES_NOT_FIT, value.place(), "'fieldref' needs two names of fields");
        }
        String other = value.text().replace(" ", "");
        Relation relation = chain.of(Group.POSITION).map(ItemChecker::relation).orElse(Relation.EQUALS);
        var reference = new Expression.Test(
                new Predicate.FieldReference(item.field(), other, relation, chain.has(Modifier.CASED)));
        return chain.has(Modifier.NEQ) ? butNot(List.of(item.field(), other), reference) : reference;
    }

    private static Relation relation(Modifier position) {
        return switch (position) {
            case STARTSWITH -> Relation.STARTS_WITH;
            case ENDSWITH -> Relation.ENDS_WITH;
            default -> Relation.CONTAINS;
        };
    }

    private Expression number(Scalar value) throws ValueException {
        Optional<BigDecimal> number = Decimal.ofRule(value);
        if (number.isEmpty()) {
            throw new ValueException(ProblemCode.VALUE_DOES_NOT_FIT, "'" + value.text() + "' is no decimal number");
        }
        Optional<Order> order = chain.of(Group.ORDER).map(ItemChecker::order);
        Optional<DatePart> part = chain.of(Group.DATE).map(date -> DatePart.valueOf(date.name()));
        if (part.isPresent() && order.isEmpty() && !part.get().takes(number.get())) {
            throw new ValueException(
                    ProblemCode.VALUE_DOES_NOT_FIT,
                    "no date has " + value.text() + " as its " + part.get().word());
        }
        return test(part.<ValueTest>map(p -> new ValueTest.Dated(p, order.orElse(Order.EQUAL), number.get()))
                .orElseGet(() -> new ValueTest.Compares(order.orElse(Order.EQUAL), number.get())));
    }

    private static Order order(Modifier modifier) {
        return switch (modifier) {
            case LT -> Order.LESS;
            case LTE -> Order.LESS_OR_EQUAL;
            case GT -> Order.GREATER;
            default -> Order.GREATER_OR_EQUAL;
        };
    }

    private Expression text(Scalar value) throws ValueException {
        boolean cased = chain.has(Modifier.CASED);
        var parts = new ArrayList<Expression>();
        for (TextPattern form : forms.of(value.text())) {
            TextPattern placed = placed(form);
            parts.add(test(new ValueTest.Text(cased ? placed : placed.folded(), cased)));
        }
        return Expression.any(parts);
    }

    /// Keywords lie anywhere unless told otherwise.
    private TextPattern placed(TextPattern pattern) {
        Optional<Modifier> position = chain.of(Group.POSITION);
        if (position.isEmpty()) {
            return item.isKeywords() ? pattern.open(true, true) : pattern;
        }
        return switch (position.get()) {
            case STARTSWITH -> pattern.open(false, true);
            case ENDSWITH -> pattern.open(true, false);
            default -> pattern.open(true, true);
        };
    }

    private Expression test(ValueTest test) {
        return new Expression.Test(
                item.isKeywords() ? new Predicate.Keyword(test) : new Predicate.Field(item.field(), test));
    }

    private void problem(ProblemCode code, Place place, String reason) {
        problems.add(code, place, reason);
    }
}
