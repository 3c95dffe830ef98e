package io.ashiato.sigma.explain;

import io.ashiato.model.Event;
import io.ashiato.model.RuleInfo;
import io.ashiato.sigma.explain.RuleExplanation.Way;
import io.ashiato.sigma.rule.Expression;
import io.ashiato.sigma.rule.Predicate;
import io.ashiato.sigma.rule.TextPattern;
import io.ashiato.sigma.rule.ValueTest;
import io.ashiato.sigma.source.EventFields;
import io.ashiato.sigma.source.EventFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Explains one rule. Immutable; threads share it.
///
/// @param source the rule's log source, such as `windows/process_creation`
/// @param detection as `rule` checked it
/// @param filters the kinds of events that the log source means; none where such events are not read
public record RuleExplainer(RuleInfo about, String source, Expression detection, List<EventFilter> filters) {
    public RuleExplainer {
        filters = List.copyOf(filters);
    }

    /// Every part of the rule, evaluated on the event.
    public RuleExplanation explain(Event event) {
        return new RuleExplanation(
                about,
                source,
                filters.stream().map(filter -> way(event, filter)).toList());
    }

    private Way way(Event event, EventFilter filter) {
        var predicates = new PredicateEvaluation(new EventFields(event, filter));
        boolean taken = filter.takes(EventFilter.fold(event.channel()), event.eventId());
        var where = new ArrayList<Explanation>();
        filter.where().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(demand -> where.add(any(
                        demand.getValue().stream()
                                .map(value -> equal(demand.getKey(), value))
                                .toList(),
                        predicates)));
        return new Way(filter, taken, where, explain(detection, predicates));
    }

    private static Expression equal(String field, String value) {
        var pattern = TextPattern.literal(value).folded();
        return new Expression.Test(new Predicate.Field(field, new ValueTest.Text(pattern, false)));
    }

    private static Explanation explain(Expression expression, PredicateEvaluation predicates) {
        return switch (expression) {
            case Expression.All all -> {
                List<Explanation> parts =
                        all.parts().stream().map(p -> explain(p, predicates)).toList();
                yield new Explanation.All(parts.stream().allMatch(Explanation::holds), parts);
            }
            case Expression.Any any -> any(any.parts(), predicates);
            case Expression.Not not -> {
                Explanation inner = explain(not.inner(), predicates);
                yield new Explanation.Not(!inner.holds(), inner);
            }
            case Expression.Named named -> {
                Explanation inner = explain(named.inner(), predicates);
                yield new Explanation.Named(inner.holds(), named.name(), inner);
            }
            case Expression.Test test -> predicates.test(test.predicate());
        };
    }

    private static Explanation any(List<Expression> expressions, PredicateEvaluation predicates) {
        List<Explanation> parts =
                expressions.stream().map(p -> explain(p, predicates)).toList();
        return parts.size() == 1
                ? parts.getFirst()
                : new Explanation.Any(parts.stream().anyMatch(Explanation::holds), parts);
    }
}
