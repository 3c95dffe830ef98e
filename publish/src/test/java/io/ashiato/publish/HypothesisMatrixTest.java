package io.ashiato.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashiato.model.Hypothesis.Basis;
import io.ashiato.model.Hypothesis.EvidenceClass;
import io.ashiato.model.Strength;
import io.ashiato.publish.report.HypothesisMatrix;
import io.ashiato.publish.report.HypothesisMatrix.Fit;
import io.ashiato.publish.report.HypothesisMatrix.Signal;
import io.ashiato.publish.report.ReportModel;
import org.junit.jupiter.api.Test;

class HypothesisMatrixTest {
    private final HypothesisMatrix matrix =
            ReportModel.of(SampleCases.intrusion()).hypotheses();

    private Signal signal(Basis basis) {
        return matrix.signals().stream()
                .filter(it -> it.evidence().basis() == basis)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void lettersFollowFromTheFactors() {
        assertThat(signal(Basis.CODE_LIKENESS).factors()).containsExactly(40.0, 1.5, 0.05, 0.1);
        assertThat(signal(Basis.CODE_LIKENESS).fits()).containsExactly(Fit.CC, Fit.C, Fit.II, Fit.II);
        assertThat(signal(Basis.LURE_TRAIT).fits()).containsExactly(Fit.C, Fit.I, Fit.C, Fit.I);
        assertThat(signal(Basis.LANGUAGE_TRACE).fits()).containsExactly(Fit.I, Fit.N, Fit.N, Fit.C);
    }

    @Test
    void whatIsTheSameForAllTellsNothingApartAndStandsLast() {
        assertThat(signal(Basis.PUBLIC_TOOLS).discriminates()).isFalse();
        assertThat(matrix.signals().getFirst().evidence().basis()).isEqualTo(Basis.CODE_LIKENESS);
        assertThat(matrix.signals().getLast().discriminates()).isFalse();
    }

    @Test
    void countsInconsistencyTwiceWhereItIsStrong() {
        assertThat(matrix.inconsistency(0)).isEqualTo(1);
        assertThat(matrix.inconsistency(1)).isEqualTo(1);
        assertThat(matrix.inconsistency(2)).isEqualTo(2);
        assertThat(matrix.inconsistency(3)).isEqualTo(3);
    }

    @Test
    void discountedEvidenceCarriesNothing() {
        assertThat(HypothesisMatrix.carrying(matrix.hypotheses().getFirst()))
                .containsEntry(EvidenceClass.CODE, Strength.A)
                .containsEntry(EvidenceClass.LURE, Strength.B)
                .doesNotContainKey(EvidenceClass.TOOLS);
    }
}
