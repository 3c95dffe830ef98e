package io.ashiato.sigma.correlation;

import io.ashiato.model.Correlated;
import io.ashiato.model.Event;
import io.ashiato.sigma.correlation.CorrelationExplanation.Input;
import io.ashiato.sigma.correlation.CorrelationExplanation.Reached;
import io.ashiato.sigma.rule.Correlation;
import io.ashiato.sigma.source.EventFilter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Explains one correlation: runs it as a hunt does, with those that feed it, and keeps what it made of the events.
/// Keeps something of every event, so it is for as many as a person looks at. Not safe for several threads.
public final class CorrelationTracer {
    private final Correlation correlation;
    private final Correlator correlator;
    private final long[] events;
    private final long[] lacking;

    /// By key, in the order of their first events.
    private final Map<String, Traced> groups = new LinkedHashMap<>();

    /// What is known of a group.
    private record Traced(List<Correlated.Value> values, List<Entry> entries, List<Reached> held) {}

    /// @param correlations each behind those that feed it
    /// @param index of the one to explain
    /// @param filters as [Correlator] has them
    public CorrelationTracer(List<Correlation> correlations, int index, Map<String, List<EventFilter>> filters) {
        this.correlation = correlations.get(index);
        this.events = new long[correlation.inputs().size()];
        this.lacking = new long[correlation.inputs().size()];
        this.correlator = new Correlator(
                correlations,
                filters,
                Duration.ZERO,
                Correlator.MEMORY,
                number -> number == index ? new Watch() : StageWatch.NONE);
    }

    /// Takes the next event in order of time.
    ///
    /// @param ruleIds all rules that matched it
    public void accept(Event event, Collection<String> ruleIds) {
        correlator.accept(event, ruleIds);
    }

    /// What came of all events. Nothing may be accepted behind it.
    public CorrelationExplanation finish() {
        correlator.finish();
        var inputs = new ArrayList<Input>();
        for (int i = 0; i < events.length; i++) {
            inputs.add(new Input(correlation.inputs().get(i).ruleId(), events[i], lacking[i]));
        }
        var reached = new ArrayList<Reached>();
        for (Traced group : groups.values()) {
            reached.addAll(group.held);
            if (group.held.isEmpty()) {
                NearestWindow nearest = NearestWindow.of(correlation, group.entries);
                reached.add(reached(group.values, false, nearest.evidence(), nearest.inputs()));
            }
        }
        return new CorrelationExplanation(correlation, inputs, reached, correlator.untimed());
    }

    private Reached reached(List<Correlated.Value> group, boolean holds, Evidence evidence, long inputs) {
        var rules = new ArrayList<String>();
        for (int i = 0; i < correlation.inputs().size(); i++) {
            if ((inputs >> i & 1) != 0) {
                rules.add(correlation.inputs().get(i).ruleId());
            }
        }
        return new Reached(
                group,
                holds,
                evidence.measure(),
                evidence.events(),
                evidence.first().time(),
                evidence.last().time(),
                rules);
    }

    private final class Watch implements StageWatch {
        @Override
        public void lacking(int input) {
            lacking[input]++;
        }

        @Override
        public void grouped(String key, List<Correlated.Value> values, Entry entry) {
            for (int i = 0; i < events.length; i++) {
                events[i] += entry.inputs() >> i & 1;
            }
            groups.computeIfAbsent(key, k -> new Traced(values, new ArrayList<>(), new ArrayList<>()))
                    .entries
                    .add(entry);
        }

        @Override
        public void held(Group.Held held) {
            List<Correlated.Value> values = held.match().correlated().group();
            String key =
                    GroupKey.text(values.stream().map(Correlated.Value::value).toList());
            Traced group = groups.get(key);
            if (group != null) {
                group.held.add(
                        reached(values, true, held.evidence(), held.evidence().inputs()));
            }
        }
    }
}
