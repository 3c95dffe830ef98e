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
import java.util.regex.Pattern;

/// Turns one `Field|modifiers: values` into an expression.
final class ItemChecker {
    private static final Pattern PLACEHOLDER = Pattern.compile("(?<!\\\\)%[^%\\\\]+%");

    private final Search.Item item;
    private final ModifierChain chain;
    private final Problems problems;

    private ItemChecker(Search.Item item, ModifierChain chain, Problems problems) {
        this.item = item;
        this.chain = chain;
        this.problems = problems;
    }

    /// Nothing when a problem was reported.
    static Optional<Expression> check(Search.Item item, Problems problems) {
        int before = problems.count();
        Optional<Expression> expression =
                ModifierChain.read(item, problems).map(chain -> new ItemChecker(item, chain, problems).expression());
        return problems.count() > before ? Optional.empty() : expression;
    }

    private Expression expression() {
        List<Expression> parts = item.values().stream().map(this::value).toList();
        Expression linked = chain.has(Modifier.ALL) ? Expression.all(parts) : Expression.any(parts);
        if (!chain.has(Modifier.NEQ) || chain.has(Modifier.FIELDREF)) {
            return linked;
        }
        if (item.isKeywords()) {
            problem(ProblemCode.MODIFIERS_DO_NOT_COMBINE, item.place(), "'neq' needs a field");
        }
        return Expression.all(
                List.of(new Expression.Test(new Predicate.Present(item.field())), new Expression.Not(linked)));
    }

    private Expression value(Scalar value) {
        Optional<Modifier> kind = chain.of(Group.KIND);
        if (value.kind() == Scalar.Kind.NULL) {
            return absent(value);
        }
        if (kind.isPresent()) {
            return switch (kind.get()) {
                case EXISTS -> exists(value);
                case RE -> regex(value);
                case CIDR -> network(value);
                case FIELDREF -> fieldReference(value);
                default -> throw new IllegalStateException("no kind: " + kind.get());
            };
        }
        return chain.of(Group.DATE).isPresent() || chain.of(Group.ORDER).isPresent() ? number(value) : text(value);
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

    private Expression regex(Scalar value) {
        var flags = new Regex.Flags(chain.has(Modifier.I), chain.has(Modifier.M), chain.has(Modifier.S));
        try {
            return test(new ValueTest.Matches(Regex.compile(value.text(), flags)));
        } catch (Regex.BadRegexException e) {
            problem(ProblemCode.BAD_REGEX, value.place(), "regular expression not usable: " + e.getMessage());
            return Expression.any(List.of());
        }
    }

    private Expression network(Scalar value) {
        Optional<Network> network = Network.parse(value.text().strip());
        if (network.isEmpty()) {
            problem(ProblemCode.VALUE_DOES_NOT_FIT, value.place(), "'" + value.text() + "' is no network for 'cidr'");
        }
        return network.map(n -> test(new ValueTest.Inside(n))).orElse(Expression.any(List.of()));
    }

    private Expression fieldReference(Scalar value) {
        if (item.isKeywords() || value.text().isEmpty()) {
            problem(ProblemCode.VALUE_DOES_NOT_FIT, value.place(), "'fieldref' needs two names of fields");
        }
        boolean differs = chain.has(Modifier.NEQ);
        Optional<Modifier> position = chain.of(Group.POSITION);
        if (differs && position.isPresent()) {
            problem(
                    ProblemCode.MODIFIERS_DO_NOT_COMBINE,
                    item.place(),
                    "'fieldref' takes 'neq' or '" + position.get().word() + "', not both");
        }
        Relation relation =
                differs ? Relation.DIFFERS : position.map(ItemChecker::relation).orElse(Relation.EQUALS);
        return new Expression.Test(new Predicate.FieldReference(
                item.field(), value.text().replace(" ", ""), relation, chain.has(Modifier.CASED)));
    }

    private static Relation relation(Modifier position) {
        return switch (position) {
            case STARTSWITH -> Relation.STARTS_WITH;
            case ENDSWITH -> Relation.ENDS_WITH;
            default -> Relation.CONTAINS;
        };
    }

    private Expression number(Scalar value) {
        Optional<BigDecimal> number = Decimal.parse(value.text());
        if (number.isEmpty()) {
            problem(ProblemCode.VALUE_DOES_NOT_FIT, value.place(), "'" + value.text() + "' is no decimal number");
            return Expression.any(List.of());
        }
        Order order = chain.of(Group.ORDER).map(ItemChecker::order).orElse(Order.EQUAL);
        return test(chain.of(Group.DATE)
                .<ValueTest>map(part -> new ValueTest.Dated(DatePart.valueOf(part.name()), order, number.get()))
                .orElseGet(() -> new ValueTest.Compares(order, number.get())));
    }

    private static Order order(Modifier modifier) {
        return switch (modifier) {
            case LT -> Order.LESS;
            case LTE -> Order.LESS_OR_EQUAL;
            case GT -> Order.GREATER;
            default -> Order.GREATER_OR_EQUAL;
        };
    }

    private Expression text(Scalar value) {
        TextPattern pattern = pattern(value);
        var forms = new ArrayList<Expression>();
        for (TextPattern form : encoded(value, pattern)) {
            TextPattern placed = placed(form);
            forms.add(test(new ValueTest.Text(
                    chain.has(Modifier.CASED) ? placed : placed.folded(), chain.has(Modifier.CASED))));
        }
        return Expression.any(forms);
    }

    private TextPattern pattern(Scalar value) {
        String text = value.text();
        if (chain.has(Modifier.EXPAND)) {
            var placeholder = PLACEHOLDER.matcher(text);
            if (placeholder.find()) {
                problem(
                        ProblemCode.PLACEHOLDER_WITHOUT_VALUES,
                        value.place(),
                        "no values are given for placeholder " + placeholder.group());
            }
            text = text.replace("\\%", "%");
        }
        TextPattern pattern = TextPattern.parse(text);
        return chain.has(Modifier.WINDASH) ? pattern.withAnyDash() : pattern;
    }

    private List<TextPattern> encoded(Scalar value, TextPattern pattern) {
        Optional<Modifier> base64 = chain.of(Group.BASE64);
        if (base64.isEmpty()) {
            return List.of(pattern);
        }
        if (pattern.hasWildcards()) {
            problem(ProblemCode.VALUE_DOES_NOT_FIT, value.place(), "wildcards cannot be encoded as Base64");
        }
        byte[] bytes =
                Encodings.bytes(pattern.plainText(), chain.of(Group.UTF16).orElse(base64.get()));
        List<String> forms =
                base64.get() == Modifier.BASE64 ? List.of(Encodings.base64(bytes)) : Encodings.base64AtAnyOffset(bytes);
        if (forms.isEmpty()) {
            problem(
                    ProblemCode.VALUE_DOES_NOT_FIT,
                    value.place(),
                    "'" + value.text() + "' is too short to be recognised inside Base64");
        }
        return forms.stream().map(TextPattern::literal).toList();
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
