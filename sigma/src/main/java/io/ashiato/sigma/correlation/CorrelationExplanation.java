package io.ashiato.sigma.correlation;

import io.ashiato.model.Correlated;
import io.ashiato.sigma.rule.Correlation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/// What a correlation made of some events.
///
/// @param inputs what came in, by rule, in the order of the correlation
/// @param groups how far each group came, in the order of their first events; one that held several times is there
///     as often
/// @param untimed events that take no part for want of a time, whatever rules match them
public record CorrelationExplanation(Correlation correlation, List<Input> inputs, List<Reached> groups, long untimed) {
    public CorrelationExplanation {
        inputs = List.copyOf(inputs);
        groups = List.copyOf(groups);
    }

    /// What one of the rules gave.
    ///
    /// @param events that the rule matched, and that have all fields which the correlation asks for
    /// @param lacking events that it matched and that have not
    public record Input(String ruleId, long events, long lacking) {}

    /// The window of a group that held, or else came nearest.
    ///
    /// @param group the values that the events have in common
    /// @param measure what the condition is about: a number of events, values or rules, a sum, ...
    /// @param rules ids of the rules that matched in the window, in the order of the correlation
    public record Reached(
            List<Correlated.Value> group,
            boolean holds,
            BigDecimal measure,
            long events,
            Instant first,
            Instant last,
            List<String> rules) {
        public Reached {
            group = List.copyOf(group);
            rules = List.copyOf(rules);
        }
    }

    /// Whether the correlation held.
    public boolean holds() {
        return groups.stream().anyMatch(Reached::holds);
    }
}
