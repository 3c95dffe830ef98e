package io.ashiato.casefile.pipeline;

import io.ashiato.model.RecordView;
import io.ashiato.model.RuleInfo;
import io.ashiato.readers.evtx.RecordLane;
import io.ashiato.sigma.CompiledRule;
import io.ashiato.sigma.RuleMatcher;
import io.ashiato.sigma.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Matches rules on the records of pieces of logs, on any thread.
final class RuleMatching {
    private final Queue<RuleMatcher> matchers = new ConcurrentLinkedQueue<>();
    private final ThreadLocal<Collector> collectors;

    /// @param sink that is handed the selected events
    RuleMatching(RuleSet rules, EventSelection selection, EventSink sink) {
        collectors = ThreadLocal.withInitial(() -> {
            RuleMatcher fresh = rules.matcher();
            matchers.add(fresh);
            return new Collector(fresh, selection, sink);
        });
    }

    /// What collects the records of pieces on this thread.
    Collector collector() {
        return collectors.get();
    }

    /// The log sources of which events were seen, by the rules' names. To be asked when everything is read.
    Set<String> seenSources() {
        var seen = new TreeSet<String>();
        matchers.forEach(matcher -> seen.addAll(matcher.seenSources()));
        return seen;
    }

    /// How often a regular expression was stopped because it took too many steps on a value.
    long regexesGivenUp() {
        return matchers.stream().mapToLong(RuleMatcher::regexesGivenUp).sum();
    }

    /// Takes the records of one piece after the other.
    static final class Collector implements RecordLane.Visitor {
        private final RuleMatcher matcher;
        private final EventSelection selection;
        private final EventSink sink;
        private List<EventSink.Delivery> deliveries = new ArrayList<>();
        private EventTally tally = new EventTally();

        private Collector(RuleMatcher matcher, EventSelection selection, EventSink sink) {
            this.matcher = matcher;
            this.selection = selection;
            this.sink = sink;
        }

        @Override
        public void begin() {
            deliveries = new ArrayList<>();
            tally = new EventTally();
        }

        @Override
        public void record(RecordView record) {
            boolean isInside = tally.add(record, selection.window());
            List<CompiledRule> rules = matcher.match(record);
            if (isInside && !(selection.isMatchedOnly() && rules.isEmpty())) {
                deliveries.add(sink.prepare(new MatchedEvent(record.event(), about(rules))));
            }
        }

        /// A loop, since streams are slow until the best compiler has seen them.
        private static List<RuleInfo> about(List<CompiledRule> rules) {
            if (rules.isEmpty()) {
                return List.of();
            }
            var about = new ArrayList<RuleInfo>(rules.size());
            for (CompiledRule rule : rules) {
                about.add(rule.about());
            }
            return about;
        }

        /// What the piece gave.
        EventBatch finish() {
            return new EventBatch(deliveries, tally);
        }
    }
}
