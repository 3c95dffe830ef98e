package io.ashiato.casefile.artefacts;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.bytes.ByteSource;
import io.ashiato.intake.IntakeItem;
import io.ashiato.model.Artefact;
import io.ashiato.model.EvidenceKind;
import io.ashiato.model.Facts;
import io.ashiato.readers.ArtefactReading;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArtefactRegisterTest {
    @Test
    void givesIdsAndParentsInTheOrderOfTheEvidence() throws IOException {
        var register = new ArtefactRegister(new ProgramComparer(List.of()));
        accept(register, EvidenceKind.MAIL, "m.eml", Optional.empty(), Optional.empty());
        accept(
                register,
                EvidenceKind.OOXML,
                "m.eml!/a.docx",
                Optional.of("m.eml"),
                Optional.of(ArtefactReading.Role.ATTACHMENT));
        accept(register, EvidenceKind.SHORTCUT, "m.eml!/a.docx!/b.lnk", Optional.of("m.eml!/a.docx"), Optional.empty());
        accept(register, EvidenceKind.PDF, "x.zip!/p.pdf", Optional.of("x.zip"), Optional.empty());

        assertThat(register.artefacts()).extracting(Artefact::id).containsExactly("A-001", "A-002", "A-003", "A-004");
        assertThat(register.artefacts())
                .extracting(artefact -> artefact.parent().orElse("-") + " "
                        + artefact.role().map(Enum::name).orElse("-"))
                .containsExactly("- -", "A-001 ATTACHMENT", "A-002 MEMBER", "- -");
        assertThat(register.leftOut()).isZero();
    }

    @Test
    void keepsABoundedNumber() throws IOException {
        var register = new ArtefactRegister(new ProgramComparer(List.of()));
        for (int i = 0; i < 20_005; i++) {
            accept(register, EvidenceKind.TEXT, i + ".txt", Optional.empty(), Optional.empty());
        }
        assertThat(register.artefacts()).hasSize(20_000);
        assertThat(register.leftOut()).isEqualTo(5);
    }

    /// Bytes that only say to be a program are compared with nothing and break nothing.
    @Test
    void aDamagedProgramIsAnArtefactLikeAnyOther() throws IOException {
        var register = new ArtefactRegister(new ProgramComparer(List.of()));
        accept(register, EvidenceKind.PE, "a.exe", Optional.empty(), Optional.empty());
        assertThat(register.artefacts()).hasSize(1);
    }

    private static void accept(
            ArtefactRegister register,
            EvidenceKind kind,
            String path,
            Optional<String> parent,
            Optional<ArtefactReading.Role> role)
            throws IOException {
        var item = new IntakeItem(
                path,
                2,
                "ab".repeat(32),
                kind,
                IntakeItem.Handling.CONTENT,
                ByteSource.of(new byte[] {'M', 'Z'}),
                parent,
                role,
                Optional.empty());
        register.accept(item, new ArtefactReading(kind, Facts.NONE, List.of(), List.of()));
    }
}
