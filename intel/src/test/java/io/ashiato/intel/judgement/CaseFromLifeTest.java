package io.ashiato.intel.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.intel.knowledge.Knowledge;
import io.ashiato.intel.knowledge.Report;
import io.ashiato.model.Assessment;
import io.ashiato.model.Confidence;
import io.ashiato.model.Hypothesis;
import io.ashiato.model.Likelihood;
import io.ashiato.model.SampleMatch;
import io.ashiato.model.Trait;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The judgement of CryptoCore as research had it in 2020 and in 2021: the lures alone were tied to Eastern
/// Europe by some, the implants to Lazarus Group later. What was known on a day must be all that moves the
/// judgement of that day.
class CaseFromLifeTest {
    private static final Knowledge ALL = Knowledge.builtIn();

    private static final List<Trait> LURE = List.of(
            new Trait(Trait.Kind.MACHINE_ID, "desktop-mn3id9", List.of("A-003")),
            new Trait(Trait.Kind.FILE_NAME, "Password.txt.lnk", List.of("A-003")),
            new Trait(Trait.Kind.DOMAIN, "msupdatepms.xyz", List.of("A-004")),
            new Trait(Trait.Kind.URL, "http://msupdatepms.xyz:8080/edit?id=1", List.of("A-004")));

    private static final Map<String, List<String>> TECHNIQUES =
            Map.of("T1566.003", List.of("F-001"), "T1204.002", List.of("F-001"), "T1218.005", List.of("F-002"));

    @Test
    void withTheLureAloneAndWhatWasKnownInJune2020TheCampaignIsFoundAndNobodyIsNamed() {
        CaseJudgement judgement = CaseJudgement.of(evidence(List.of()), ALL.before(LocalDate.of(2020, 6, 30)));

        assertThat(judgement.attribution().named()).isEmpty();
        assertThat(judgement.attribution().refusal()).isPresent();
        assertThat(judgement.relations())
                .extracting(relation -> relation.source().key())
                .contains("strangereal-2020-04");
        assertThat(judgement.campaign().name()).hasValue("Dangerous Password");
        assertThat(judgement.campaign().likelihood()).isPresent();
        assertThat(judgement.relations())
                .allSatisfy(relation -> assertThat(relation.source().date()).isLessThan("2020-06-30"));
    }

    @Test
    void withTheImplantsAndWhatWasKnownInMay2021LazarusGroupIsNamedWithModerateConfidenceAtMost() {
        Knowledge known = ALL.before(LocalDate.of(2021, 6, 1));
        Report report = known.report("fsecure-2020-08").orElseThrow();
        var implant = new SampleMatch(
                "A-007",
                "ab".repeat(32),
                "network backdoor",
                SampleMatch.Verdict.NEARLY_IDENTICAL,
                0.93,
                230,
                212,
                40,
                31,
                12,
                report.source());

        Assessment.Attribution attribution =
                CaseJudgement.of(evidence(List.of(implant)), known).attribution();

        assertThat(attribution.named()).hasValue("G0032");
        Hypothesis lazarus = attribution.hypotheses().getFirst();
        assertThat(lazarus.name()).isEqualTo("Lazarus Group");
        assertThat(lazarus.likelihood()).isIn(Likelihood.LIKELY, Likelihood.VERY_LIKELY);
        assertThat(lazarus.confidence()).isNotEqualTo(Confidence.HIGH);
        assertThat(lazarus.supporting())
                .extracting(Hypothesis.ActorEvidence::kind)
                .contains(Hypothesis.EvidenceClass.CODE);
    }

    @Test
    void theImplantsAloneAreOneKindOfEvidence() {
        Knowledge known = ALL.before(LocalDate.of(2021, 6, 1));
        var implant = new SampleMatch(
                "A-007",
                "ab".repeat(32),
                "network backdoor",
                SampleMatch.Verdict.NEARLY_IDENTICAL,
                0.93,
                230,
                212,
                40,
                31,
                12,
                known.report("fsecure-2020-08").orElseThrow().source());
        var evidence = new CaseEvidence(
                true,
                List.of(),
                List.of(implant),
                TECHNIQUES,
                CaseEvidence.Victim.UNKNOWN,
                Optional.of(LocalDate.of(2020, 1, 15)),
                List.of(),
                false);

        Assessment.Attribution attribution = CaseJudgement.of(evidence, known).attribution();

        assertThat(attribution.named()).isEmpty();
        assertThat(attribution.refusal()).hasValue(Assessment.Refusal.ONE_KIND_OF_EVIDENCE);
    }

    private static CaseEvidence evidence(List<SampleMatch> samples) {
        return new CaseEvidence(
                true,
                LURE,
                samples,
                TECHNIQUES,
                new CaseEvidence.Victim(Set.of("JP"), Set.of("cryptocurrency")),
                Optional.of(LocalDate.of(2020, 1, 15)),
                List.of(),
                false);
    }
}
