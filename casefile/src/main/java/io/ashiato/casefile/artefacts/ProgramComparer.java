package io.ashiato.casefile.artefacts;

import io.ashiato.bytes.ByteSource;
import io.ashiato.intel.knowledge.KnownSample;
import io.ashiato.model.Diagnostic;
import io.ashiato.model.DiagnosticCode;
import io.ashiato.model.EvidenceKind;
import io.ashiato.model.SampleMatch;
import io.ashiato.readers.ArtefactReading;
import io.ashiato.readers.ProgramImage;
import io.ashiato.readers.elf.ElfReader;
import io.ashiato.readers.pe.PeReader;
import io.ashiato.samples.Likeness;
import io.ashiato.samples.Rarity;
import io.ashiato.samples.SampleComparison;
import io.ashiato.samples.SampleFeatures;
import io.ashiato.samples.SampleStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Compares the programs of a case with known ones. Does nothing where none are known.
public final class ProgramComparer {
    /// Programs that are compared; a collection of a whole disk holds thousands that came with the system.
    static final int MAX_PROGRAMS = 2_000;

    /// As much as readers take; what is appended to a program is no code and costs nothing.
    private static final long MAX_SIZE = ArtefactReading.MAX_BYTES;

    /// Matches of a case, the best first.
    private static final int MAX_MATCHES = 200;

    private record Known(KnownSample sample, SampleComparison.Prepared features) {}

    private final SampleComparison comparison = new SampleComparison(Rarity.builtIn());
    private final List<Known> known = new ArrayList<>();
    private final List<SampleMatch> matches = new ArrayList<>();
    private final List<Diagnostic> notCompared = new ArrayList<>();
    private int programs;

    /// @throws IOException if the features of a known sample are not what [SampleStore] writes
    public ProgramComparer(List<KnownSample> samples) throws IOException {
        for (KnownSample sample : samples) {
            for (SampleStore.Entry entry : SampleStore.read(new ByteArrayInputStream(sample.featureBytes()))) {
                known.add(new Known(sample, comparison.prepare(entry.features())));
            }
        }
    }

    /// A program as code, if the item is one that this program reads.
    ///
    /// @throws IOException if this machine fails to read
    public static Optional<ProgramImage> image(EvidenceKind kind, ByteSource content) throws IOException {
        return switch (kind) {
            case PE -> PeReader.image(content);
            case ELF -> ElfReader.image(content);
            default -> Optional.empty();
        };
    }

    /// Compares one program.
    ///
    /// @param artefact id of the program
    /// @param path of the program
    /// @throws IOException if this machine fails to read
    void compare(String artefact, String path, EvidenceKind kind, ByteSource content) throws IOException {
        boolean program = kind == EvidenceKind.PE || kind == EvidenceKind.ELF;
        if (!program || known.isEmpty()) {
            return;
        }
        if (programs >= MAX_PROGRAMS) {
            leaveOut(DiagnosticCode.PROGRAM_NOT_COMPARED, path, MAX_PROGRAMS);
        } else if (content.size() > MAX_SIZE) {
            leaveOut(DiagnosticCode.ARTEFACT_TOO_LARGE, path, MAX_SIZE);
        } else {
            programs++;
            Optional<ProgramImage> image = image(kind, content);
            if (image.isPresent()) {
                compare(artefact, image.get());
            } else {
                notCompared.add(Diagnostic.of(DiagnosticCode.PROGRAM_WITHOUT_CODE, path));
            }
        }
    }

    private void compare(String artefact, ProgramImage image) {
        SampleComparison.Prepared ours = comparison.prepare(SampleFeatures.of(image));
        for (Known sample : known) {
            Likeness likeness = comparison.compare(ours, sample.features);
            verdict(likeness).ifPresent(verdict -> matches.add(match(artefact, sample.sample, verdict, likeness)));
        }
    }

    private void leaveOut(DiagnosticCode code, String path, long limit) {
        notCompared.add(Diagnostic.of(code, path).with("limit", Long.toString(limit)));
    }

    /// Programs that were compared with nothing although something is known, each with the reason.
    public List<Diagnostic> notCompared() {
        return List.copyOf(notCompared);
    }

    /// The matches, the nearest likeness first.
    public List<SampleMatch> matches() {
        return matches.stream()
                .sorted(Comparator.comparingDouble((SampleMatch match) -> -match.score())
                        .thenComparing(SampleMatch::artefact)
                        .thenComparing(SampleMatch::known))
                .limit(MAX_MATCHES)
                .toList();
    }

    private static SampleMatch match(
            String artefact, KnownSample known, SampleMatch.Verdict verdict, Likeness likeness) {
        return new SampleMatch(
                artefact,
                known.sha256(),
                known.family(),
                verdict,
                likeness.score(),
                likeness.ownFunctionsA(),
                likeness.matched(),
                likeness.sharedStrings(),
                likeness.sharedImports(),
                likeness.sharedConstants(),
                known.source());
    }

    private static Optional<SampleMatch.Verdict> verdict(Likeness likeness) {
        return switch (likeness.verdict()) {
            case NEARLY_IDENTICAL -> Optional.of(SampleMatch.Verdict.NEARLY_IDENTICAL);
            case SAME_FAMILY -> Optional.of(SampleMatch.Verdict.SAME_FAMILY);
            case RELATED -> Optional.of(SampleMatch.Verdict.RELATED);
            case NOTHING_TELLING -> Optional.empty();
        };
    }
}
