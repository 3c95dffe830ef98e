package io.ashiato.intel.attribution.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ashiato.intel.attribution.BoostedTrees;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TreeBoostingTest {
    private static final long SEED = 5;
    private static final int ROWS = 400;

    private final double[][] rows = new double[ROWS][2];

    TreeBoostingTest() {
        var random = new Random(SEED);
        for (double[] row : rows) {
            row[0] = random.nextDouble();
            row[1] = random.nextDouble();
        }
    }

    @Test
    void learnsWhatNoSingleFeatureTells() {
        var yes = new boolean[ROWS];
        for (int i = 0; i < ROWS; i++) {
            yes[i] = rows[i][0] > 0.5 && rows[i][1] > 0.3;
        }
        BoostedTrees model = TreeBoosting.fit(rows, yes);

        assertThat(model.probability(new double[] {0.8, 0.7})).isGreaterThan(0.9);
        assertThat(model.probability(new double[] {0.8, 0.1})).isLessThan(0.1);
        assertThat(model.probability(new double[] {0.2, 0.7})).isLessThan(0.1);
    }

    @Test
    void givesTheShareWhereNothingTells() {
        var same = new double[ROWS][1];
        var yes = new boolean[ROWS];
        for (int i = 0; i < ROWS; i += 4) {
            yes[i] = true;
        }
        assertThat(TreeBoosting.fit(same, yes).probability(new double[] {0})).isCloseTo(0.25, within(0.01));
    }

    @Test
    void isTheSameEachTime() {
        var yes = new boolean[ROWS];
        for (int i = 0; i < ROWS; i++) {
            yes[i] = rows[i][0] + rows[i][1] > 1;
        }
        assertThat(TreeBoosting.fit(rows, yes)).isEqualTo(TreeBoosting.fit(rows, yes));
    }
}
