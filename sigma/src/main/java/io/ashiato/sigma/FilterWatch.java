package io.ashiato.sigma;

import io.ashiato.model.Event;
import io.ashiato.model.EventView;
import io.ashiato.sigma.match.CompiledRules;
import io.ashiato.sigma.match.Evaluation;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Tells which matches filters took away. Holds state between calls: one for each thread.
///
/// Runs the filtered rules without their filters, beside the [RuleMatcher]; other rules cost nothing.
public final class FilterWatch {
    /// A rule whose own condition matched an event.
    ///
    /// @param by the filters whose condition the event did not meet; at least one
    public record Suppressed(CompiledRule rule, List<RuleFilter> by) {}

    private final List<FilteredRule> rules;
    private final Evaluation evaluation;

    FilterWatch(List<FilteredRule> rules) {
        this.rules = rules;
        var inputs = new ArrayList<CompiledRules.Input>();
        for (FilteredRule rule : rules) {
            inputs.add(new CompiledRules.Input(rule.detection(), rule.events(), 0));
            rule.filters().forEach(filter -> inputs.add(new CompiledRules.Input(filter.condition(), rule.events(), 0)));
        }
        this.evaluation = new Evaluation(CompiledRules.compile(inputs));
    }

    /// The rules that would match the event but for a filter, in the order of [RuleSet#rules].
    public List<Suppressed> suppressed(Event event) {
        var suppressed = new ArrayList<Suppressed>();
        BitSet holds = evaluation.match(new EventView(event));
        int next = 0;
        for (FilteredRule rule : rules) {
            boolean matches = holds.get(next++);
            var by = new ArrayList<RuleFilter>();
            for (BoundFilter filter : rule.filters()) {
                if (!holds.get(next++)) {
                    by.add(filter.about());
                }
            }
            if (matches && !by.isEmpty()) {
                suppressed.add(new Suppressed(rule.rule(), List.copyOf(by)));
            }
        }
        return suppressed;
    }
}
