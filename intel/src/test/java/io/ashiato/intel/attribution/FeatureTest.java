package io.ashiato.intel.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Features on the tiny base, whose numbers can be worked out by hand.
class FeatureTest {
    /// A thing of two of the three actors, and of one.
    private static final double TWO = Math.log(4 / 2.5);

    private static final double ONE = Math.log(4 / 1.5);

    private final RelationBase base = read();
    private final RelationView view = base.view(Narrowing.NONE);

    @Test
    void weighsSharedTechniquesByRarity() {
        Set<String> both = Set.of("T1001", "T1003");
        double length = Math.hypot(TWO, ONE);

        assertThat(value(Feature.TECHNIQUE_COSINE, "A", both)).isCloseTo(TWO * TWO / (length * length), within(1e-12));
        assertThat(value(Feature.TECHNIQUE_COSINE, "B", both)).isCloseTo(TWO / length, within(1e-12));
        assertThat(value(Feature.TECHNIQUE_COSINE, "C", both)).isCloseTo(ONE / length, within(1e-12));
    }

    @Test
    void takesASubTechniqueForItsParentWhereAskedTo() {
        assertThat(value(Feature.TECHNIQUE_COSINE, "A", Set.of("T1002.003"))).isZero();
        assertThat(value(Feature.PARENT_COSINE, "A", Set.of("T1002.003"))).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "A, S1,    SHARED_MALWARE,  1", // two of three use it
        "A, S2,    SHARED_TOOLS,    0",
        "B, S2,    SHARED_TOOLS,    2",
        "B, S2,    SHARED_MALWARE,  0",
        "C, S1,    SHARED_MALWARE,  0",
        "C, S1,    FOREIGN_MALWARE, 3", // speaks for those two, against the third
        "A, S1,    FOREIGN_MALWARE, 0",
        "C, S2,    FOREIGN_MALWARE, 0", // anybody can have a tool
        "A, S9,    SHARED_MALWARE,  0",
    })
    void tellsMalwareFromTools(String actor, String software, Feature feature, int kind) {
        double expected = new double[] {0, Math.log(4 / 2.0), Math.log(4 / 1.0), 1}[kind];
        assertThat(value(feature, actor, TinyBase.observed(Set.of(), Set.of(software))))
                .isCloseTo(expected, within(1e-12));
    }

    @Test
    void countsMalwareOnlyAsFarAsTheTechniquesBearItOut() {
        var planted = TinyBase.observed(Set.of("T1003"), Set.of("S1"));
        assertThat(value(Feature.SUPPORTED_MALWARE, "A", planted))
                .isLessThan(value(Feature.SHARED_MALWARE, "A", planted) / 2);
    }

    @Test
    void leavesOutWhatTheObservedSoftwareExplains() {
        assertThat(value(Feature.UNEXPLAINED_COSINE, "A", TinyBase.observed(Set.of("T1001"), Set.of())))
                .isPositive();
        assertThat(value(Feature.UNEXPLAINED_COSINE, "A", TinyBase.observed(Set.of("T1001"), Set.of("S2"))))
                .isZero();
    }

    @Test
    void comparesVictimsAndTimes() {
        var observed = new ObservedBehaviour(
                Set.of(), Set.of(), Set.of("Japan", "Norway"), Set.of("energy"), OptionalInt.of(2018));

        assertThat(value(Feature.VICTIM_COUNTRIES, "A", observed)).isCloseTo(ONE, within(1e-12));
        assertThat(value(Feature.VICTIM_SECTORS, "B", observed)).isCloseTo(ONE, within(1e-12));
        assertThat(value(Feature.UNCITED_VICTIMS, "A", observed)).isPositive();
        assertThat(value(Feature.ACTIVE_THEN, "A", observed)).isEqualTo(1);
        assertThat(value(Feature.ACTIVE_THEN, "C", observed)).isCloseTo(Math.exp(-1.5), within(1e-12));
    }

    @Test
    void saysWhatItRestsOn() {
        var comparison = new Comparison(view, TinyBase.observed(Set.of("T1001", "T1002.001"), Set.of("S1", "S2")));

        assertThat(Feature.TECHNIQUE_COSINE.reasons(comparison.match(0))).containsExactly("T1002.001", "T1001");
        assertThat(Feature.SHARED_MALWARE.reasons(comparison.match(0))).containsExactly("S1");
        assertThat(Feature.SHARED_TOOLS.reasons(comparison.match(1))).containsExactly("S2");
        assertThat(Feature.FOREIGN_MALWARE.reasons(comparison.match(2))).containsExactly("S1");
    }

    @Test
    void isFiniteForWhatIsEmptyOrUnknown() {
        for (var observed : List.of(
                TinyBase.observed(Set.of(), Set.of()), TinyBase.observed(Set.of("T9999", "x"), Set.of("S9999")))) {
            for (double[] actor : new Comparison(view, observed).features()) {
                assertThat(actor).doesNotContain(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
            }
        }
    }

    private double value(Feature feature, String actor, Set<String> techniques) {
        return value(feature, actor, TinyBase.observed(techniques, Set.of()));
    }

    private double value(Feature feature, String actor, ObservedBehaviour observed) {
        var comparison = new Comparison(view, observed);
        return comparison.features()[comparison.actors().indexOf(actor)][feature.place()];
    }

    private static RelationBase read() {
        try {
            return TinyBase.read();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
