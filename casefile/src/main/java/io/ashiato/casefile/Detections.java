package io.ashiato.casefile;

import io.ashiato.casefile.pipeline.MatchedEvent;
import io.ashiato.casefile.store.DetectionSorter;
import io.ashiato.model.Detection;
import io.ashiato.model.Diagnostic;
import io.ashiato.model.Level;
import io.ashiato.model.RuleInfo;
import io.ashiato.sigma.RuleSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// The detections of an analysis, whole: takes what rules matched in the order of the evidence, adds those of
/// correlations, and gives all in their one order.
final class Detections {
    private final DetectionSorter sorter;
    private final FeedingMatches feeding;
    private final Set<String> matched = new HashSet<>();
    private long count;

    /// @param scratch an existing folder for temporary files; the caller removes it
    Detections(RuleSet rules, Path scratch) {
        this.sorter = new DetectionSorter(scratch, "detections");
        this.feeding = new FeedingMatches(rules, Level.INFORMATIONAL, scratch);
    }

    void add(MatchedEvent event) throws IOException {
        feeding.add(feeding.of(event));
        for (RuleInfo rule : event.rules()) {
            if (feeding.isDetection(rule)) {
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
        feeding.correlate(this::add);
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
        return feeding.diagnostic();
    }
}
