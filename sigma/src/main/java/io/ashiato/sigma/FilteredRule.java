package io.ashiato.sigma;

import io.ashiato.sigma.rule.Expression;
import io.ashiato.sigma.source.EventFilter;
import java.util.ArrayList;
import java.util.List;

/// A rule on single events that can run, with its filters, each part alone.
///
/// @param detection what the rule itself asks
/// @param filters that apply to it, in the order of the files
/// @param events of its log source: those that any of these takes
public record FilteredRule(
        CompiledRule rule, Expression detection, List<BoundFilter> filters, List<EventFilter> events) {
    public FilteredRule {
        filters = List.copyOf(filters);
        events = List.copyOf(events);
    }

    /// What the rule asks, and each of its filters by name.
    Expression condition() {
        var parts = new ArrayList<Expression>();
        parts.add(detection);
        for (BoundFilter filter : filters) {
            parts.add(new Expression.Named(filter.about().title(), filter.condition()));
        }
        return Expression.all(parts);
    }
}
