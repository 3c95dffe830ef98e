package io.ashiato.sigma.rule;

import io.ashiato.model.RuleInfo;
import io.ashiato.sigma.syntax.CorrelationCondition;
import io.ashiato.sigma.syntax.CorrelationType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A correlation that can run: all that it refers to exists.
///
/// @param inputs at least one, in the order of its rules
/// @param groupBy fields or aliases; none puts all events into one group
/// @param condition of temporal types over the number of inputs
/// @param overInputs of `temporal`: a condition over which inputs there are, which goes before the one over their
///     number
/// @param reported whether its matches are detections, or only feed other correlations
/// @param file as handed in
public record Correlation(
        RuleInfo about,
        CorrelationType type,
        List<Input> inputs,
        List<String> groupBy,
        Duration timespan,
        CorrelationCondition condition,
        Optional<InputCondition> overInputs,
        boolean reported,
        String file) {
    public Correlation {
        inputs = List.copyOf(inputs);
        groupBy = List.copyOf(groupBy);
    }

    /// The same, its matches being detections whatever it feeds.
    public Correlation asReported() {
        return new Correlation(about, type, inputs, groupBy, timespan, condition, overInputs, true, file);
    }

    /// What a correlation waits for.
    ///
    /// @param ruleId of the rule, or of the other correlation
    /// @param aliases name used by the correlation -> field of these events
    public record Input(Source source, String ruleId, Map<String, String> aliases) {
        public Input {
            aliases = Map.copyOf(aliases);
        }

        /// The field of these events that the correlation calls so.
        public String field(String name) {
            return aliases.getOrDefault(name, name);
        }
    }

    /// Where the matches come from.
    public sealed interface Source {
        /// Events that a rule matched.
        record Events() implements Source {}

        /// Matches of another correlation.
        ///
        /// @param index of it, smaller than the own one
        record Matches(int index) implements Source {}
    }
}
