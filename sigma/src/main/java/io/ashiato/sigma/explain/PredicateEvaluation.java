package io.ashiato.sigma.explain;

import io.ashiato.sigma.explain.Explanation.Outcome;
import io.ashiato.sigma.explain.Explanation.Tried;
import io.ashiato.sigma.match.PatternMatcher;
import io.ashiato.sigma.rule.Decimal;
import io.ashiato.sigma.rule.Folding;
import io.ashiato.sigma.rule.Predicate;
import io.ashiato.sigma.rule.ValueTest;
import io.ashiato.sigma.source.EventFields;
import io.ashiato.sigma.source.EventFields.FieldValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// Puts the questions of a rule to one event.
record PredicateEvaluation(EventFields event) {
    Explanation.Test test(Predicate predicate) {
        return switch (predicate) {
            case Predicate.Field field -> tried(predicate, event.values(field.field()), field.test());
            case Predicate.Keyword keyword -> {
                Explanation.Test everywhere = tried(predicate, event.all(), keyword.test());
                yield new Explanation.Test(
                        everywhere.holds(),
                        predicate,
                        everywhere.tried().stream()
                                .filter(tried -> tried.outcome() == Outcome.FITS)
                                .toList());
            }
            case Predicate.Absent absent -> present(predicate, event.values(absent.field()), false);
            case Predicate.Present present -> present(predicate, event.values(present.field()), true);
            case Predicate.FieldReference reference -> reference(reference);
        };
    }

    private static Explanation.Test tried(Predicate predicate, List<FieldValue> values, ValueTest test) {
        List<Tried> tried = values.stream()
                .map(value -> new Tried(value.field(), value.text(), outcome(test, value.text())))
                .toList();
        boolean holds = tried.stream().anyMatch(each -> each.outcome() == Outcome.FITS);
        return new Explanation.Test(holds, predicate, tried);
    }

    private static Explanation.Test present(Predicate predicate, List<FieldValue> values, boolean wanted) {
        return new Explanation.Test(values.isEmpty() != wanted, predicate, shown(values, wanted));
    }

    private Explanation.Test reference(Predicate.FieldReference reference) {
        List<FieldValue> left = event.values(reference.field());
        List<FieldValue> right = event.values(reference.other());
        var tried = new ArrayList<Tried>();
        for (FieldValue value : left) {
            boolean fits = right.stream().anyMatch(other -> lies(value.text(), other.text(), reference));
            tried.add(new Tried(value.field(), value.text(), outcome(fits)));
        }
        boolean holds = tried.stream().anyMatch(each -> each.outcome() == Outcome.FITS);
        tried.addAll(shown(right, holds));
        return new Explanation.Test(holds, reference, tried);
    }

    private static List<Tried> shown(List<FieldValue> values, boolean fit) {
        return values.stream()
                .map(value -> new Tried(value.field(), value.text(), outcome(fit)))
                .toList();
    }

    private static boolean lies(String left, String right, Predicate.FieldReference reference) {
        String a = reference.cased() ? left : Folding.fold(left);
        String b = reference.cased() ? right : Folding.fold(right);
        return switch (reference.relation()) {
            case EQUALS -> a.equals(b);
            case STARTS_WITH -> a.startsWith(b);
            case ENDS_WITH -> a.endsWith(b);
            case CONTAINS -> a.contains(b);
        };
    }

    private static Outcome outcome(boolean fits) {
        return fits ? Outcome.FITS : Outcome.FAILS;
    }

    private static Outcome outcome(ValueTest test, String value) {
        return switch (test) {
            case ValueTest.Text text -> {
                String compared = text.cased() ? value : Folding.fold(value);
                yield outcome(new PatternMatcher(text.pattern()).matches(compared.toCharArray()));
            }
            case ValueTest.Matches matches ->
                switch (matches.regex().find(value)) {
                    case FOUND -> Outcome.FITS;
                    case NOT_FOUND -> Outcome.FAILS;
                    case GIVEN_UP -> Outcome.GIVEN_UP;
                };
            case ValueTest.Inside inside -> outcome(inside.network().contains(value));
            case ValueTest.Compares compares ->
                outcome(Decimal.parse(value)
                        .filter(number -> compares.order().holds(number.compareTo(compares.number())))
                        .isPresent());
            case ValueTest.Dated dated -> {
                OptionalInt part = dated.part().of(value);
                yield outcome(part.isPresent()
                        && dated.order()
                                .holds(BigDecimal.valueOf(part.getAsInt()).compareTo(dated.number())));
            }
        };
    }
}
