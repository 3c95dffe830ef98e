package io.ashiato.sigma.correlation;

import io.ashiato.model.Event;
import io.ashiato.sigma.rule.Correlation;
import io.ashiato.sigma.source.EventFilter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Runs correlations over the matches of rules: hand over every event that a rule matched, in order of time, then
/// [#finish]. The matches depend only on the events and their order. Not safe for several threads.
///
/// A window is as long as the correlation's timespan, both ends included: an event exactly that much later than
/// another is in a window with it. It slides with the events. A group of events makes one match a window: after a
/// match its further events in that window are part of what was already said, and the first one behind it begins a
/// new window. No event takes part in two matches of the same correlation.
public final class Correlator {
    /// Estimated bytes that all windows together may take: some hundred thousand groups at once, in a program that
    /// runs in 256 MiB.
    public static final long MEMORY = 96L << 20;

    private final List<Stage> stages = new ArrayList<>();
    private final Map<String, List<Feed>> feedsOfRule = new HashMap<>();

    /// By stage.
    private final List<List<Feed>> feedsOfStage = new ArrayList<>();

    private final Map<String, List<EventFilter>> filters;
    private final Budget budget;
    private final Duration lateness;
    private @Nullable Instant latest;
    private long late;
    private long untimed;

    private record Feed(Stage stage, int input) {}

    /// @param correlations each behind those that feed it
    /// @param filters of the rules that feed correlations, by rule id: how their log source names its fields
    /// @param lateness how far an event may lie behind the latest one; matches come that much later
    /// @param memory estimated bytes that all windows together may take
    public Correlator(
            List<Correlation> correlations, Map<String, List<EventFilter>> filters, Duration lateness, long memory) {
        this(correlations, filters, lateness, memory, index -> StageWatch.NONE);
    }

    /// @param watches by the index of each correlation
    Correlator(
            List<Correlation> correlations,
            Map<String, List<EventFilter>> filters,
            Duration lateness,
            long memory,
            IntFunction<StageWatch> watches) {
        this.filters = Map.copyOf(filters);
        this.budget = new Budget(memory);
        this.lateness = lateness;
        for (Correlation correlation : correlations) {
            addStage(correlation, watches.apply(stages.size()));
        }
    }

    private void addStage(Correlation correlation, StageWatch watch) {
        Duration delay = lateness;
        for (Correlation.Input input : correlation.inputs()) {
            if (input.source() instanceof Correlation.Source.Matches matches) {
                Duration behind = stages.get(matches.index()).matchDelay();
                delay = behind.compareTo(delay) > 0 ? behind : delay;
            }
        }
        var stage = new Stage(correlation, delay, budget, watch);
        for (int i = 0; i < correlation.inputs().size(); i++) {
            var feed = new Feed(stage, i);
            switch (correlation.inputs().get(i).source()) {
                case Correlation.Source.Events events ->
                    feedsOfRule
                            .computeIfAbsent(correlation.inputs().get(i).ruleId(), id -> new ArrayList<>())
                            .add(feed);
                case Correlation.Source.Matches matches ->
                    feedsOfStage.get(matches.index()).add(feed);
            }
        }
        stages.add(stage);
        feedsOfStage.add(new ArrayList<>());
    }

    /// Takes the next event.
    ///
    /// @param ruleIds all rules that matched it; those that no correlation waits for do no harm
    /// @return the correlations that hold now and are detections, those that are fed by others last
    public List<CorrelationMatch> accept(Event event, Collection<String> ruleIds) {
        if (event.time().isEmpty()) {
            untimed++;
            return List.of();
        }
        Instant time = event.time().get();
        if (latest != null && !time.isAfter(latest) && !Entry.within(time, latest, lateness)) {
            late++;
            return List.of();
        }
        boolean fed = false;
        for (String id : ruleIds) {
            for (Feed feed : feedsOfRule.getOrDefault(id, List.of())) {
                feed.stage.offer(new Signal(event, filters.getOrDefault(id, List.of()), List.of()), feed.input);
                fed = true;
            }
        }
        if (!fed) {
            return List.of();
        }
        latest = latest == null || time.isAfter(latest) ? time : latest;
        Instant now = latest;
        var matches = new ArrayList<CorrelationMatch>();
        for (int i = 0; i < stages.size(); i++) {
            pass(i, stages.get(i).advance(now), matches);
        }
        while (budget.isExceeded() && makeRoom(matches)) {
            // Each step frees something.
        }
        return matches;
    }

    /// The correlations that hold because no further event comes. Nothing may be accepted behind it.
    public List<CorrelationMatch> finish() {
        var matches = new ArrayList<CorrelationMatch>();
        for (int i = 0; i < stages.size(); i++) {
            pass(i, stages.get(i).finish(), matches);
        }
        return matches;
    }

    /// Groups that were dropped before their window was over because memory ran out: correlations may have been
    /// missed, so a number above 0 should be told.
    public long forgotten() {
        return stages.stream().mapToLong(Stage::forgotten).sum();
    }

    /// Events that were not taken because they came behind a later one by more than the lateness.
    public long late() {
        return late;
    }

    /// Events that were not taken because they have no time.
    public long untimed() {
        return untimed;
    }

    private void pass(int index, List<Group.Held> held, List<CorrelationMatch> matches) {
        for (Group.Held each : held) {
            CorrelationMatch match = each.match();
            if (stages.get(index).correlation().reported()) {
                matches.add(match);
            }
            for (Feed feed : feedsOfStage.get(index)) {
                var signal = new Signal(
                        match.event(),
                        each.completing().filters(),
                        match.correlated().group());
                feed.stage.offer(signal, feed.input);
            }
        }
    }

    /// Drops the group that was quiet longest, of all correlations; or, where waiting events take most of the memory,
    /// works on the first of them ahead of time.
    ///
    /// @return whether there was anything to do
    private boolean makeRoom(List<CorrelationMatch> matches) {
        Optional<Stage> quiet = stages.stream()
                .filter(stage -> stage.oldest().isPresent())
                .min(Comparator.comparing(stage -> stage.oldest().orElseThrow()));
        long queued = stages.stream().mapToLong(Stage::queuedWeight).sum();
        if (queued > 0 && (quiet.isEmpty() || budget.isMostly(queued))) {
            int heaviest = heaviestQueue();
            pass(heaviest, stages.get(heaviest).hurry(), matches);
            return true;
        }
        quiet.ifPresent(Stage::forgetOldest);
        return quiet.isPresent();
    }

    private int heaviestQueue() {
        int heaviest = 0;
        for (int i = 1; i < stages.size(); i++) {
            if (stages.get(i).queuedWeight() > stages.get(heaviest).queuedWeight()) {
                heaviest = i;
            }
        }
        return heaviest;
    }
}
