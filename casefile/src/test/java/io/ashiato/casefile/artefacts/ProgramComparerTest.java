package io.ashiato.casefile.artefacts;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.bytes.ByteSource;
import io.ashiato.bytes.Digests;
import io.ashiato.intel.knowledge.KnownSample;
import io.ashiato.model.Diagnostic;
import io.ashiato.model.DiagnosticCode;
import io.ashiato.model.EvidenceKind;
import io.ashiato.model.PublishedSource;
import io.ashiato.model.SampleMatch;
import io.ashiato.samples.SampleFeatures;
import io.ashiato.samples.SampleStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A program that was compared with nothing is told from one that resembles nothing.
class ProgramComparerTest {
    private static final byte[] NO_CODE = {'M', 'Z'};

    @Test
    void findsTheLikeness() throws IOException {
        var comparer = new ProgramComparer(List.of(known()));
        comparer.compare("A-001", "x.exe", EvidenceKind.PE, ByteSource.of(program("kagerou-2.exe")));
        assertThat(comparer.matches())
                .extracting(SampleMatch::verdict)
                .containsExactly(SampleMatch.Verdict.NEARLY_IDENTICAL);
        assertThat(comparer.notCompared()).isEmpty();
    }

    @Test
    void namesAProgramWhoseCodeCannotBeRead() throws IOException {
        var comparer = new ProgramComparer(List.of(known()));
        comparer.compare("A-001", "broken.exe", EvidenceKind.PE, ByteSource.of(NO_CODE));
        assertThat(comparer.notCompared())
                .containsExactly(Diagnostic.of(DiagnosticCode.PROGRAM_WITHOUT_CODE, "broken.exe"));
    }

    @Test
    void namesEachProgramBeyondTheLimit() throws IOException {
        var comparer = new ProgramComparer(List.of(known()));
        for (int i = 0; i < ProgramComparer.MAX_PROGRAMS + 2; i++) {
            comparer.compare("A", i + ".exe", EvidenceKind.PE, ByteSource.of(NO_CODE));
        }
        assertThat(comparer.notCompared())
                .filteredOn(it -> it.code() == DiagnosticCode.PROGRAM_NOT_COMPARED)
                .extracting(Diagnostic::path)
                .containsExactly("2000.exe", "2001.exe");
    }

    @Test
    void leavesNothingOutWhereNothingIsKnown() throws IOException {
        var comparer = new ProgramComparer(List.of());
        comparer.compare("A-001", "broken.exe", EvidenceKind.PE, ByteSource.of(NO_CODE));
        assertThat(comparer.notCompared()).isEmpty();
    }

    private static KnownSample known() throws IOException {
        byte[] bytes = program("kagerou-1.exe");
        var out = new ByteArrayOutputStream();
        SampleFeatures features = SampleFeatures.of(
                ProgramComparer.image(EvidenceKind.PE, ByteSource.of(bytes)).orElseThrow());
        SampleStore.write(
                List.of(new SampleStore.Entry("Kagerou", "ours", true, Digests.sha256(bytes), features)), out);
        return KnownSample.of(
                "Kagerou",
                new PublishedSource("s", "Ours", "Kagerou", "2019", Optional.empty(), true),
                Digests.sha256(bytes),
                out.toByteArray());
    }

    /// A program of the project's own, from `examples/programs`.
    private static byte[] program(String name) throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("examples/programs"))) {
            folder = Objects.requireNonNull(folder.getParent(), "no examples/programs above the tests");
        }
        return Files.readAllBytes(folder.resolve("examples/programs").resolve(name));
    }
}
