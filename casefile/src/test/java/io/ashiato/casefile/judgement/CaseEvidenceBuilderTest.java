package io.ashiato.casefile.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.intel.judgement.CaseEvidence;
import io.ashiato.model.Artefact;
import io.ashiato.model.Assessment;
import io.ashiato.model.DeliveryChain;
import io.ashiato.model.EvidenceKind;
import io.ashiato.model.Facts;
import io.ashiato.model.Trait;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CaseEvidenceBuilderTest {
    private static final Artefact LURE = artefact("A-001", "lure.lnk", EvidenceKind.SHORTCUT, Facts.NONE);
    private static final Artefact MINUTES = artefact("A-002", "minutes.docx", EvidenceKind.OOXML, Facts.NONE);
    private static final Artefact IMPLANT = artefact("A-003", "C/Users/sato/winsvc.exe", EvidenceKind.PE, Facts.NONE);
    private static final Artefact SYSTEM =
            artefact("A-004", "C/Windows/System32/calc.exe", EvidenceKind.PE, Facts.NONE);

    @Test
    void takesTraitsOfTheLureAndOfProgramsButNotOfTheVictimsOwnFiles() {
        assertThat(names(evidence(List.of(LURE, MINUTES, IMPLANT, SYSTEM), List.of(chain()), List.of())))
                .containsExactly("lure.lnk", "winsvc.exe");
    }

    @Test
    void whereNoChainWasFoundEverythingIsLookedAt() {
        CaseEvidence evidence = evidence(List.of(LURE, MINUTES), List.of(), List.of());
        assertThat(names(evidence)).containsExactly("lure.lnk", "minutes.docx");
        assertThat(evidence.intrusion()).isFalse();
    }

    @Test
    void aRichHeaderThatDoesNotFitContradictsItself() {
        Facts forged = Facts.builder()
                .text("rich_hash", "ab".repeat(16))
                .texts("rich_contradictions", List.of("linker 14.0 against 6.0"))
                .build();
        CaseEvidence evidence = evidence(
                List.of(LURE, artefact("A-003", "a.exe", EvidenceKind.PE, forged)), List.of(chain()), List.of());
        assertThat(evidence.contradictions()).singleElement().satisfies(contradiction -> {
            assertThat(contradiction.trait()).isEqualTo(Trait.Kind.RICH_HEADER);
            assertThat(contradiction.references()).containsExactly("A-003");
        });
    }

    @Test
    void hidingCountsOnlyWhereFindingsRestOnThatHost() {
        Assessment proven = new Assessment.Tampering(
                "A", Assessment.TamperingVerdict.PROVEN, List.of("T-01"), List.of("F-001"), List.of());
        Assessment elsewhere = new Assessment.Tampering(
                "B", Assessment.TamperingVerdict.PROVEN, List.of("T-02"), List.of(), List.of());
        assertThat(evidence(List.of(), List.of(), List.of(proven)).tampered()).isTrue();
        assertThat(evidence(List.of(), List.of(), List.of(elsewhere)).tampered())
                .isFalse();
    }

    private static CaseEvidence evidence(
            List<Artefact> artefacts, List<DeliveryChain> chains, List<Assessment> assessments) {
        return CaseEvidenceBuilder.of(
                artefacts, chains, List.of(), List.of(), List.of(), assessments, CaseEvidence.Victim.UNKNOWN);
    }

    private static List<String> names(CaseEvidence evidence) {
        return evidence.traits().stream()
                .filter(trait -> trait.kind() == Trait.Kind.FILE_NAME)
                .map(Trait::value)
                .toList();
    }

    private static DeliveryChain chain() {
        return new DeliveryChain(
                "C-01",
                List.of(new DeliveryChain.Step(
                        DeliveryChain.Kind.SHORTCUT,
                        DeliveryChain.Joint.START,
                        "lure.lnk",
                        Optional.of("A-001"),
                        Optional.empty(),
                        Optional.empty())));
    }

    private static Artefact artefact(String id, String path, EvidenceKind kind, Facts facts) {
        return new Artefact(id, path, "ab".repeat(32), kind, Optional.empty(), Optional.empty(), facts);
    }
}
