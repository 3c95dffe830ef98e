package io.ashiato.cli;

import io.ashiato.casefile.pipeline.ArtefactReaders;
import io.ashiato.casefile.store.FactsJson;
import io.ashiato.casefile.store.Scratch;
import io.ashiato.intake.EvidenceArguments;
import io.ashiato.intake.Inside;
import io.ashiato.intake.Intake;
import io.ashiato.intake.IntakeItem;
import io.ashiato.intake.IntakeLimits;
import io.ashiato.intake.ItemVisitor;
import io.ashiato.model.Diagnostic;
import io.ashiato.readers.ArtefactReading;
import io.ashiato.readers.identify.EvidenceKinds;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Prints what artefacts state of themselves, one JSON line for each item and each thing inside it.
final class FactsDump {
    private final Commands.Shared shared;

    FactsDump(Commands.Shared shared) {
        this.shared = shared;
    }

    /// @return the exit code
    /// @throws IOException if this machine fails
    int print(EvidenceArguments.Found evidence, List<String> passwords) throws IOException {
        try (Scratch scratch = Scratch.inTemporaryFolder()) {
            var visitor = new Printer();
            new Intake(
                            EvidenceKinds::identify,
                            IntakeLimits.DEFAULT,
                            scratch.path(),
                            List.of(scratch.path()),
                            passwords)
                    .walk(evidence, visitor);
            return visitor.whole ? ExitCode.DONE : ExitCode.DONE_WITH_GAPS;
        }
    }

    private final class Printer implements ItemVisitor {
        private boolean whole = true;

        @Override
        public Inside item(IntakeItem item) throws IOException {
            if (item.handling() == IntakeItem.Handling.NOT_READ) {
                whole = false; // its diagnostic says why
                return Inside.NONE;
            }
            Optional<ArtefactReading> read = ArtefactReaders.read(item);
            if (read.isEmpty() && ArtefactReaders.tooLarge(item)) {
                whole = false;
                tell(shared.words()
                        .tooLargeForFacts(
                                EvidenceParameters.quoted(item.path()), StageLines.size(ArtefactReading.MAX_BYTES)));
                return Inside.NONE;
            }
            if (read.isEmpty()) {
                tell(shared.words()
                        .noFactsOfKind(
                                EvidenceParameters.quoted(item.path()),
                                item.kind().id()));
                return Inside.NONE;
            }
            ArtefactReading reading = read.get();
            shared.terminal()
                    .out()
                    .append(FactsJson.line(item.path(), item.sha256(), reading.kind(), reading.facts()))
                    .append('\n');
            if (shared.terminal().out().checkError()) {
                throw new OutputClosedException();
            }
            if (!reading.damage().isEmpty()) {
                whole = false;
                tell(shared.words()
                        .damaged(
                                EvidenceParameters.quoted(item.path()),
                                reading.damage().size()));
            }
            return new Inside(reading.children(), reading.facts().texts("passwords"));
        }

        @Override
        public void diagnostic(Diagnostic diagnostic) {
            if (Unread.lost(diagnostic)) {
                whole = false;
                tell(Unread.line(diagnostic, shared.words().language()));
            }
        }
    }

    private void tell(String sentence) {
        shared.terminal().out().flush();
        shared.terminal().err().println("ashiato: " + sentence);
        shared.terminal().err().flush();
    }
}
