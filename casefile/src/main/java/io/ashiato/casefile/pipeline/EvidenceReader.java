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
import io.ashiato.readers.ArtefactReading;
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

/// One pass over all evidence: each item is taken in, recognised and read by the reader of its kind.
///
/// @param threads at least 1; the result does not depend on it
/// @param scratch an existing folder for unpacked archives
/// @param notEvidence folders that this run writes to
public record EvidenceReader(
        RuleSet rules, int threads, Path scratch, List<Path> notEvidence, ReadingHints hints, Progress progress) {

    /// Reads logs alone and hands the selected events to `events`; everything else is hashed only.
    ///
    /// @throws IOException if this machine fails; whatever is wrong with evidence is a diagnostic
    public EvidenceReading readLogs(EvidenceArguments.Found evidence, EventSelection selection, EventSink events)
            throws IOException {
        return read(evidence, selection, events, Optional.empty());
    }

    /// Reads everything: each event goes to `events`, each artefact to `artefacts`.
    ///
    /// @throws IOException if this machine fails; whatever is wrong with evidence is a diagnostic
    public EvidenceReading read(EvidenceArguments.Found evidence, EventSink events, ArtefactSink artefacts)
            throws IOException {
        return read(evidence, EventSelection.ALL, events, Optional.of(artefacts));
    }

    private EvidenceReading read(
            EvidenceArguments.Found evidence,
            EventSelection selection,
            EventSink events,
            Optional<ArtefactSink> artefacts)
            throws IOException {
        var matching = new RuleMatching(rules, selection, events);
        try (var logs = new LogPipeline(matching, threads);
                var textLogs = new TextLogPipeline(matching, threads, hints.mapping())) {
            var visitor = new Visitor(logs, textLogs, progress, events, artefacts);
            new Intake(EvidenceKinds::identify, IntakeLimits.DEFAULT, scratch, notEvidence, hints.passwords())
                    .walk(evidence, visitor);
            visitor.tellOfKindsWithoutReader();
            long givenUp = matching.regexesGivenUp();
            if (givenUp > 0) {
                visitor.diagnostic(
                        Diagnostic.of(DiagnosticCode.REGEX_GIVEN_UP, "").with("count", Long.toString(givenUp)));
            }
            visitor.diagnostics.sort(Comparator.comparing(Diagnostic::path));
            return new EvidenceReading(visitor.items, visitor.diagnostics, visitor.bytes, matching.seenSources());
        }
    }

    private static final class Visitor implements ItemVisitor {
        private final LogPipeline logs;
        private final TextLogPipeline textLogs;
        private final Progress progress;
        private final EventSink events;
        private final Optional<ArtefactSink> artefacts;
        private final List<EvidenceItem> items = new ArrayList<>();
        private final List<Diagnostic> diagnostics = new ArrayList<>();
        private final Map<EvidenceKind, Long> withoutReader = new EnumMap<>(EvidenceKind.class);
        private long bytes;

        Visitor(
                LogPipeline logs,
                TextLogPipeline textLogs,
                Progress progress,
                EventSink events,
                Optional<ArtefactSink> artefacts) {
            this.logs = logs;
            this.textLogs = textLogs;
            this.progress = progress;
            this.events = events;
            this.artefacts = artefacts;
        }

        @Override
        public Inside item(IntakeItem item) throws IOException {
            bytes += Math.max(0, item.size());
            progress.reading(item.path(), items.size() + 1L, bytes);
            return switch (item.handling()) {
                case ARCHIVE -> archive(item);
                case NOT_READ -> told(item, ItemOutcome.State.NOT_READ);
                case CONTENT -> content(item);
            };
        }

        @Override
        public void diagnostic(Diagnostic diagnostic) {
            diagnostics.add(diagnostic);
        }

        /// One diagnostic a kind: a collection holds 100,000 such files, and each item's outcome says it of
        /// that item.
        private void tellOfKindsWithoutReader() {
            withoutReader.forEach((kind, count) -> diagnostics.add(Diagnostic.of(DiagnosticCode.NO_READER, "")
                    .with("kind", kind.id())
                    .with("count", Long.toString(count))));
        }

        private Inside told(IntakeItem item, ItemOutcome.State state) {
            items.add(item.manifestEntry(Optional.empty(), ItemOutcome.of(state)));
            return Inside.NONE;
        }

        private Inside archive(IntakeItem item) throws IOException {
            if (artefacts.isPresent()) {
                Optional<ArtefactReading> reading = ArtefactReaders.read(item);
                if (reading.isPresent()) {
                    artefacts.get().accept(item, reading.get());
                }
            }
            return told(item, ItemOutcome.State.UNPACKED);
        }

        private Inside content(IntakeItem item) throws IOException {
            if (item.kind() == EvidenceKind.EVTX) {
                return log(item, logs.read(item, events));
            }
            Optional<LogReading> text = textLogs.read(item, events);
            if (text.isPresent()) {
                return log(item, text.get());
            }
            if (item.kind() == EvidenceKind.EMPTY) {
                return told(item, ItemOutcome.State.READ);
            }
            return artefacts.isPresent() ? artefact(item, artefacts.get()) : withoutReader(item);
        }

        private Inside log(IntakeItem item, LogReading log) {
            diagnostics.addAll(log.diagnostics());
            items.add(item.manifestEntry(log.host(), log.outcome()));
            return Inside.NONE;
        }

        private Inside artefact(IntakeItem item, ArtefactSink sink) throws IOException {
            if (ArtefactReaders.tooLarge(item)) {
                diagnostics.add(Diagnostic.of(DiagnosticCode.ARTEFACT_TOO_LARGE, item.path())
                        .with("size", Long.toString(item.size()))
                        .with("limit", Long.toString(ArtefactReading.MAX_BYTES)));
                return told(item, ItemOutcome.State.NOT_READ);
            }
            Optional<ArtefactReading> read = ArtefactReaders.read(item);
            if (read.isEmpty()) {
                return withoutReader(item);
            }
            ArtefactReading reading = read.get();
            var problems = new ItemDiagnostics(item.path());
            reading.damage().forEach(damage -> problems.add(DiagnosticCode.ARTEFACT_DAMAGED, damage));
            diagnostics.addAll(problems.finish());
            boolean whole = reading.damage().isEmpty();
            items.add(item.manifestEntry(
                    reading.kind(),
                    Optional.empty(),
                    ItemOutcome.of(whole ? ItemOutcome.State.READ : ItemOutcome.State.READ_IN_PART)));
            sink.accept(item, reading);
            return new Inside(reading.children(), reading.facts().texts("passwords"));
        }

        private Inside withoutReader(IntakeItem item) {
            withoutReader.merge(item.kind(), 1L, Long::sum);
            return told(item, ItemOutcome.State.NO_READER);
        }
    }
}
