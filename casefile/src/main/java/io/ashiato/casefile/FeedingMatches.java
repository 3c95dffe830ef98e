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
import java.util.List;
import java.util.Optional;

/// The matches that correlations wait for, with their events whole: taken in the order of the evidence,
/// sorted, and shown to the correlations in order of time. Where no rule is a correlation there are none.
final class FeedingMatches {
    private final RuleSet rules;
    private final Level level;
    private final DetectionSorter sorter;
    private boolean isAny;
    private long forgotten;

    /// @param level weaker rules make no detections, but feed correlations that may be stronger
    /// @param scratch an existing folder for temporary files; the caller removes it
    FeedingMatches(RuleSet rules, Level level, Path scratch) {
        this.rules = rules;
        this.level = level;
        this.sorter = new DetectionSorter(scratch, "feeding");
    }

    /// Whether the matches of a rule are detections, and do not only feed correlations.
    boolean isDetection(RuleInfo rule) {
        return rule.level().atLeast(level) && !rules.correlations().silence(rule.id());
    }

    /// The matches of an event that correlations wait for. May be asked from any thread.
    List<Detection> of(MatchedEvent event) {
        List<Detection> feeding = List.of();
        for (RuleInfo rule : event.rules()) {
            if (rules.correlations().waitFor(rule.id())) {
                feeding = feeding.isEmpty() ? new ArrayList<>() : feeding;
                feeding.add(new Detection(rule, event.event()));
            }
        }
        return feeding;
    }

    /// @param matches as [#of] gave them
    void add(List<Detection> matches) throws IOException {
        for (Detection match : matches) {
            sorter.add(match);
            isAny = true;
        }
    }

    /// Runs the correlations and hands their detections over. Nothing may be added behind it.
    void correlate(DetectionSorter.Consumer detections) throws IOException {
        if (!isAny) {
            return;
        }
        Correlator correlator = rules.correlations().correlator();
        var pending = new Pending(correlator, detections);
        sorter.forEach(pending);
        pending.flush();
        handOver(correlator.finish(), detections);
        forgotten = correlator.forgotten();
    }

    /// That correlations had to forget something, where they had.
    Optional<Diagnostic> diagnostic() {
        return forgotten == 0
                ? Optional.empty()
                : Optional.of(
                        Diagnostic.of(DiagnosticCode.CORRELATIONS_CUT, "").with("count", Long.toString(forgotten)));
    }

    private void handOver(List<CorrelationMatch> matches, DetectionSorter.Consumer detections) throws IOException {
        for (CorrelationMatch match : matches) {
            if (isDetection(match.rule())) {
                detections.accept(new Detection(match.rule(), match.event(), Optional.of(match.correlated())));
            }
        }
    }

    /// Collects the rules of one event: sorted matches of an event come one after the other.
    private final class Pending implements DetectionSorter.Consumer {
        private final Correlator correlator;
        private final DetectionSorter.Consumer detections;
        private final List<String> ruleIds = new ArrayList<>();
        private Optional<Event> event = Optional.empty();

        Pending(Correlator correlator, DetectionSorter.Consumer detections) {
            this.correlator = correlator;
            this.detections = detections;
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
                handOver(correlator.accept(event.get(), ruleIds), detections);
            }
            ruleIds.clear();
        }
    }
}
