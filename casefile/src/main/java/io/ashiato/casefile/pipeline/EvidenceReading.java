package io.ashiato.casefile.pipeline;

import io.ashiato.intake.EvidenceArguments;
import io.ashiato.intake.Inside;
import io.ashiato.intake.Intake;
import io.ashiato.intake.IntakeItem;
import io.ashiato.intake.IntakeLimits;
import io.ashiato.intake.ItemVisitor;
import io.ashiato.model.Diagnostic;
import io.ashiato.model.DiagnosticCode;
import io.ashiato.model.EvidenceItem;
import io.ashiato.model.EvidenceKind;
import io.ashiato.model.ItemOutcome;
import io.ashiato.readers.identify.EvidenceKinds;
import io.ashiato.sigma.RuleSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One pass over all evidence: each item is taken in, recognised and read by the reader of its kind.
///
/// @param items the manifest, in the order of the evidence
/// @param diagnostics by path, then in the order in which they were found
/// @param bytes of all items that were read
/// @param seenSources log sources of which there were events, by the rules' names
public record EvidenceReading(
        List<EvidenceItem> items, List<Diagnostic> diagnostics, long bytes, Set<String> seenSources) {
    public EvidenceReading {
        items = List.copyOf(items);
        diagnostics = List.copyOf(diagnostics);
        seenSources = Set.copyOf(seenSources);
    }

    /// Reads everything and hands each event to `sink`.
    ///
    /// @param scratch an existing folder for unpacked archives
    /// @param notEvidence folders that this run writes to
    /// @throws IOException if this machine fails; whatever is wrong with evidence is a diagnostic
    public static EvidenceReading of(
            EvidenceArguments.Found evidence,
            RuleSet rules,
            int threads,
            Path scratch,
            List<Path> notEvidence,
            Progress progress,
            EventSink sink)
            throws IOException {
        try (var logs = new LogPipeline(rules, threads)) {
            var visitor = new Visitor(logs, progress, sink);
            new Intake(EvidenceKinds::identify, IntakeLimits.DEFAULT, scratch, notEvidence).walk(evidence, visitor);
            visitor.tellOfKindsWithoutReader();
            if (logs.regexesGivenUp() > 0) {
                visitor.diagnostic(Diagnostic.of(DiagnosticCode.REGEX_GIVEN_UP, "")
                        .with("count", Long.toString(logs.regexesGivenUp())));
            }
            visitor.diagnostics.sort(Comparator.comparing(Diagnostic::path));
            return new EvidenceReading(visitor.items, visitor.diagnostics, visitor.bytes, logs.seenSources());
        }
    }

    private static final class Visitor implements ItemVisitor {
        private final LogPipeline logs;
        private final Progress progress;
        private final EventSink sink;
        private final List<EvidenceItem> items = new ArrayList<>();
        private final List<Diagnostic> diagnostics = new ArrayList<>();
        private final Map<EvidenceKind, Long> withoutReader = new EnumMap<>(EvidenceKind.class);
        private long bytes;

        Visitor(LogPipeline logs, Progress progress, EventSink sink) {
            this.logs = logs;
            this.progress = progress;
            this.sink = sink;
        }

        @Override
        public Inside item(IntakeItem item) throws IOException {
            bytes += Math.max(0, item.size());
            progress.reading(item.path(), items.size() + 1L, bytes);
            items.add(
                    switch (item.handling()) {
                        case ARCHIVE ->
                            item.manifestEntry(Optional.empty(), ItemOutcome.of(ItemOutcome.State.UNPACKED));
                        case NOT_READ ->
                            item.manifestEntry(Optional.empty(), ItemOutcome.of(ItemOutcome.State.NOT_READ));
                        case CONTENT -> content(item);
                    });
            return Inside.NONE;
        }

        @Override
        public void diagnostic(Diagnostic diagnostic) {
            diagnostics.add(diagnostic);
        }

        /// One diagnostic a kind: a collection holds 100,000 such files, and each item's outcome says it of that item.
        private void tellOfKindsWithoutReader() {
            withoutReader.forEach((kind, count) -> diagnostics.add(Diagnostic.of(DiagnosticCode.NO_READER, "")
                    .with("kind", kind.id())
                    .with("count", Long.toString(count))));
        }

        private EvidenceItem content(IntakeItem item) throws IOException {
            if (item.kind() == EvidenceKind.EVTX) {
                LogPipeline.LogReading log = logs.read(item, sink);
                diagnostics.addAll(log.diagnostics());
                return item.manifestEntry(log.host(), log.outcome());
            }
            if (item.kind() == EvidenceKind.EMPTY) {
                return item.manifestEntry(Optional.empty(), ItemOutcome.of(ItemOutcome.State.READ));
            }
            withoutReader.merge(item.kind(), 1L, Long::sum);
            return item.manifestEntry(Optional.empty(), ItemOutcome.of(ItemOutcome.State.NO_READER));
        }
    }
}
