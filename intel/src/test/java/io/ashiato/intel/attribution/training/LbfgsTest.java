package io.ashiato.intel.attribution.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LbfgsTest {
    @Test
    void findsTheFloorOfACurvedValley() {
        double[] floor = Lbfgs.minimise(
                (point, gradient) -> {
                    double across = point[1] - point[0] * point[0];
                    double along = 1 - point[0];
                    gradient[0] = -2 * along - 400 * point[0] * across;
                    gradient[1] = 200 * across;
                    return along * along + 100 * across * across;
                },
                new double[] {-1.2, 1},
                1e-12);

        assertThat(floor[0]).isCloseTo(1, within(1e-4));
        assertThat(floor[1]).isCloseTo(1, within(1e-4));
    }

    @Test
    void staysWhereItIsLowest() {
        assertThat(Lbfgs.minimise((point, gradient) -> 0, new double[] {3}, 1e-9))
                .containsExactly(3);
    }
}
