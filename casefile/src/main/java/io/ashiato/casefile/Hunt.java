package io.ashiato.casefile;

import io.ashiato.casefile.findings.HostLedger;
import io.ashiato.casefile.pipeline.EvidenceReader;
import io.ashiato.casefile.pipeline.EvidenceReading;
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
            var hosts = new HostLedger();
            long[] counts = new long[2];
            var reader = new EvidenceReader(rules, threads, scratch.path(), List.of(scratch.path()), hints, progress);
            EvidenceReading reading = reader.readLogs(evidence, event -> {
                if (!window.takes(event.event())) {
                    counts[1]++;
                    return;
                }
                counts[0]++;
                hosts.observe(event.event());
                detections.add(event);
            });
            progress.writing();
            detections.finish();
            detections.forEach(consumer);
            return new Summary(
                    reading.with(detections.diagnostic()),
                    hosts.finish(),
                    counts[0],
                    counts[1],
                    detections.count(),
                    detections.rulesMatched());
        }
    }
}
