package io.ashiato.casefile;

import io.ashiato.casefile.pipeline.MatchedEvent;
import io.ashiato.casefile.store.DetectionSorter;
import io.ashiato.model.Detection;
import io.ashiato.model.Diagnostic;
import io.ashiato.model.DiagnosticCode;
import io.ashiato.model.Event;
import io.ashiato.model.Level;
import io.ashiato.model.RuleInfo;
import io.ashiato.sigma.RuleSet;
import io.ashiato.sigma.correlation.CorrelationMatch;
import io.ashiato.sigma.correlation.Correlator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The detections of a run: takes what rules matched in the order of the evidence, lets correlations see it in order
/// of time, and gives all detections in their one order.
///
/// Matches that correlations wait for are sorted apart, with their events whole. Where no rule is a correlation there
/// are none, and nothing is sorted twice.
final class Detections {
    private final RuleSet rules;
    private final Level level;
    private final DetectionSorter sorter;
    private final DetectionSorter feeding;
    private final Set<String> matched = new HashSet<>();
    private boolean anyFeeds;
    private long count;
    private long forgotten;

    /// @param level weaker rules make no detections, but feed correlations that may be stronger
    /// @param scratch an existing folder for temporary files; the caller removes it
    Detections(RuleSet rules, Level level, Path scratch) {
        this.rules = rules;
        this.level = level;
        this.sorter = new DetectionSorter(scratch);
        this.feeding = new DetectionSorter(scratch, "feeding");
    }

    void add(MatchedEvent event) throws IOException {
        for (RuleInfo rule : event.rules()) {
            if (rules.correlations().waitFor(rule.id())) {
                feeding.add(new Detection(rule, event.event()));
                anyFeeds = true;
            }
            if (rule.level().atLeast(level) && !rules.correlations().silence(rule.id())) {
                add(new Detection(rule, event.event()));
            }
        }
    }

    private void add(Detection detection) throws IOException {
        count++;
        matched.add(detection.rule().id());
        sorter.add(detection);
    }

    /// Runs the correlations. Nothing may be added behind it.
    void finish() throws IOException {
        if (!anyFeeds) {
            return;
        }
        Correlator correlator = rules.correlations().correlator();
        var pending = new Pending(correlator);
        feeding.forEach(pending);
        pending.flush();
        addAll(correlator.finish());
        forgotten = correlator.forgotten();
    }

    /// Hands every detection over in order. May be called again.
    void forEach(DetectionSorter.Consumer consumer) throws IOException {
        sorter.forEach(consumer);
    }

    long count() {
        return count;
    }

    /// How many rules made detections.
    long rulesMatched() {
        return matched.size();
    }

    /// That correlations had to forget something, where they had.
    Optional<Diagnostic> diagnostic() {
        return forgotten == 0
                ? Optional.empty()
                : Optional.of(
                        Diagnostic.of(DiagnosticCode.CORRELATIONS_CUT, "").with("count", Long.toString(forgotten)));
    }

    private void addAll(List<CorrelationMatch> matches) throws IOException {
        for (CorrelationMatch match : matches) {
            if (match.rule().level().atLeast(level)
                    && !rules.correlations().silence(match.rule().id())) {
                add(new Detection(match.rule(), match.event(), Optional.of(match.correlated())));
            }
        }
    }

    /// Collects the rules of one event: sorted matches of an event come one after the other.
    private final class Pending implements DetectionSorter.Consumer {
        private final Correlator correlator;
        private final List<String> ruleIds = new ArrayList<>();
        private Optional<Event> event = Optional.empty();

        Pending(Correlator correlator) {
            this.correlator = correlator;
        }

        @Override
        public void accept(Detection detection) throws IOException {
            boolean same = event.isPresent()
                    && event.get().source().equals(detection.event().source());
            if (!same) {
                flush();
                event = Optional.of(detection.event());
            }
            ruleIds.add(detection.rule().id());
        }

        void flush() throws IOException {
            if (event.isPresent()) {
                addAll(correlator.accept(event.get(), ruleIds));
            }
            ruleIds.clear();
        }
    }
}
