package io.ashiato.casefile;

import io.ashiato.casefile.findings.HostLedger;
import io.ashiato.casefile.pipeline.EventSelection;
import io.ashiato.casefile.pipeline.EventSink;
import io.ashiato.casefile.pipeline.EventTally;
import io.ashiato.casefile.pipeline.EventWindow;
import io.ashiato.casefile.pipeline.EvidenceReader;
import io.ashiato.casefile.pipeline.EvidenceReading;
import io.ashiato.casefile.pipeline.MatchedEvent;
import io.ashiato.casefile.pipeline.Progress;
import io.ashiato.casefile.pipeline.ReadingHints;
import io.ashiato.casefile.store.DetectionFormat;
import io.ashiato.casefile.store.DetectionLine;
import io.ashiato.casefile.store.LineSorter;
import io.ashiato.casefile.store.Scratch;
import io.ashiato.intake.EvidenceArguments;
import io.ashiato.model.Detection;
import io.ashiato.model.HostSummary;
import io.ashiato.model.Level;
import io.ashiato.model.RuleInfo;
import io.ashiato.sigma.RuleSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Detections only: reads evidence, matches rules, hands the lines of the detections over in order.
///
/// @param level detections of weaker rules are left out
/// @param window events outside of it are read, but neither counted nor detected
/// @param threads at least 1; the result does not depend on it
public record Hunt(
        EvidenceArguments.Found evidence,
        RuleSet rules,
        Level level,
        EventWindow window,
        ReadingHints hints,
        int threads) {
    /// What the hunt went through.
    ///
    /// @param events within the window
    /// @param outside events that lie outside of it, or have no time
    /// @param rulesMatched how many rules matched at least once, among those of the level
    public record Summary(
            EvidenceReading reading,
            List<HostSummary> hosts,
            long events,
            long outside,
            long detections,
            long rulesMatched) {}

    /// Runs the hunt; `consumer` gets the line of every detection in the order time, path, offset, rule id, group.
    ///
    /// @param format asked for once a thread
    /// @throws IOException if this machine fails to read or write, or the consumer does
    public Summary run(Progress progress, Supplier<DetectionFormat> format, LineSorter.Consumer consumer)
            throws IOException {
        try (Scratch scratch = Scratch.inTemporaryFolder()) {
            var feeding = new FeedingMatches(rules, level, scratch.path());
            var sink = new Sink(feeding, format, new LineSorter(scratch.path()));
            var reader = new EvidenceReader(rules, threads, scratch.path(), List.of(scratch.path()), hints, progress);
            EvidenceReading reading = reader.readLogs(evidence, EventSelection.matchedWithin(window), sink);
            progress.writing();
            feeding.correlate(sink::addCorrelation);
            sink.lines.forEach(consumer);
            return new Summary(
                    reading.with(feeding.diagnostic()),
                    sink.hosts.finish(),
                    sink.events,
                    sink.outside,
                    sink.detections,
                    sink.matched.size());
        }
    }

    /// Counts events and keeps the lines of what rules matched.
    private static final class Sink implements EventSink {
        private final FeedingMatches feeding;
        private final ThreadLocal<DetectionFormat> format;
        private final LineSorter lines;
        private final HostLedger hosts = new HostLedger();
        private final Set<String> matched = new HashSet<>();
        private long detections;
        private long events;
        private long outside;

        Sink(FeedingMatches feeding, Supplier<DetectionFormat> format, LineSorter lines) {
            this.feeding = feeding;
            this.format = ThreadLocal.withInitial(format);
            this.lines = lines;
        }

        /// The event itself is kept only where correlations wait for it: the lines are all that is printed.
        @Override
        public Delivery prepare(MatchedEvent event) {
            List<Detection> feed = feeding.of(event);
            List<DetectionLine> made = lines(event);
            return () -> {
                feeding.add(feed);
                for (DetectionLine line : made) {
                    add(line);
                }
            };
        }

        private List<DetectionLine> lines(MatchedEvent event) {
            var made = new ArrayList<DetectionLine>(event.rules().size());
            Optional<DetectionFormat.Lines> ofEvent = Optional.empty();
            for (RuleInfo rule : event.rules()) {
                if (feeding.isDetection(rule)) {
                    ofEvent = ofEvent.isPresent()
                            ? ofEvent
                            : Optional.of(format.get().of(event.event()));
                    var detection = new Detection(rule, event.event());
                    made.add(DetectionLine.of(detection, ofEvent.get().line(detection)));
                }
            }
            return made;
        }

        void addCorrelation(Detection detection) throws IOException {
            add(DetectionLine.of(detection, format.get().of(detection.event()).line(detection)));
        }

        private void add(DetectionLine line) throws IOException {
            detections++;
            matched.add(line.ruleId());
            lines.add(line);
        }

        @Override
        public void tally(EventTally tally) {
            for (EventTally.Line line : tally.lines()) {
                events += line.inside();
                outside += line.outside();
                if (line.inside() > 0) {
                    hosts.observe(line.host(), line.channel(), line.inside(), line.first(), line.last());
                }
            }
        }
    }
}
