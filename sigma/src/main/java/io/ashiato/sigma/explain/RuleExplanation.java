package io.ashiato.sigma.explain;

import io.ashiato.model.RuleInfo;
import io.ashiato.sigma.source.EventFilter;
import java.util.List;

/// Why a rule matches an event, or does not.
///
/// @param source the rule's log source, such as `windows/process_creation`
/// @param ways one for each kind of event that the log source means; none where such events are not read
public record RuleExplanation(RuleInfo about, String source, List<Way> ways) {
    public RuleExplanation {
        ways = List.copyOf(ways);
    }

    /// Whether the rule matches: one way is enough.
    public boolean matches() {
        return ways.stream().anyMatch(Way::matches);
    }

    /// What came of one kind of event.
    ///
    /// @param events the kind, with its names of fields
    /// @param taken whether the event's channel and id are of that kind
    /// @param where what else makes an event one of that kind
    /// @param detection the rule's condition, evaluated whether or not the event is of that kind
    public record Way(EventFilter events, boolean taken, List<Explanation> where, Explanation detection) {
        public Way {
            where = List.copyOf(where);
        }

        public boolean matches() {
            return fromSource() && detection.holds();
        }

        /// Whether the event belongs to the rule's log source.
        public boolean fromSource() {
            return taken && where.stream().allMatch(Explanation::holds);
        }
    }
}
