package io.ashiato.casefile.pipeline;

import io.ashiato.casefile.Hunt;
import io.ashiato.casefile.store.DetectionFormat;
import io.ashiato.intake.EvidenceArguments;
import io.ashiato.model.Detection;
import io.ashiato.model.Level;
import io.ashiato.sigma.RuleSet;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Hunts in files that a test writes.
///
/// @param detections in the order in which the hunt gave them
record HuntRun(Hunt.Summary summary, List<Detection> detections) {
    static HuntRun of(RuleSet rules, Path evidence) throws IOException {
        return of(rules, evidence, 2);
    }

    static HuntRun of(RuleSet rules, Path evidence, int threads) throws IOException {
        List<Detection> printed = Collections.synchronizedList(new ArrayList<>());
        var detections = new ArrayList<Detection>();
        EvidenceArguments.Found found =
                (EvidenceArguments.Found) EvidenceArguments.resolve(List.of(evidence.toString()));
        Hunt.Summary summary = new Hunt(found, rules, Level.INFORMATIONAL, EventWindow.ALL, ReadingHints.NONE, threads)
                .run(Progress.SILENT, () -> numbersIn(printed), pieces -> {
                    detections.add(
                            printed.get(ByteBuffer.wrap(pieces.getFirst()).getInt()));
                });
        return new HuntRun(summary, detections);
    }

    /// A format that keeps the detections themselves and prints their numbers.
    private static DetectionFormat numbersIn(List<Detection> printed) {
        return event -> detection -> {
            synchronized (printed) {
                printed.add(detection);
                return List.of(ByteBuffer.allocate(Integer.BYTES)
                        .putInt(printed.size() - 1)
                        .array());
            }
        };
    }

    static HuntRun of(RuleSet rules, Path folder, String name, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve(name), content);
        return of(rules, file);
    }

    /// `record id, rule id` of each detection, sorted.
    List<String> pairs() {
        return detections.stream()
                .map(d -> d.event().source().recordId().orElse(-1) + " "
                        + d.rule().id())
                .sorted()
                .toList();
    }

    /// Titles of the rules that matched, each once, sorted.
    List<String> titles() {
        return detections.stream()
                .map(d -> d.rule().title())
                .distinct()
                .sorted()
                .toList();
    }
}
