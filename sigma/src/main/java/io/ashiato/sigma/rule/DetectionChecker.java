package io.ashiato.sigma.rule;

import io.ashiato.sigma.syntax.Condition;
import io.ashiato.sigma.syntax.Place;
import io.ashiato.sigma.syntax.ProblemCode;
import io.ashiato.sigma.syntax.Problems;
import io.ashiato.sigma.syntax.Search;
import io.ashiato.sigma.syntax.Similar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Turns search identifiers and a condition over them into a tree of tests.
final class DetectionChecker {
    private static final Expression NEVER = Expression.any(List.of());

    private final Placeholders placeholders;
    private final Budget budget;
    private final Problems problems;
    private final Map<String, Expression> searches = new LinkedHashMap<>();
    private final Map<String, Long> sizes = new HashMap<>();

    DetectionChecker(Placeholders placeholders, Budget budget, Problems problems) {
        this.placeholders = placeholders;
        this.budget = budget;
        this.problems = problems;
    }

    /// Nothing when a problem was reported.
    ///
    /// @param conditions any of them
    /// @param place of the document, for what is wrong with the whole
    Optional<Expression> check(Map<String, Search> identifiers, List<Condition> conditions, Place place) {
        int before = problems.count();
        identifiers.forEach((name, search) -> {
            Expression checked = search(search);
            searches.put(name, checked);
            sizes.put(name, checked.size());
        });
        Expression detection = NEVER;
        try {
            detection = Expression.any(conditions(conditions));
        } catch (ValueException e) {
            problems.add(e.code(), place, e.reason());
        }
        return problems.count() > before ? Optional.empty() : Optional.of(detection);
    }

    private Expression search(Search search) {
        return switch (search) {
            case Search.Map map ->
                Expression.all(map.items().stream().map(this::item).toList());
            case Search.Choice choice ->
                Expression.any(choice.parts().stream().map(this::search).toList());
            case Search.Keyword keyword ->
                item(new Search.Item(
                        "",
                        List.of(),
                        List.of(keyword.value()),
                        false,
                        keyword.value().place()));
        };
    }

    private Expression item(Search.Item item) {
        return ItemChecker.check(item, placeholders, budget, problems).orElse(NEVER);
    }

    private Expression condition(Condition condition) throws ValueException {
        return switch (condition) {
            case Condition.And and -> Expression.all(conditions(and.parts()));
            case Condition.Or or -> Expression.any(conditions(or.parts()));
            case Condition.Not not -> new Expression.Not(condition(not.inner()));
            case Condition.Identifier identifier -> identifier(identifier);
            case Condition.Quantified quantified -> quantified(quantified);
        };
    }

    private List<Expression> conditions(List<Condition> conditions) throws ValueException {
        var parts = new ArrayList<Expression>();
        for (Condition condition : conditions) {
            parts.add(condition(condition));
        }
        return parts;
    }

    private Expression identifier(Condition.Identifier identifier) throws ValueException {
        Expression search = searches.get(identifier.name());
        if (search == null) {
            problems.add(
                    ProblemCode.UNKNOWN_IDENTIFIER,
                    identifier.place(),
                    "the condition names '" + identifier.name() + "', which 'detection' does not have"
                            + Similar.hint(identifier.name(), searches.keySet()));
            return NEVER;
        }
        budget.takeNamed(sizes.getOrDefault(identifier.name(), 0L));
        return new Expression.Named(identifier.name(), search);
    }

    private Expression quantified(Condition.Quantified quantified) throws ValueException {
        var parts = new ArrayList<Expression>();
        long size = 0;
        for (Map.Entry<String, Expression> search : searches.entrySet()) {
            if (quantified.covers(search.getKey())) {
                parts.add(new Expression.Named(search.getKey(), search.getValue()));
                size += sizes.getOrDefault(search.getKey(), 0L);
            }
        }
        int count = quantified.count().orElse(parts.size());
        if (parts.isEmpty()) {
            problems.add(
                    ProblemCode.UNKNOWN_IDENTIFIER,
                    quantified.place(),
                    "no search identifier fits '" + quantified.pattern() + "'");
            return NEVER;
        }
        if (count > parts.size()) {
            problems.add(
                    ProblemCode.BAD_COUNT,
                    quantified.place(),
                    "'" + count + " of " + quantified.pattern() + "' can never hold; search identifiers that fit: "
                            + parts.size());
            return NEVER;
        }
        budget.takeNamed(size * Expression.waysToChoose(count, parts.size(), Budget.MAX_NAMED_OF_RULE));
        return Expression.atLeast(count, parts);
    }
}
