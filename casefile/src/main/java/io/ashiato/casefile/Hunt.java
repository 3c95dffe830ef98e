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
import io.ashiato.casefile.store.DetectionSorter;
import io.ashiato.casefile.store.Scratch;
import io.ashiato.intake.EvidenceArguments;
import io.ashiato.model.HostSummary;
import io.ashiato.model.Level;
import io.ashiato.sigma.RuleSet;
import java.io.IOException;
import java.util.List;

/// Detections only: reads evidence, matches rules, hands the detections over in order.
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

    /// Runs the hunt; `consumer` gets every detection in the order time, path, offset, rule id.
    ///
    /// @throws IOException if this machine fails to read or write, or the consumer does
    public Summary run(Progress progress, DetectionSorter.Consumer consumer) throws IOException {
        try (Scratch scratch = Scratch.inTemporaryFolder()) {
            var detections = new Detections(rules, level, scratch.path());
            var sink = new Sink(detections);
            var reader = new EvidenceReader(rules, threads, scratch.path(), List.of(scratch.path()), hints, progress);
            EvidenceReading reading = reader.readLogs(evidence, EventSelection.matchedWithin(window), sink);
            progress.writing();
            detections.finish();
            detections.forEach(consumer);
            return new Summary(
                    reading.with(detections.diagnostic()),
                    sink.hosts.finish(),
                    sink.events,
                    sink.outside,
                    detections.count(),
                    detections.rulesMatched());
        }
    }

    /// Counts events and keeps what rules matched.
    private static final class Sink implements EventSink {
        private final Detections detections;
        private final HostLedger hosts = new HostLedger();
        private long events;
        private long outside;

        Sink(Detections detections) {
            this.detections = detections;
        }

        @Override
        public void accept(MatchedEvent event) throws IOException {
            detections.add(event);
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
